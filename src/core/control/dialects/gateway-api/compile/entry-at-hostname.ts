import type { Condition } from '../../../../ir/condition.ts';
import type { RankKey, RouteEntry } from '../../../../ir/table.ts';
import type { AnyRoute } from '../routes.ts';

/**
 * Returns an entry for one of the hostnames that route and listener share. The hostname is the first
 * criterion.
 */
export function atHost(entry: RouteEntry, hostname: string | null, route: AnyRoute): RouteEntry {
  const wildcard = hostname?.startsWith('*.') ?? false;
  const length = hostname?.length ?? 0;
  const rank: readonly RankKey[] = [
    { by: 'hostname', prefer: 'greater', value: wildcard ? 0 : length },
    { by: 'hostname', prefer: 'greater', value: length },
    ...entry.rank,
  ];
  if (hostname === null) return { ...entry, rank };
  const written = route.spec.hostnames.indexOf(hostname);
  const condition: Condition = {
    of: 'host',
    name: '',
    on: 'host',
    op: wildcard ? 'host-suffix' : 'exact',
    value: hostname,
    origin: {
      ...entry.origin,
      path: [...route.origin.root, 'spec', 'hostnames', ...(written < 0 ? [] : [written])],
      // A hostname of the listener, or one that the listener narrows, is not written in the route.
      implied: written < 0,
    },
  };
  return { ...entry, id: `${entry.id},host=${hostname}`, conditions: [condition, ...entry.conditions], rank };
}
