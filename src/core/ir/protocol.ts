/**
 * The protocol of a request: HTTP, gRPC over HTTP, a TLS connection that is passed on as it is, a TCP connection or UDP
 * datagrams. An entry takes requests of one protocol; one for `http` also takes gRPC.
 */
export type Protocol = 'http' | 'grpc' | 'tls' | 'tcp' | 'udp';

/** Protocols in the order of precedence of the routes that are for them. */
export const PROTOCOLS: readonly Protocol[] = ['grpc', 'http', 'tls', 'tcp', 'udp'];

/** Whether a proxy sees requests, or a connection alone. */
export function hasRequests(protocol: Protocol): boolean {
  return protocol === 'http' || protocol === 'grpc';
}
