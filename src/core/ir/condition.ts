import type { Origin } from './origin.ts';

/**
 * The part of a request that a condition examines. `protocol` is implicit: a GRPCRoute takes gRPC requests
 * only. `host` is the Host header, or the SNI of a TLS connection. It applies only at Gateways
 * . `authority` is the Host header as sent, with its port (Istio 6.7).
 * `client-address` is the address of the client as the controller of an Ingress sees it (I-716).
 */
export type Facet =
  | 'protocol'
  | 'host'
  | 'authority'
  | 'scheme'
  | 'path'
  | 'method'
  | 'header'
  | 'query'
  | 'grpc-service'
  | 'grpc-method'
  | 'client-address';

/** One test that a request must pass for an entry to match. An entry is the AND of its conditions. */
export interface Condition {
  readonly of: Facet;
  /** The name of a header (in lower case) or of a query parameter. `''` for other facets. */
  readonly name: string;
  /** The name in traces: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
  readonly on: string;
  /**
   * `path-prefix` compares whole path elements. `host-suffix` is a wildcard hostname. `prefix`
   * compares characters, and `present` takes every value (Istio 6.6, 6.8). `subnet` is an address or a CIDR
   * (I-716).
   */
  readonly op: 'exact' | 'path-prefix' | 'host-suffix' | 'regex' | 'prefix' | 'present' | 'subnet';
  readonly value: string;
  /** The condition holds if the test fails (Istio 6.9). */
  readonly negated?: true;
  /** A missing value is compared as an empty text (Istio 6.9). Otherwise the test fails. */
  readonly whenMissing?: 'empty';
  /** Upper and lower case are the same. It has no meaning for regular expressions (Istio 6.6). */
  readonly ignoreCase?: true;
  /** The condition as its controller writes it, for people. Absent: as `op` and `value` say. */
  readonly shown?: string;
  readonly origin: Origin;
}
