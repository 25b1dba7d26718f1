import { findHost } from '../../dataplane/find-host.ts';
import { EVERYBODY_ELSE, readClientClass } from '../../ids/ids.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { Frontend, GatewayProxy, VirtualHost } from '../../ir/proxy-config.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import { byDimension, HOST } from '../sets/dimension.ts';
import { entriesForKind } from '../sets/entries-by-request-kind.ts';
import { type RequestSpace, requestSpace, type SpaceKind, type TableAddress } from '../sets/request-space.ts';
import { type Change, ChangeList, type ComparedWorld } from './change-list.ts';
import type { ComparedTables } from './class-regions.ts';
import { compareGuards } from './guarded.ts';
import { areListenersIsolated, hostsKeepRequests } from './host-isolation.ts';
import { RegionClasses } from './region-classes.ts';
import { findRegions, type Side } from './regions.ts';

/** All classes. `complete` is true if there are no others. */
export interface Difference {
  readonly changes: readonly Change[];
  readonly complete: boolean;
}

/**
 * Returns the classes of requests whose outcome differs between two worlds: for each Service port and each
 * group of clients with its own tables, and for each listener. A class has one outcome before and one after.
 */
export function difference(before: ComparedWorld, after: ComparedWorld): Difference {
  const list = new ChangeList(before, after);
  const [olds, news] = [before, after].map(
    ({ ir }) => new Map<string, Frontend>([...ir.frontends, ...ir.hosts]),
  ) as [Map<string, Frontend>, Map<string, Frontend>];
  for (const id of [...new Set([...olds.keys(), ...news.keys()])].sort())
    compareFrontends(olds.get(id), news.get(id), before, after, list);
  const gateways = [...new Set([...before.ir.gateways.keys(), ...after.ir.gateways.keys()])].sort();
  for (const id of gateways)
    compareGateways(before.ir.gateways.get(id), after.ir.gateways.get(id), before, after, list);
  // If several matching routes are an error, the winners alone do not determine a region.
  const rejecting = [before, after].some(({ profile }) => profile.severalMatches === 'reject');
  // Hosts that are no Service ports, and clients that differ in labels, are not compared.
  const byAuthority = [before, after].some(({ ir }) => ownNamespaces(ir).length > 0);
  const shared = [before, after].some(
    ({ ir, profile }) =>
      ir.gateways.size > 0 &&
      (!areListenersIsolated(profile) ||
        [...ir.gateways.values()].some(({ listeners }) =>
          listeners.some(({ table }) => table !== null && hostsKeepRequests(table, profile)),
        )),
  );
  // Requests through Gateways are compared as if access policies let all of them through.
  const guardedGateways = [before, after].some(({ ir }) => ir.access !== null && ir.gateways.size > 0);
  return {
    changes: list.changes(),
    complete: list.complete && !rejecting && !shared && !byAuthority && !guardedGateways,
  };
}

function compareFrontends(
  first: Frontend | undefined,
  second: Frontend | undefined,
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
): void {
  const model = (second ?? first) as Frontend;
  const guarded = compareGuards([first, second], before, after, list);
  if (guarded.isOpen) list.complete = false;
  const calls = hasCalls([first, second].flatMap((frontend) => frontend?.tables ?? []));
  const consumers = new Set<string>();
  const own = [before, after].flatMap(({ ir }) => ownNamespaces(ir));
  for (const namespace of own) consumers.add(namespace);
  for (const frontend of [first, second])
    for (const { scope } of frontend?.tables ?? [])
      if (scope.role === 'consumer') consumers.add(scope.namespace);
  // Clients of the namespace of the Service never have consumer routes. They represent all other clients
  //
  // If each namespace has its own configuration, a namespace that no object names represents the others.
  const others = own.length === 0 ? model.namespace : '';
  for (const client of [...[...consumers].sort(), others]) {
    const address = { frontend: model, client };
    const name = client === others ? '*' : client;
    for (const transport of ['tcp', 'udp'] as const) {
      const tables = [
        tableFor(client, first, transport, before.ir),
        tableFor(client, second, transport, after.ir),
      ] as const;
      for (const kind of kindsOf(tables, transport, calls)) {
        const spaces = [before, after].map((world) => requestSpace(kind, address, world.ir, world.profile));
        // A side that does not know a Service cannot find it. Every Host header has the same effect there.
        const space = jointSpace(spaces, [first !== undefined, second !== undefined]);
        compareTables(tables, kind, space, before, after, { frontend: model.id, client: name }, list, {
          calls,
          isOneSpace: !guarded.isOpen,
        });
      }
    }
  }
}

