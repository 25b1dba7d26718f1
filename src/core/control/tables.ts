import type { ConflictedRoute, RouteEntry, RouteTable, Scope } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { AnyRoute } from './any-route.ts';
import { atHost } from './at-host.ts';
import type { Attachment } from './attach.ts';
import { compareEntries } from './precedence.ts';

/** Precedence of route kinds on one Service port; UDPRoute is another transport and stands apart. */
const KIND_ORDER: readonly RouteEntry['routeKind'][] = [
  'GRPCRoute',
  'HTTPRoute',
  'TLSRoute',
  'TCPRoute',
  'UDPRoute',
];

/** The entries of a route, compiled once and shared by all its tables. */
export type EntriesOf = (route: AnyRoute) => readonly RouteEntry[];

/**
 * The tables of one frontend, from the accepted attachments that bind its port: one consumer table for each namespace
 * that has consumer routes, by namespace, then the producer table. Routes merge only within a table.
 */
export function buildTables(
  attachments: readonly Attachment[],
  serviceNamespace: string,
  entriesOf: EntriesOf,
  profile: Profile,
): readonly RouteTable[] {
  const producers = new Set<AnyRoute>();
  const consumers = new Map<string, Set<AnyRoute>>();
  for (const { route, role } of attachments) {
    if (role === 'producer') {
      producers.add(route);
      continue;
    }
    const group = consumers.get(route.namespace);
    if (group) group.add(route);
    else consumers.set(route.namespace, new Set([route]));
  }
  const tables: RouteTable[] = [];
  const add = (routes: readonly AnyRoute[], scope: Scope) => {
    const [udp, tcp] = [routes.filter(isUDP), routes.filter((route) => !isUDP(route))];
    for (const each of [tcp, udp])
      if (each.length > 0) tables.push(buildTable(each, scope, entriesOf, profile));
  };
  for (const namespace of [...consumers.keys()].sort()) {
    const own = consumers.get(namespace) as Set<AnyRoute>;
    // A-02 `union`: the consumer's namespace sees both sets as one list.
    const routes = profile.consumerFallback === 'union' ? [...own, ...producers] : [...own];
    add(routes, { role: 'consumer', namespace });
  }
  add([...producers], { role: 'producer', namespace: serviceNamespace });
  return tables;
}

function isUDP(route: AnyRoute): boolean {
  return route.kind === 'UDPRoute';
}

function buildTable(
  routes: readonly AnyRoute[],
  scope: Scope,
  entriesOf: EntriesOf,
  profile: Profile,
): RouteTable {
  const { kept, conflicted } = chooseKind(routes, profile);
  const entries = kept.flatMap((route) =>
    route.kind === 'TLSRoute' ? byServerName(route, entriesOf) : entriesOf(route),
  );
  // Kinds that coexist are not comparable: each keeps its own order, gRPC first.
  entries.sort((a, b) => kindRank(a) - kindRank(b) || compareEntries(a, b));
  const transport = kept.some((route) => route.kind === 'UDPRoute') ? 'udp' : 'tcp';
  return { scope, transport, entries, routes: kept.map((route) => route.id).sort(), conflicted };
}

/** A TLSRoute is told apart by the SNI alone, in a mesh, too, where hostnames otherwise do not count. */
function byServerName(route: AnyRoute, entriesOf: EntriesOf): readonly RouteEntry[] {
  return entriesOf(route).flatMap((entry) =>
    // Before v1 a TLSRoute could be for every name.
    (route.spec.hostnames.length === 0 ? [null] : route.spec.hostnames).map((hostname) =>
      atHost(entry, hostname, route),
    ),
  );
}

function kindRank(entry: RouteEntry): number {
  return KIND_ORDER.indexOf(entry.routeKind);
}

/** Only one kind of route applies to a port, evaluated after the choice of the group. */
function chooseKind(
  routes: readonly AnyRoute[],
  profile: Profile,
): { kept: readonly AnyRoute[]; conflicted: readonly ConflictedRoute[] } {
  if (profile.kindConflict === 'coexist') return { kept: routes, conflicted: [] };
  const winner = KIND_ORDER.find((kind) => routes.some((route) => route.kind === kind));
  if (winner === undefined) return { kept: routes, conflicted: [] };
  return {
    kept: routes.filter((route) => route.kind === winner),
    conflicted: routes
      .filter((route) => route.kind !== winner)
      .map((route) => ({ route: route.id, lostTo: winner }))
      .sort((a, b) => (a.route < b.route ? -1 : 1)),
  };
}
