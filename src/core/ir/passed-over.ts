import type { RouteEntry } from './table.ts';

/** The reason why a route that names a frontend is not among its routes. */
export type PassedOverWhy =
  /** The route is attached to another listener of the Gateway. */
  | 'other-listener'
  /** The sectionName or port of the route names no listener, or no port of the Service. */
  | 'no-such-section'
  | 'no-such-port'
  /** The route is attached to another port of the Service. */
  | 'other-port'
  /** `allowedRoutes` refuses the kind or the namespace of the route. */
  | 'not-allowed-by-listener'
  | 'hostname-does-not-intersect'
  /** The parentRef of the route has the wrong group, kind or namespace. */
  | 'other-parent';

/** A route that names a listener of a Gateway or a port of a Service and is not attached to it. */
export interface PassedOver {
  readonly route: string;
  readonly why: PassedOverWhy;
  /**
   * The field that keeps the route out: `sectionName`, `port`, `namespace`, `kind`, `hostname` or `group`.
   */
  readonly on: string;
  /** The value that the field needs. Null if it depends on the request. */
  readonly expected: string | null;
  readonly actual: string;
  /** The code of the finding at the route. Null if the route is correct. */
  readonly finding: string | null;
  /** The ports of the Service that the route binds instead. Absent if there are none, or at a Gateway. */
  readonly boundPorts?: readonly number[];
  /** The id of the listener that refuses the route. Null if all listeners do. */
  readonly listener: string | null;
  /** The entries of the route, one for each of its hostnames. */
  readonly entries: readonly RouteEntry[];
}