/** Returns the namespaces of clients if the Host header selects virtual hosts. Empty if the address does. */
function ownNamespaces(ir: MeshIR): readonly string[] {
  const proxy = ir.proxy(EVERYBODY_ELSE);
  if (proxy?.entrance !== 'mesh' || proxy.byAuthority === undefined) return [];
  return ir.classes().flatMap((of) => {
    const owner = readClientClass(of);
    return owner.kind === 'mesh' && owner.namespace !== null ? [owner.namespace] : [];
  });
}

/** Returns the table that applies to clients of a namespace at a Service port. */
function tableFor(
  namespace: string,
  frontend: Frontend | undefined,
  transport: RouteTable['transport'],
  ir: MeshIR,
): RouteTable | null {
  if (frontend === undefined) return null;
  const proxy = ir.proxy(ir.classOf({ from: { namespace, workload: null, inMesh: true }, gateway: null }));
  return proxy?.entrance === 'mesh' ? proxy.host(frontend, transport).table : null;
}

/** Returns true if gRPC requests must be analysed. Without a GRPCRoute, HTTP requests represent them. */
function hasCalls(tables: readonly (RouteTable | null)[]): boolean {
  return tables.some((table) => table?.entries.some((entry) => entry.takes === 'grpc'));
}

/** Returns the kinds of requests that two tables can distinguish. */
function kindsOf(
  tables: readonly (RouteTable | null)[],
  transport: RouteTable['transport'],
  calls: boolean,
): readonly SpaceKind[] {
  const kinds = tables.map((table) => new Set(table?.entries.map((entry) => entry.takes)));
  const has = (kind: Protocol) => kinds.some((each) => each.has(kind));
  if (transport === 'udp') return has('udp') ? ['udp'] : [];
  return [
    'http',
    ...(calls ? (['grpc'] as const) : []),
    ...(has('tls') ? (['tls'] as const) : []),
    ...(has('tcp') ? (['tcp'] as const) : []),
  ];
}

function compareTables(
  [first, second]: readonly [RouteTable | null, RouteTable | null],
  kind: SpaceKind,
  space: RequestSpace,
  before: ComparedWorld,
  after: ComparedWorld,
  at: Pick<Change, 'frontend' | 'client'>,
  list: ChangeList,
  { calls, isOneSpace }: { readonly calls: boolean; readonly isOneSpace: boolean },
): void {
  const [seenBefore, seenAfter] = [entriesForKind(first, kind), entriesForKind(second, kind)];
  const side = (world: ComparedWorld, seen: typeof seenBefore): Side => ({ ...world, entries: seen.entries });
  const all = [...seenBefore.entries, ...seenAfter.entries];
  const hostsVary = space.hostnames.length > 0 || all.some(({ entry }) => byDimension(entry).has(HOST.key));
  const tables: ComparedTables = {
    before: seenBefore.entries,
    after: seenAfter.entries,
    space,
    protocols: kind === 'http' && !calls ? ['http', 'grpc'] : [kind],
    decided: isOneSpace && winnersDecide([first, second], before, after),
  };
  const missesVary =
    hostsVary && [first, second].some((table) => table !== null && table.noMatch.kind !== 'reject');
  const classes = new RegionClasses(list, { ...at, hostsVary, missesVary, tables }, before, after);
  const complete = findRegions(side(before, seenBefore), side(after, seenAfter), space, classes);
  if (complete && seenBefore.complete && seenAfter.complete) return;
  list.complete = false;
  tables.decided = false;
}

/** Returns true if the winners before and after determine the class of a request. */
function winnersDecide(
  tables: readonly (RouteTable | null)[],
  before: ComparedWorld,
  after: ComparedWorld,
): boolean {
  if (before.profile !== after.profile || before.profile.severalMatches === 'reject') return false;
  // If the next table decides, the entries of this one are not all.
  return tables.every(
    (table, at) =>
      table?.noMatch.kind !== 'next' &&
      (table === null || !hostsKeepRequests(table, (at === 0 ? before : after).profile)),
  );
}

/**
 * Returns the requests that are in the spaces of both worlds. Worlds whose `takesPart` is false do not
 * restrict them.
 */
