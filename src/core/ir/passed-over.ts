import type { RouteEntry } from './table.ts';

/** Why a route that is meant for a frontend is not among its routes. */
export type PassedOverWhy =
  /** It is attached to another listener of the Gateway. */
  | 'other-listener'
  /** Its sectionName or port names no listener, or no port of the Service. */
  | 'no-such-section'
  | 'no-such-port'
  /** It is attached to another port of the Service. */
  | 'other-port'
  /** `allowedRoutes` refuses its kind or its namespace. */
  | 'not-allowed-by-listener'
  | 'hostname-does-not-intersect'
  /** Its parentRef misses the object by a group, a kind or a namespace. */
  | 'other-parent';

/** A route that wanted a Gateway's listener or a Service's port and did not get it. */
export interface PassedOver {
  readonly route: string;
  readonly why: PassedOverWhy;
  /** What the route has that keeps it out: `sectionName`, `port`, `namespace`, `kind`, `hostname`, `group`. */
  readonly on: string;
  /** What it would have to be; null: it depends on the request. */
  readonly expected: string | null;
  readonly actual: string;
  /** Code of the finding at the route; null where it is no mistake. */
  readonly finding: string | null;
  /** The ports of the Service that it binds instead; absent: none, or it is about a Gateway. */
  readonly boundPorts?: readonly number[];
  /** The listener (by id) that refuses it; null: all of them do. */
  readonly listener: string | null;
  /** Its entries, one for each of its hostnames. */
  readonly entries: readonly RouteEntry[];
}
