/**
 * The protocol of a request: HTTP, gRPC over HTTP, a TLS connection that is passed through, a TCP connection
 * or UDP datagrams. An entry takes requests of one protocol. An entry for `http` also takes gRPC.
 */
export type Protocol = 'http' | 'grpc' | 'tls' | 'tcp' | 'udp';

/** The protocols, in the order of precedence of their routes. */
export const PROTOCOLS: readonly Protocol[] = ['grpc', 'http', 'tls', 'tcp', 'udp'];

/** Returns true if a proxy sees requests of the protocol, and false if it sees only connections. */
export function hasRequests(protocol: Protocol): boolean {
  return protocol === 'http' || protocol === 'grpc';
}
