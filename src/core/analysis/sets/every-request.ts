import type { Protocol } from '../../ir/protocol.ts';
import { NO_STATUS } from '../../ir/status.ts';
import type { RouteEntry } from '../../ir/table.ts';

const ORIGIN = { file: '', document: 0, path: [], implied: true };

/** Returns an entry without conditions that is in no table: it represents all requests of a protocol. */
export function everyRequest(takes: Protocol): RouteEntry {
  return {
    id: '',
    route: '',
    takes,
    routeNamespace: '',
    rule: 0,
    ruleName: null,
    match: 0,
    conditions: [],
    rank: [],
    action: {
      filters: [],
      targets: [],
      timeouts: null,
      retry: null,
      session: null,
      whenNoTarget: NO_STATUS,
      whenZeroWeight: NO_STATUS,
      errors: 'none',
      origin: ORIGIN,
    },
    origin: ORIGIN,
  };
}
