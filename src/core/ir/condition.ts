import type { Origin } from './origin.ts';

/**
 * What a condition looks at. `protocol` is implied: a GRPCRoute takes gRPC requests only.
 * `host` is the Host header, or the SNI of a TLS connection, and counts at Gateways only.
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

/** One thing that must hold for an entry to match; an entry is the AND of its conditions. */
export interface Condition {
  readonly of: Facet;
  /** Header (lower case) or query parameter; '' for the others. */
  readonly name: string;
  /** As the trace names it: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
  readonly on: string;
  /** `path-prefix` compares whole path elements; `host-suffix` is a wildcard hostname. */
  readonly op: 'exact' | 'path-prefix' | 'host-suffix' | 'regex';
  readonly value: string;
  readonly origin: Origin;
}
