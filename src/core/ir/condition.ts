import type { Origin } from './origin.ts';

/**
 * The part of a request that a condition examines. `protocol` is implicit: a GRPCRoute takes gRPC requests
 * only. `host` is the Host header, or the SNI of a TLS connection. It applies only at Gateways
 * (R-141, R-405).
 */
export type Facet =
  | 'protocol'
  | 'host'
  | 'path'
  | 'method'
  | 'header'
  | 'query'
  | 'grpc-service'
  | 'grpc-method';

/** One test that a request must pass for an entry to match. An entry is the AND of its conditions. */
export interface Condition {
  readonly of: Facet;
  /** The name of a header (in lower case) or of a query parameter. `''` for other facets. */
  readonly name: string;
  /** The name in traces: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
  readonly on: string;
  /** `path-prefix` compares whole path elements. `host-suffix` is a wildcard hostname. */
  readonly op: 'exact' | 'path-prefix' | 'host-suffix' | 'regex';
  readonly value: string;
  readonly origin: Origin;
}
