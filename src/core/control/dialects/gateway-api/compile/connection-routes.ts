import type { RouteEntry } from '../../../../ir/table.ts';
import type { AnyRoute } from '../routes.ts';
import { compareEntries } from './precedence.ts';

/** Returns true if a route takes connections of TCP, and no requests. */
function readsConnections({ kind }: AnyRoute): boolean {
  return kind === 'TCPRoute' || kind === 'TLSRoute';
}

/**
 * Adds the connection routes of all namespaces to the group of every namespace, in place (Istio 12.10): those
 * of other namespaces to each group with connection routes, and all of them to the producer routes. The
 * namespace of the Service gets a group of its own, because its own routes come first there.
 */
export function shareConnections(
  producers: Set<AnyRoute>,
  consumers: Map<string, Set<AnyRoute>>,
  serviceNamespace: string,
): void {
  const groups = [producers, ...consumers.values()];
  const all = groups.flatMap((group) => [...group].filter(readsConnections));
  if ([...producers].some(readsConnections)) consumers.set(serviceNamespace, new Set(producers));
  for (const group of [producers, ...consumers.values()]) {
    const takesPart = group === producers || [...group].some(readsConnections);
    if (takesPart) for (const route of all) group.add(route);
  }
}

/** Returns the order of entries with equal hostnames: those of a namespace, then those of all others. */
export function ownBeforeOthers(namespace: string): (a: RouteEntry, b: RouteEntry) => number {
  const others = (entry: RouteEntry) =>
    (entry.takes === 'tcp' || entry.takes === 'tls') && entry.routeNamespace !== namespace ? 1 : 0;
  return (a, b) => hostnames(a, b) || others(a) - others(b) || compareEntries(a, b);
}

function hostnames(a: RouteEntry, b: RouteEntry): number {
  const only = (entry: RouteEntry) => ({ ...entry, rank: entry.rank.filter(({ by }) => by === 'hostname') });
  return a.takes === 'tls' && b.takes === 'tls' ? compareEntries(only(a), only(b)) : 0;
}
