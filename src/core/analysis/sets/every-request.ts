import type { RouteEntry } from '../../ir/mesh-ir.ts';

const ORIGIN = { file: '', document: 0, path: [], implied: true };

/** Returns an entry without conditions that is in no table: it represents all requests of a kind of route. */
export function everyRequest(routeKind: RouteEntry['routeKind']): RouteEntry {
  return {
    id: '',
    route: '',
    routeKind,
    routeNamespace: '',
    rule: 0,
    ruleName: null,
    match: 0,
    conditions: [],
    rank: [],
    action: { filters: [], targets: [], timeouts: null, retry: null, session: null, origin: ORIGIN },
    origin: ORIGIN,
  };
}
