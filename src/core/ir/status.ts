import type { Protocol } from './protocol.ts';

/**
 * The status of an answer of the data plane itself: the HTTP code for an HTTP client, the `grpc-status` for a
 * gRPC client. Null means that the connection ends without a status.
 */
export interface Status {
  readonly http: number | null;
  readonly grpc: number | null;
}

/** The status of a connection that ends without an answer. */
export const NO_STATUS: Status = { http: null, grpc: null };

/**
 * How gRPC clients see HTTP errors. `by-http-code`: as the gRPC libraries translate the code. `unavailable`:
 * a data plane that speaks gRPC answers UNAVAILABLE for every error of a backend. `none`: a
 * connection has no status.
 */
export type ErrorView = 'by-http-code' | 'unavailable' | 'none';

const UNKNOWN = 2;
const DEADLINE_EXCEEDED = 4;
const UNIMPLEMENTED = 12;
const INTERNAL = 13;
const UNAVAILABLE = 14;

/** Returns the status of an HTTP error of the data plane, for both kinds of clients. */
export function errorStatus(http: number, view: ErrorView): Status {
  if (view === 'none') return NO_STATUS;
  if (http === 404) return { http, grpc: UNIMPLEMENTED };
  if (http === 400) return { http, grpc: INTERNAL };
  if (http === 504) return { http, grpc: DEADLINE_EXCEEDED };
  if (view === 'unavailable' || http === 502 || http === 503) return { http, grpc: UNAVAILABLE };
  return { http, grpc: UNKNOWN };
}

/**
 * Returns the status that a client of a protocol sees. Returns null for connections, which have no status.
 */
export function statusSeen(status: Status, protocol: Protocol): number | null {
  if (protocol === 'grpc') return status.grpc;
  return protocol === 'http' ? status.http : null;
}
