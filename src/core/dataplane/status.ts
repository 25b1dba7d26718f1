import type { SimRequest } from '../ir/request.ts';
import type { RouteKind } from '../ir/table.ts';

/** gRPC codes that this simulator answers with. */
const GRPC_UNIMPLEMENTED = 12;
const GRPC_UNAVAILABLE = 14;
const GRPC_UNKNOWN = 2;
const GRPC_INTERNAL = 13;
const GRPC_DEADLINE_EXCEEDED = 4;

/**
 * The status that a client sees for an HTTP error of the data plane. A gRPC client of a GRPCRoute sees UNAVAILABLE for
 * unusable backends; on an HTTPRoute it sees what its library makes of the HTTP code.
 */
export function statusFor(status: number, request: SimRequest, routeKind: RouteKind): number {
  if (request.protocol !== 'grpc') return status;
  if (status === 404) return GRPC_UNIMPLEMENTED;
  if (status === 400) return GRPC_INTERNAL;
  if (status === 504) return GRPC_DEADLINE_EXCEEDED;
  if (routeKind === 'GRPCRoute' || status === 502 || status === 503) return GRPC_UNAVAILABLE;
  return GRPC_UNKNOWN;
}