function jointSpace(spaces: readonly RequestSpace[], takesPart: readonly boolean[]): RequestSpace {
  const model = spaces[1] as RequestSpace;
  const taking = spaces.filter((_, at) => takesPart[at]);
  return {
    ...model,
    hostnames: [...new Set(spaces.flatMap((space) => space.hostnames))],
    everyHost: taking.every((space) => space.everyHost),
    admitsHost: (host) => taking.every((space) => space.admitsHost(host)),
  };
}

/** Compares listeners by port and protocol. A host leads to one of them before and to one after. */
function compareGateways(
  first: GatewayProxy | undefined,
  second: GatewayProxy | undefined,
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
): void {
  const usable = (gateway: GatewayProxy | undefined) =>
    (gateway?.listeners ?? []).filter((listener) => listener.usable);
  const [olds, news] = [usable(first), usable(second)];
  const calls = hasCalls([...olds, ...news].map((listener) => listener.table));
  const isolated = [before, after].every(({ profile }) => areListenersIsolated(profile));
  const doors = new Set([...olds, ...news].map(doorOf));
  for (const door of [...doors].sort()) {
    const at = (listeners: readonly VirtualHost[]) => listeners.filter((each) => doorOf(each) === door);
    const sameHosts = hostsOf(at(olds)) === hostsOf(at(news)) && isolated;
    for (const old of [...at(olds), null]) {
      for (const fresh of [...at(news), null]) {
        const listener = fresh ?? old;
        const gateway = fresh === null ? first : second;
        if (listener === null || gateway === undefined) continue;
        // The same hosts lead to the same listener.
        if (sameHosts && old?.id !== fresh?.id) continue;
        const tables = [old?.table ?? null, fresh?.table ?? null] as const;
        for (const kind of kindsAt(listener, calls)) {
          const space = doorSpace(kind, { gateway, listener }, [
            { world: before, gateway: first, listener: old },
            { world: after, gateway: second, listener: fresh },
          ]);
          const at = { frontend: listener.id, client: '*' };
          // A description does not name the hosts that lead to other listeners than before.
          const isOneSpace = sameHosts;
          compareTables(tables, kind, space, before, after, at, list, { calls, isOneSpace });
        }
      }
    }
  }
}

/** Returns the hosts of each listener as a text. */
function hostsOf(listeners: readonly VirtualHost[]): string {
  return JSON.stringify(listeners.map(({ id, domain }) => [id, domain]).sort());
}

function doorOf({ port, protocol }: VirtualHost): string {
  return `${String(port).padStart(5, '0')} ${protocol}`;
}

function kindsAt({ protocol }: VirtualHost, calls: boolean): readonly SpaceKind[] {
  if (protocol === 'TCP') return ['tcp'];
  if (protocol === 'UDP') return ['udp'];
  if (protocol === 'TLS') return ['tls'];
  return calls ? ['http', 'grpc'] : ['http'];
}

/**
 * Returns the requests at a port of a Gateway whose host leads to given listeners (null: to none) on both
 * sides.
 */
function doorSpace(
  kind: SpaceKind,
  address: TableAddress & { readonly gateway: GatewayProxy },
  sides: readonly {
    readonly world: ComparedWorld;
    readonly gateway: GatewayProxy | undefined;
    readonly listener: VirtualHost | null;
  }[],
): RequestSpace {
  const { world } = sides[1] as (typeof sides)[number];
  const space = requestSpace(kind, address, world.ir, world.profile);
  // Only the port is given. The name of a listener may have another meaning on the other side.
  const request = (values: Parameters<RequestSpace['request']>[0]): SimRequest => {
    const made = space.request(values);
    return made.gateway === null ? made : { ...made, gateway: { ...made.gateway, listener: null } };
  };
  const listeners = sides.flatMap(({ gateway }) => gateway?.listeners ?? []);
  return {
    ...space,
    hostnames: [...new Set(listeners.flatMap((each) => each.domain ?? []))],
    request,
    admitsHost(host) {
      const asked = request(new Map([['host', host]]));
      return sides.every(({ world: { ir, profile }, gateway, listener }) => {
        if (gateway === undefined) return listener === null;
        const arrival = findHost(asked, viewRequest(asked, profile), gateway, ir);
        return arrival.to === 'host' ? arrival.host === listener : listener === null;
      });
    },
  };
}
