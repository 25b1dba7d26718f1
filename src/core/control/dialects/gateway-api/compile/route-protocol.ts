import { PROTOCOLS, type Protocol } from '../../../../ir/protocol.ts';
import type { ErrorView } from '../../../../ir/status.ts';
import type { AnyRoute } from '../routes.ts';

const PROTOCOL_OF: Readonly<Record<AnyRoute['kind'], Protocol>> = {
  HTTPRoute: 'http',
  GRPCRoute: 'grpc',
  TLSRoute: 'tls',
  TCPRoute: 'tcp',
  UDPRoute: 'udp',
};

/** Returns the protocol of the requests that routes of a kind take. */
export function protocolOf(kind: AnyRoute['kind']): Protocol {
  return PROTOCOL_OF[kind];
}

/** Returns how clients see errors of routes of a kind: clients of a GRPCRoute see UNAVAILABLE. */
export function errorView(kind: AnyRoute['kind']): ErrorView {
  const protocol = protocolOf(kind);
  if (protocol === 'grpc') return 'unavailable';
  return protocol === 'http' ? 'by-http-code' : 'none';
}

/**
 * Returns the precedence of routes of a kind among other kinds: GRPCRoute, HTTPRoute and so on (R-133,
 *
 */
function kindRank(kind: AnyRoute['kind']): number {
  return PROTOCOLS.indexOf(protocolOf(kind));
}

/** Returns the distinct kinds of some routes in order of precedence. */
export function kindsInOrder(routes: readonly AnyRoute[]): readonly AnyRoute['kind'][] {
  return [...new Set(routes.map(({ kind }) => kind))].sort((a, b) => kindRank(a) - kindRank(b));
}
