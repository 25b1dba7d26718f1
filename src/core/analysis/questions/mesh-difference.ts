import { findHost } from '../../dataplane/find-host.ts';
import { EVERYBODY_ELSE, readClientClass } from '../../ids/client-classes.ts';
import { clientName } from '../../ids/client-names.ts';
import { readNamespacedName, servicePortId } from '../../ids/ids.ts';
import type { Client } from '../../ir/client.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { MeshProxy, VirtualHost } from '../../ir/proxy-config.ts';
import type { RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import { requestSpace, type TableAddress } from '../sets/request-space.ts';
import type { ChangeList, ComparedWorld } from './change-list.ts';
import { compareTables, hasCalls, jointSpace, kindsOf } from './compare-tables.ts';

/** A host and a port that no object names. They represent all others. */
const OTHER_HOST = 'host-of-no-object';
const OTHER_PORT = 61_234;

/** Returns true if the Host header selects the virtual hosts of clients in a mesh. */
export function selectsByAuthority(ir: MeshIR): boolean {
  const proxy = ir.proxy(EVERYBODY_ELSE);
  return proxy?.entrance === 'mesh' && proxy.byAuthority !== undefined;
}

/**
 * Adds the changes of requests in a mesh in which the Host header selects virtual hosts. Every domain that one
 * of the worlds has for a client and a port is dialled, and a host that neither has. Domains and clients with
 * the same tables before and after are compared once.
 */
export function compareMeshes(before: ComparedWorld, after: ComparedWorld, list: ChangeList): void {
  const clients = distinctClients(before.ir, after.ir);
  const groups = new Map<string, Group>();
  const keys = new Keys();
  for (const client of clients) {
    const sides = [before, after].map((world) => sideOf(client, world));
    for (const port of portsOf(sides)) {
      for (const dialled of dialledAt(port, sides)) {
        const places = sides.map((side) => placeOf(dialled, port, client, side)) as [Place, Place];
        const key = places.map((place) => keys.of(place)).join(' ');
        const group = groups.get(key) ?? { dialled, port, places, clients: new Set<Client>() };
        groups.set(key, group);
        group.clients.add(client);
      }
    }
  }
  for (const group of groups.values()) compareGroup(group, clients, before, after, list);
}

/** Requests of some clients that arrive at the same tables. */
interface Group {
  readonly dialled: string;
  readonly port: number;
  /** Before and after. */
  readonly places: readonly [Place, Place];
  readonly clients: Set<Client>;
}

/** Where requests arrive in one world. */
interface Place {
  /** Null if it is no virtual host. `end` says what it is. */
  readonly host: VirtualHost | null;
  readonly end: string;
  /** What the proxy adds to requests. */
  readonly added: string;
}

interface ClientSide extends ComparedWorld {
  readonly proxy: MeshProxy | null;
}

/** Returns one client for each pair of configurations before and after. */
function distinctClients(before: MeshIR, after: MeshIR): readonly Client[] {
  const classIn = (ir: MeshIR) => (client: Client) => ir.classOf({ from: client, gateway: null });
  const [first, second] = [classIn(before), classIn(after)];
  const found = new Map<string, Client>();
  const all = [
    ...before.distinctClients(second),
    ...after.distinctClients(first),
    ...[before, after].flatMap(namespacesIn),
    { namespace: '', workload: null, labels: {}, inMesh: true },
  ];
  for (const client of all) {
    const key = `${first(client)} ${second(client)}`;
    if (!found.has(key)) found.set(key, client);
  }
  return [...found.values()];
}

/** Returns a client of each namespace with consumer routes. */
function namespacesIn(ir: MeshIR): readonly Client[] {
  return ir.classes().flatMap((of) => {
    const owner = readClientClass(of);
    if (owner.kind !== 'mesh' || owner.namespace === null) return [];
    return [{ namespace: owner.namespace, workload: null, labels: {}, inMesh: true }];
  });
}

function sideOf(client: Client, world: ComparedWorld): ClientSide {
  const proxy = world.ir.proxy(world.ir.classOf({ from: client, gateway: null }));
  return { ...world, proxy: proxy?.entrance === 'mesh' ? proxy : null };
}

function portsOf(sides: readonly ClientSide[]): ReadonlySet<number> {
  const ports = new Set([OTHER_PORT]);
  for (const { ir, proxy } of sides) {
    for (const port of proxy?.byAuthority?.ports ?? []) ports.add(port);
    for (const { port } of [...ir.frontends.values(), ...ir.hosts.values()]) ports.add(port);
  }
  return ports;
}

/** Returns a name for each domain of a port, and one that has none. */
function dialledAt(port: number, sides: readonly ClientSide[]): ReadonlySet<string> {
  const names = new Set<string>();
  const wildcards = new Set<string>();
  for (const { ir, proxy } of sides) {
    for (const [domain] of proxy?.byAuthority?.at(port)?.domains() ?? [])
      (domain.startsWith('*') ? wildcards : names).add(domain);
    for (const { service, port: own } of ir.hosts.values())
      if (own === port && !service.startsWith('*')) names.add(service.toLowerCase());
    for (const frontend of ir.frontends.values()) {
      if (frontend.port !== port) continue;
      for (const name of namesOf(frontend.service, ir.clusterDomain)) names.add(name);
    }
  }
  const isCovered = (name: string) => [...wildcards].some((each) => name.endsWith(each.slice(1)));
  if (!wildcards.has('*')) {
    let other = `${OTHER_HOST}.test`;
    while (isCovered(other)) other += '-x';
    names.add(other);
  }
  // Services that do not have the port: those that a wildcard covers, and one for all others.
  let represented = false;
  for (const { ir } of sides)
    for (const { service } of ir.frontends.values())
      for (const name of namesOf(service, ir.clusterDomain)) {
        if (names.has(name)) continue;
        if (!isCovered(name) && represented) continue;
        represented ||= !isCovered(name);
        names.add(name);
      }
  for (const wildcard of wildcards) {
    let label = 'host';
    while (names.has(`${label}${wildcard.slice(1)}`)) label += '-x';
    names.add(`${label}${wildcard.slice(1)}`);
  }
  return names;
}

/** Returns the names of a Service for clients of every namespace. */
function namesOf(service: string, clusterDomain: string): readonly string[] {
  const { namespace, name } = readNamespacedName(service);
  const short = `${name}.${namespace}`.toLowerCase();
  return [`${short}.svc.${clusterDomain}`, `${short}.svc`, short];
}

function placeOf(dialled: string, port: number, client: Client, side: ClientSide): Place {
  const { ir, profile, proxy } = side;
  const address = addressOf(null, dialled, port, client);
  const request = requestSpace('http', address, ir, profile).request(new Map());
  if (proxy === null) return { host: null, end: 'no-proxy', added: '' };
  const added = proxy.adds === undefined ? '' : `${proxy.adds.name}: ${proxy.adds.value}`;
  if (!proxy.intercepts) return { host: null, end: 'not-intercepted', added };
  const arrival = findHost(request, viewRequest(request, profile), proxy, ir);
  if (arrival.to === 'host') return { host: arrival.host, end: '', added };
  const end = 'status' in arrival ? JSON.stringify([arrival.to, arrival.status]) : arrival.to;
  return { host: null, end, added };
}

function addressOf(
  host: VirtualHost | null,
  dialled: string,
  port: number,
  client: Client,
): Extract<TableAddress, { readonly client: string }> {
  const id = host?.id ?? servicePortId(dialled, port);
  const frontend = { id, service: host?.service ?? dialled, port, namespace: host?.namespace ?? '' };
  return { frontend, client: client.namespace, from: client, dialled };
}

/** Returns texts that distinguish places. */
class Keys {
  private readonly tables = new Map<RouteTable, number>();

  of({ host, end, added }: Place): string {
    if (host === null) return JSON.stringify([end, added]);
    const { table } = host;
    let at = -1;
    if (table !== null) {
      at = this.tables.get(table) ?? this.tables.size;
      this.tables.set(table, at);
    }
    return JSON.stringify([host.id, at, host.original, added]);
  }
}

function compareGroup(
  { dialled, port, places, clients }: Group,
  all: readonly Client[],
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
): void {
  const [first, second] = places;
  if (first.host === null && second.host === null && first.end === second.end) return;
  const tables = [first.host?.table ?? null, second.host?.table ?? null] as const;
  const calls = hasCalls(tables);
  for (const { client, name, except } of namedClients(clients, all)) {
    const at = {
      frontend: (second.host ?? first.host)?.id ?? servicePortId(dialled, port),
      client: name,
      ...(except === null ? null : { except }),
    };
    for (const kind of kindsOf(tables, 'tcp', calls)) {
      const spaces = [before, after].map(({ ir, profile }, side) =>
        requestSpace(kind, addressOf((places[side] as Place).host, dialled, port, client), ir, profile),
      );
      const space = jointSpace(
        spaces,
        places.map(({ host }) => host !== null),
      );
      compareTables(tables, kind, space, before, after, at, list, {
        calls,
        isOneSpace: first.added === '' && second.added === '',
      });
    }
  }
}

/** Returns the clients of a group with their names. One name stands for all namespaces that no object names. */
function namedClients(clients: ReadonlySet<Client>, all: readonly Client[]) {
  const others = [...clients].find((client) => clientName(client) === '*');
  if (others === undefined)
    return [...clients].map((client) => ({ client, name: clientName(client), except: null }));
  const except = all.filter((client) => !clients.has(client)).map(clientName);
  return [{ client: others, name: '*', except: except.sort() }];
}
