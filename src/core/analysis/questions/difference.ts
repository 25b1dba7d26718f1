import { findHost } from '../../dataplane/find-host.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { Frontend, GatewayProxy, VirtualHost } from '../../ir/proxy-config.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import { type RequestSpace, requestSpace, type SpaceKind, type TableAddress } from '../sets/request-space.ts';
import { type Change, ChangeList, type ComparedWorld } from './change-list.ts';
import { compareTables, hasCalls, jointSpace, kindsOf } from './compare-tables.ts';
import { compareGuards, type GuardComparison } from './guarded.ts';
import { areListenersIsolated, hostsKeepRequests } from './host-isolation.ts';
import { compareMeshes, selectsByAuthority } from './mesh-difference.ts';

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
  const guards = compareGuards(before, after, list);
  // If the Host header selects virtual hosts, the hosts of each client are compared.
  const byAuthority = [before, after].some(({ ir }) => selectsByAuthority(ir));
  if (byAuthority) compareMeshes(before, after, list);
  const transports = byAuthority ? (['udp'] as const) : (['tcp', 'udp'] as const);
  compareAll(before.ir.frontends, after.ir.frontends, before, after, list, transports, guards);
  compareAll(before.ir.hosts, after.ir.hosts, before, after, list, ['tcp', 'udp'], guards);
  const gateways = [...new Set([...before.ir.gateways.keys(), ...after.ir.gateways.keys()])].sort();
  for (const id of gateways)
    compareGateways(before.ir.gateways.get(id), after.ir.gateways.get(id), before, after, list);
  // If several matching routes are an error, the winners alone do not determine a region.
  const rejecting = [before, after].some(({ profile }) => profile.severalMatches === 'reject');
  const shared = [before, after].some(
    ({ ir, profile }) =>
      ir.gateways.size > 0 &&
      (!areListenersIsolated(profile) ||
        [...ir.gateways.values()].some(({ listeners }) =>
          listeners.some(({ table }) => table !== null && hostsKeepRequests(table, profile)),
        )),
  );
  const worlds = [before.ir, after.ir];
  // Requests through Gateways are compared as if access policies let all of them through.
  const guardedGateways = worlds.some(({ access, gateways: { size } }) => access !== null && size > 0);
  // Connections to hosts outside Kubernetes, and policies behind the rules of a VirtualService, are compared
  // only in part.
  const inPart = byAuthority && worlds.some(({ access, hosts }) => access !== null || hosts.size > 0);
  return {
    changes: list.changes(),
    complete: list.complete && !rejecting && !shared && !guardedGateways && !inPart,
  };
}

type Frontends = ReadonlyMap<string, Frontend>;

function compareAll(
  olds: Frontends,
  news: Frontends,
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
  transports: readonly RouteTable['transport'][],
  guards: GuardComparison,
): void {
  for (const id of [...new Set([...olds.keys(), ...news.keys()])].sort())
    compareFrontends(olds.get(id), news.get(id), before, after, list, transports, guards);
}

function compareFrontends(
  first: Frontend | undefined,
  second: Frontend | undefined,
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
  transports: readonly RouteTable['transport'][],
  guards: GuardComparison,
): void {
  const model = (second ?? first) as Frontend;
  const isOpen = guards.isOpenAt([first, second]);
  if (isOpen) list.complete = false;
  const calls = hasCalls([first, second].flatMap((frontend) => frontend?.tables ?? []));
  const consumers = new Set<string>();
  for (const frontend of [first, second])
    for (const { scope } of frontend?.tables ?? [])
      if (scope.role === 'consumer') consumers.add(scope.namespace);
  // Clients of the namespace of the Service never have consumer routes. They represent all other clients
  //
  const others = model.namespace;
  for (const client of [...[...consumers].sort(), others]) {
    const address = { frontend: model, client };
    // Access policies can tell the others apart: one namespace does not represent them.
    const name = client === others && (!isOpen || client === '') ? '*' : client;
    for (const transport of transports) {
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
          isOneSpace: !isOpen,
        });
      }
    }
  }
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
