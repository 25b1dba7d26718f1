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
