import { PROTOCOLS } from '../../../../ir/protocol.ts';
import type { ConflictedRoute, RouteEntry, RouteTable, Scope } from '../../../../ir/table.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { World } from '../../../dialect-compiler.ts';
import type { Attachment } from '../attach/attach-to-services.ts';
import type { AnyRoute, EntriesOf } from '../routes.ts';
import { atHost } from './entry-at-hostname.ts';
import { meshRules } from './mesh-rules.ts';
import { compareEntries } from './precedence.ts';
import { kindsInOrder } from './route-protocol.ts';
import { routeTable } from './route-table.ts';

/**
 * Returns the tables of one frontend, from the accepted attachments that bind its port: one consumer table
 * for each namespace with consumer routes, sorted by namespace, then the producer table. Routes merge
 * only within a table.
 */
export function buildTables(
  attachments: readonly Attachment[],
  serviceNamespace: string,
  entriesOf: EntriesOf,
  world: World,
): readonly RouteTable[] {
  const { profile } = world;
  const producers = new Set<AnyRoute>();
  const consumers = new Map<string, Set<AnyRoute>>();
  for (const { route, role } of hasBothParents(attachments)
    ? meshRules().groupsThatApply(attachments, world)
    : attachments) {
    if (role === 'producer') {
      producers.add(route);
      continue;
    }
    const group = consumers.get(route.namespace);
    if (group) group.add(route);
    else consumers.set(route.namespace, new Set([route]));
  }
  const own: Scope = { role: 'producer', namespace: serviceNamespace };
  if ([...consumers.values()].some((group) => [...group].some(readsConnections))) {
    world.dependsOn.add('connectionRoutes');
    if (profile.connectionRoutes === 'everywhere')
      meshRules().shareConnections(producers, consumers, serviceNamespace);
  }
  const producerTables = tablesOf([...producers], own, [], entriesOf, world);
  const tables: RouteTable[] = [];
  for (const namespace of [...consumers.keys()].sort()) {
    const own = consumers.get(namespace) as Set<AnyRoute>;
    // A-02 `union`: the namespace of the consumer gets both sets as one list.
    const routes = [...new Set([...own, ...(profile.consumerFallback === 'union' ? producers : [])])];
    const next = profile.consumerFallback === 'fallbackToProducer' ? producerTables : [];
    tables.push(...tablesOf(routes, { role: 'consumer', namespace }, next, entriesOf, world));
  }
  return [...tables, ...producerTables];
}

/** Returns true if some of the parentRefs name a port, and others name none (profile field parentPorts). */
function hasBothParents(attachments: readonly Attachment[]): boolean {
  const named = attachments.filter(({ ref }) => ref.port !== null).length;
  return named > 0 && named < attachments.length;
}

/** Returns true if a route takes connections of TCP, and no requests. */
function readsConnections({ kind }: AnyRoute): boolean {
  return kind === 'TCPRoute' || kind === 'TLSRoute';
}

/** Returns a table of the routes of one scope for each transport with routes. */
function tablesOf(
  routes: readonly AnyRoute[],
  scope: Scope,
  next: readonly RouteTable[],
  entriesOf: EntriesOf,
  world: World,
): readonly RouteTable[] {
  return (['tcp', 'udp'] as const).flatMap((transport) => {
    const own = routes.filter((route) => (route.kind === 'UDPRoute') === (transport === 'udp'));
    if (own.length === 0) return [];
    const behind = next.find((table) => table.transport === transport) ?? null;
    return [buildTable(own, scope, transport, behind, entriesOf, world)];
  });
}

function buildTable(
  routes: readonly AnyRoute[],
  scope: Scope,
  transport: RouteTable['transport'],
  next: RouteTable | null,
  entriesOf: EntriesOf,
  { profile, dependsOn }: World,
): RouteTable {
  const { kept, conflicted } = chooseKind(routes, profile);
  const entries = kept.flatMap((route) =>
    route.kind === 'TLSRoute' ? byServerName(route, entriesOf) : entriesOf(route),
  );
  // Kinds that coexist are not comparable. Each keeps its order, gRPC first.
  const isShared =
    scope.role === 'consumer' && profile.connectionRoutes === 'everywhere' && kept.some(readsConnections);
  const compare = isShared ? meshRules().ownBeforeOthers(scope.namespace) : compareEntries;
  entries.sort((a, b) => PROTOCOLS.indexOf(a.takes) - PROTOCOLS.indexOf(b.takes) || compare(a, b));
  const hasServerNames = kept.some(({ kind }) => kind === 'TLSRoute');
  if (hasServerNames) dependsOn.add('otherServerNames');
  return routeTable({
    scope,
    transport,
    routes: kept,
    entries,
    conflicted,
    otherwise: transport,
    next,
    severalMatches: profile.severalMatches === 'reject' ? 'reject' : 'first-wins',
    passesOn: hasServerNames && profile.otherServerNames === 'passed-through',
  });
}

/**
 * Returns the entries of a TLSRoute for its hostnames. Only the SNI distinguishes TLSRoutes, also in a mesh,
 * where hostnames otherwise do not count.
 */
function byServerName(route: AnyRoute, entriesOf: EntriesOf): readonly RouteEntry[] {
  return entriesOf(route).flatMap((entry) =>
    // Before v1 a TLSRoute could apply to every name.
    (route.spec.hostnames.length === 0 ? [null] : route.spec.hostnames).map((hostname) =>
      atHost(entry, hostname, route),
    ),
  );
}

/**
 * Returns the routes of the kind that keeps the port, and the routes that lost it. Only one kind of route
 * applies to a port. This is decided after the choice of the group.
 */
function chooseKind(
  routes: readonly AnyRoute[],
  profile: Profile,
): { kept: readonly AnyRoute[]; conflicted: readonly ConflictedRoute[] } {
  if (profile.kindConflict === 'coexist') return { kept: routes, conflicted: [] };
  const [winner] = kindsInOrder(routes);
  if (winner === undefined) return { kept: routes, conflicted: [] };
  return {
    kept: routes.filter((route) => route.kind === winner),
    conflicted: routes
      .filter((route) => route.kind !== winner)
      .map((route) => ({ route: route.id, lostTo: winner }))
      .sort((a, b) => (a.route < b.route ? -1 : 1)),
  };
}
