import { gatewayClass } from '../../../ids/client-classes.ts';
import { ISTIO_GATEWAY_KIND } from '../../../ids/gateway-names.ts';
import { namespacedName } from '../../../ids/ids.ts';
import { listenerId } from '../../../ids/listener-ids.ts';
import type { GatewayProxy, GatewayRequest, VirtualHost } from '../../../ir/proxy-config.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { SourceMatch } from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { ISTIO_GATEWAY } from '../../../resource/kinds/rare-kinds.ts';
import { type ClientScope, clientScope } from './client-scope.ts';
import { serverTable } from './connection-table.ts';
import { type GatewayContext, gatewayHosts, sharedHosts } from './gateway-hosts.ts';
import { type GatewayPods, gatewayPods, gatewaysOf, type IstioGatewayResource } from './gateway-pods.ts';
import { type MergedServers, mergeServers, passesTLS, plainHosts, type ServerOf } from './gateway-servers.ts';
import type { MeshConfig, MeshVirtualService } from './mesh-config.ts';
import { isSubset, MESH, mostSpecific } from './names.ts';
import { tlsOrigination } from './tls-origination.ts';
import { EMPTY } from './virtual-hosts.ts';
import { sees } from './visibility.ts';

/** A server of a gateway that reads no requests, or the virtual hosts of one that does. */
interface Door {
  readonly port: number;
  readonly kind: 'http' | 'https' | 'tls' | 'tcp';
  /** The server names that select it. Null if all connections of the port reach it. */
  readonly serverNames: readonly string[] | null;
  readonly hosts: ReadonlyMap<string, VirtualHost>;
}

/**
 * Returns the configurations of the Gateways of Istio, by `ns/name`, or with the kind if a Gateway of Gateway
 * API has that name (CONTRACTS 6).
 */
export function istioGateways(config: MeshConfig): ReadonlyMap<string, GatewayProxy> {
  const { cluster } = config;
  const resources = config.inOrder(cluster.resourcesOf(ISTIO_GATEWAY));
  const found = new Map<string, GatewayProxy>();
  const known = new Map<string, readonly Door[]>();
  for (const resource of resources) {
    const name = namespacedName(resource.namespace, resource.name);
    const key = cluster.gateways.has(name) ? namespacedName(ISTIO_GATEWAY_KIND, name) : name;
    const pods = gatewayPods(resource, cluster);
    const group = gatewaysOf(pods, resources);
    const groupKey = JSON.stringify([pods.namespace, pods.labels, group.map(({ id }) => id)]);
    const doors = known.get(groupKey) ?? doorsOf(mergeServers(group), contextOf(pods, config));
    known.set(groupKey, doors);
    found.set(key, proxyOf(resource, key, pods, doors, config));
  }
  return found;
}

/** Returns what the Pods of a gateway see. Sidecars are not for them. */
function gatewayScope({ namespace, labels }: GatewayPods, config: MeshConfig): ClientScope {
  return clientScope({ namespace, labels }, { ...config, sidecars: [] });
}

function contextOf(pods: GatewayPods, config: MeshConfig): GatewayContext {
  const { namespace } = pods;
  const seen = config.virtualServices.filter(({ audience }) => sees(audience, namespace));
  const listed = seen.filter(({ audience }) => audience !== 'all');
  const ordered = [
    ...listed.filter((each) => each.namespace === namespace),
    ...listed.filter((each) => each.namespace !== namespace),
    ...seen.filter(({ audience }) => audience === 'all'),
  ];
  const byGateway = new Map<string, MeshVirtualService[]>();
  for (const each of ordered)
    for (const gateway of new Set(each.gateways))
      byGateway.set(gateway, [...(byGateway.get(gateway) ?? []), each]);
  return { config, scope: gatewayScope(pods, config), boundTo: (gateway) => byGateway.get(gateway) ?? [] };
}

function doorsOf(servers: MergedServers, context: GatewayContext): readonly Door[] {
  const doors: Door[] = [];
  const withHosts = (kind: 'http' | 'https', of: readonly ServerOf[], serverNames: Door['serverNames']) => {
    const [first] = of;
    if (first === undefined) return;
    const hosts = new Map<string, VirtualHost>();
    for (const { hostname, server, table } of gatewayHosts(of, context))
      hosts.set(hostname, virtualHost(server, hostname, kind === 'http' ? 'HTTP' : 'HTTPS', table));
    doors.push({ port: first.port, kind, serverNames, hosts });
  };
  for (const of of servers.http.values()) withHosts('http', of, null);
  for (const of of servers.https) withHosts('https', [of], plainHosts(of));
  for (const of of servers.tls) doors.push(...tlsDoors(of, context));
  for (const of of servers.tcp.values()) {
    const table = connectionTableOf(of, 'tcp', 'tcp', context);
    if (table !== null)
      doors.push({
        port: of.port,
        kind: 'tcp',
        serverNames: null,
        hosts: new Map([['*', virtualHost(of, '*', 'TCP', table)]]),
      });
  }
  return doors;
}

function connectionTableOf(
  of: ServerOf,
  takes: 'tls' | 'tcp',
  rules: 'tls' | 'tcp',
  { boundTo, config, scope }: GatewayContext,
): RouteTable | null {
  const among = boundTo(of.key).filter((service) => sharedHosts(of, service).length > 0);
  return serverTable(takes, rules, among, { config, scope, port: of.port, gateway: of.key });
}

/** Returns the doors of a server of TLS: it passes TLS through by server name, or ends it for rules of TCP. */
function tlsDoors(of: ServerOf, context: GatewayContext): readonly Door[] {
  const passes = passesTLS(of.server.tls);
  const table = connectionTableOf(of, 'tls', passes ? 'tls' : 'tcp', context);
  if (table === null) return [];
  const { port } = of;
  if (passes) {
    const serverNames = table.entries.flatMap(({ conditions }) => conditions.map(({ value }) => value));
    return [{ port, kind: 'tls', serverNames, hosts: new Map([['*', virtualHost(of, '*', 'TLS', table)]]) }];
  }
  return plainHosts(of).map((name) => ({
    port,
    kind: 'tls',
    serverNames: [name],
    hosts: new Map([['*', virtualHost(of, name, 'TLS', table)]]),
  }));
}

function virtualHost(of: ServerOf, hostname: string, protocol: string, table: RouteTable): VirtualHost {
  const { gateway, server, port } = of;
  const name = server.name || server.portName || `${port}`;
  const own = hostname === '*' ? name : `${name}/${hostname}`;
  return {
    ...EMPTY,
    id: listenerId(ISTIO_GATEWAY_KIND, gateway.namespace, gateway.name, own),
    name,
    namespace: gateway.namespace,
    service: null,
    port,
    protocol,
    domain: hostname === '*' ? null : hostname,
    table,
    original: null,
  };
}

function proxyOf(
  resource: IstioGatewayResource,
  key: string,
  pods: GatewayPods,
  doors: readonly Door[],
  config: MeshConfig,
): GatewayProxy {
  const { namespace, name } = resource;
  const prefix = listenerId(ISTIO_GATEWAY_KIND, namespace, name, '');
  const all = doors.flatMap(({ hosts }) => [...hosts.values()]);
  return {
    entrance: 'gateway',
    of: gatewayClass(key),
    id: key,
    kind: ISTIO_GATEWAY_KIND,
    namespace,
    assumed: false,
    refusesMisdirected: false,
    listeners: all.filter(({ id }) => id.startsWith(prefix)),
    servers: resource.spec.servers.flatMap(({ port, name: own, portName }) =>
      port === null ? [] : [{ name: own || portName || `${port}`, port }],
    ),
    ...(pods.workload === null && {
      unknownPods: { namespace: pods.namespace, matters: arePodsRead(pods, config) },
    }),
    notesOn: tlsOrigination(gatewayScope(pods, config), config),
    find: (request) => find(request, doors),
    passedOver: () => [],
  };
}

/** Returns true if the namespace or the labels of the Pods of a gateway may change what it does. */
function arePodsRead(
  { namespace }: GatewayPods,
  { virtualServices, services, destinationRules }: MeshConfig,
): boolean {
  const reads = ({ sourceNamespace, sourceLabels }: SourceMatch) =>
    sourceNamespace !== null || Object.keys(sourceLabels).length > 0;
  return (
    !destinationRules.isPublic ||
    destinationRules.namespaces.has(namespace) ||
    services.all.some(({ audience }) => audience !== 'all') ||
    virtualServices.some(
      ({ gateways, audience, rules, resource }) =>
        gateways.some((each) => each !== MESH) &&
        (audience !== 'all' ||
          rules.some(({ matches }) => matches.some(reads)) ||
          [...resource.spec.tcp, ...resource.spec.tls].some((rule) => rule?.matches.some(reads))),
    )
  );
}

/**
 * Returns the virtual host of a request: an encrypted connection is found by its server name, and a request by
 * its Host header among the hosts of the server (Istio 14.1, 14.3).
 */
function find(
  { port, scheme, host, serverName }: GatewayRequest,
  doors: readonly Door[],
): ReturnType<NonNullable<GatewayProxy['find']>> {
  const there = doors.filter((door) => door.port === port);
  const door = doorOf(scheme, host, serverName, there);
  if (door === null) {
    const encrypted = scheme === 'https' || scheme === 'tls';
    const mayAccept = encrypted && there.some(({ kind }) => kind === 'https' || kind === 'tls');
    return { host: null, why: mayAccept ? 'no-host' : 'no-listener', closed: true };
  }
  if (door.kind === 'tls' || door.kind === 'tcp') return hostIn(door, '*');
  return hostIn(door, mostSpecific(host, door.hosts.keys()) ?? '');
}

function hostIn({ hosts }: Door, hostname: string): ReturnType<NonNullable<GatewayProxy['find']>> {
  const host = hosts.get(hostname);
  return host === undefined ? { host: null, why: 'no-host', closed: false } : { host };
}

function doorOf(
  scheme: GatewayRequest['scheme'],
  host: string,
  serverName: string | null,
  there: readonly Door[],
): Door | null {
  const plain = there.find(({ kind }) => kind === 'http') ?? null;
  switch (scheme) {
    case 'http':
      return plain ?? there.find(({ kind }) => kind === 'tcp') ?? null;
    case 'grpc':
      return plain ?? bySNI(host, there);
    case 'https':
    case 'tls':
      return bySNI(serverName ?? host, there) ?? there.find(({ kind }) => kind === 'tcp') ?? null;
    case 'tcp':
      return there.find(({ kind }) => kind === 'tcp') ?? null;
    case 'udp':
      return null;
    default:
      return scheme satisfies never;
  }
}

function bySNI(name: string, there: readonly Door[]): Door | null {
  const names = new Map<string, Door>();
  for (const door of there)
    for (const each of door.serverNames ?? []) if (!names.has(each)) names.set(each, door);
  const best = mostSpecific(name, names.keys());
  return best === null || !isSubset(name, best) ? null : (names.get(best) ?? null);
}
