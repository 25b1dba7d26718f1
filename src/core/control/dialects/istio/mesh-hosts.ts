import { servicePortId } from '../../../ids/ids.ts';
import type { LostClaim } from '../../../ir/lost-claim.ts';
import type { AuthorityPort, Frontend, MeshProxy, VirtualHost } from '../../../ir/proxy-config.ts';
import { readServiceName } from '../../../ir/service-name.ts';
import { errorStatus, NO_STATUS } from '../../../ir/status.ts';
import type { RouteTable } from '../../../ir/table.ts';
import { type ClientScope, type EgressScope, scopeAt } from './client-scope.ts';
import { tcpTable, tlsTable } from './connection-table.ts';
import type { TableContext } from './http-table.ts';
import { type Age, compareAge, type MeshConfig, type MeshVirtualService } from './mesh-config.ts';
import type { MeshService } from './mesh-service.ts';
import type { ServiceAlias } from './mesh-services.ts';
import { isWildcard, MESH, mostSpecific } from './names.ts';
import { connectionOf, outsideConnections } from './outside-connections.ts';
import { bare, EMPTY, entryHost, plainHost } from './virtual-hosts.ts';

const BAD_GATEWAY = 502;
const HTTP_PORT = 80;

/** The virtual hosts of a port for one client (Istio 5). */
interface PortHosts {
  /** True if the Host header selects among them. */
  readonly hasListener: boolean;
  readonly byService: ReadonlyMap<MeshService, VirtualHost>;
  readonly exact: ReadonlyMap<string, VirtualHost>;
  /** The longest first. */
  readonly wildcards: readonly (readonly [string, VirtualHost])[];
  /** Finds connections to hosts of ServiceEntries. */
  readonly connection: ReturnType<typeof outsideConnections>;
}

/** The inputs of the configuration of one client. */
export interface ClientInputs {
  readonly config: MeshConfig;
  readonly scope: ClientScope;
  /** The configuration without objects of Istio: the routes of Gateway API. */
  readonly base: MeshProxy;
  readonly frontends: ReadonlyMap<string, Frontend>;
  tableOf(service: MeshVirtualService, context: TableContext): RouteTable | null;
  /** Returns the age of the oldest route of a table for a host. */
  ageOfRoutes(table: RouteTable, host: string): Age;
}

/** Returns the configuration of the proxy of a client with VirtualServices. */
export function meshHosts(inputs: ClientInputs): Pick<MeshProxy, 'byAuthority' | 'host'> {
  const { config, scope, base } = inputs;
  const ports = new Map<number, PortHosts | null>();
  const at = (port: number): PortHosts | null => {
    const known = ports.get(port);
    if (known !== undefined) return known;
    const egress = scopeAt(scope, port);
    const made = egress === null ? null : portHosts(port, egress, inputs);
    ports.set(port, made);
    return made;
  };
  const closed = scope.outbound === 'REGISTRY_ONLY';
  const serviceAt = ({ service, port }: Frontend): MeshService | null => {
    const found = config.services.byKey.get(service) ?? scope.find(service);
    const known = scopeAt(scope, port)?.services;
    return found !== null && known?.includes(found) === true ? found : null;
  };
  const isPlainHTTP = (host: string, port: number) =>
    scopeAt(scope, port)?.services.some(
      (each) => each.hostname === host && each.entry !== null && each.ports.get(port) === 'http',
    ) ?? false;
  return {
    byAuthority: {
      ports: portsIn(config),
      at: (port) => {
        const hosts = at(port);
        return hosts?.hasListener ? authorityPort(hosts, closed) : null;
      },
      decidesAt(frontend) {
        // The listener of the port takes addresses that the proxy does not know.
        const service = serviceAt(frontend);
        return service === null || service.ports.get(frontend.port) === 'http';
      },
      refuses: (frontend) => closed && serviceAt(frontend) === null,
      withoutRoutes: (frontend) => bare(base.host(frontend, 'tcp')),
      connection(request, authority) {
        const connection = connectionOf(request, authority);
        const found = at(request.port)?.connection(connection) ?? null;
        if (found !== null || connection.isHTTP || !closed) return found;
        const unreadable = connection.serverName !== null && isPlainHTTP(connection.dialled, request.port);
        return { by: null, status: NO_STATUS, ...(unreadable && { unreadable }) };
      },
      unknownAddress: closed ? NO_STATUS : 'original',
    },
    host(frontend, transport) {
      const own = base.host(frontend, transport);
      if (transport === 'udp') return own;
      const service = serviceAt(frontend);
      // A Service that the proxy does not know is reached as from outside the mesh.
      if (service === null) return bare(own);
      return at(frontend.port)?.byService.get(service) ?? own;
    },
  };
}

const portsOf = new WeakMap<MeshConfig, readonly number[]>();

function portsIn(config: MeshConfig): readonly number[] {
  const before = portsOf.get(config);
  if (before !== undefined) return before;
  const ports = new Set([HTTP_PORT]);
  for (const service of config.services.all) for (const port of service.ports.keys()) ports.add(port);
  const made = [...ports].sort((a, b) => a - b);
  portsOf.set(config, made);
  return made;
}

const known = new WeakMap<PortHosts, AuthorityPort>();

function authorityPort(hosts: PortHosts, closed: boolean): AuthorityPort {
  const before = known.get(hosts);
  if (before !== undefined) return before;
  const made: AuthorityPort = {
    *domains() {
      yield* hosts.exact;
      yield* hosts.wildcards;
    },
    find: (host) =>
      hosts.exact.get(host) ??
      hosts.wildcards.find(([domain]) => domain === '*' || host.endsWith(domain.slice(1)))?.[1] ??
      null,
    otherwise: closed ? errorStatus(BAD_GATEWAY, 'by-http-code') : 'original',
  };
  known.set(hosts, made);
  return made;
}

/** One object that wants hosts: a VirtualService, or the routes of Gateway API of one Service. */
type Claim =
  | { readonly of: 'virtual-service'; readonly service: MeshVirtualService }
  | { readonly of: 'routes'; readonly service: MeshService; readonly host: VirtualHost };

function portHosts(port: number, egress: EgressScope, inputs: ClientInputs): PortHosts {
  const { config, scope } = inputs;
  const services = egress.services.filter((each) => each.ports.has(port));
  const byHost = new Map(services.map((each) => [each.hostname, each]));
  const context: TableContext = { scope, config, port, gateway: MESH };
  const byService = new Map<MeshService, VirtualHost>();
  const exact = new Map<string, VirtualHost>();
  const wildcards = new Map<string, VirtualHost>();
  const claim = (domains: readonly string[], host: VirtualHost) => {
    for (const domain of domains) {
      const into = isWildcard(domain) ? wildcards : exact;
      if (!into.has(domain)) into.set(domain, host);
    }
  };
  const lost = new Map<MeshService, LostClaim[]>();
  const owners = new Map<MeshService, Claim>();
  const take = (service: MeshService, host: VirtualHost, by: Claim | null) => {
    const owner = owners.get(service);
    if (owner !== undefined && by !== null) lost.get(service)?.push(lostClaim(by, owner, egress, scope));
    if (byService.has(service)) return;
    const claims: LostClaim[] = [];
    const taken = by === null ? host : { ...host, lostClaims: () => claims };
    if (by !== null) {
      owners.set(service, by);
      lost.set(service, claims);
    }
    byService.set(service, taken);
    claim(domainsOf(service, inputs, byHost), taken);
  };
  const http = services.filter(({ ports }) => isReadable(ports.get(port)));
  const routes = routesOf(http, port, egress, inputs);
  const order = claimsInOrder(egress, routes, inputs);
  const winners = wildcardWinners(http, port, egress, inputs);
  for (const each of order) {
    if (each.of === 'routes') {
      take(each.service, each.host, each);
      continue;
    }
    const { service } = each;
    const own = servicesOf(service, byHost, winners);
    if (port !== HTTP_PORT && own.services.length === 0) continue;
    const readable = own.services.filter(({ ports }) => isReadable(ports.get(port)));
    if (port !== HTTP_PORT && readable.length === 0 && !hasAliasPort(service, port, inputs)) continue;
    const table = inputs.tableOf(service, context);
    if (table === null) continue;
    for (const found of readable) take(found, { ...bare(defaultHost(found, port, inputs)), table }, each);
    for (const host of own.plain) claim([host], plainHost(host, port, service, table));
  }
  for (const service of services) {
    if (byService.has(service)) continue;
    const own = defaultHost(service, port, inputs);
    const readable = isReadable(service.ports.get(port));
    const table = readable ? null : connectionTable(service, context, egress);
    const host = readable ? bare(own) : table === null ? own : { ...own, table };
    if (readable) take(service, host, null);
    else byService.set(service, host);
  }
  const hasListener = services.some(({ ports }) => ports.get(port) === 'http');
  const outside = services.flatMap((service) => {
    const host = service.entry === null ? undefined : byService.get(service);
    return host === undefined ? [] : [{ service, host }];
  });
  const closed = scope.outbound === 'REGISTRY_ONLY';
  return {
    hasListener,
    byService,
    exact,
    wildcards: [...wildcards].sort(([a], [b]) => b.length - a.length),
    connection: outsideConnections(port, outside, { hasListener, closed, bare }),
  };
}

/** Returns a claim that another claim on the same host precedes (Istio 3.4, 3.7, 13.2). */
function lostClaim(claim: Claim, owner: Claim, { first }: EgressScope, { client }: ClientScope): LostClaim {
  const isOwn = owner.of === 'routes' && owner.host.table?.scope.namespace === client.namespace;
  const isPrivate = owner.of === 'virtual-service' && first.includes(owner.service);
  const why = isPrivate ? 'private' : isOwn ? 'own-namespace' : 'older';
  return { routes: routesIn(claim), winners: routesIn(owner), why };
}

function routesIn(claim: Claim): readonly string[] {
  return claim.of === 'virtual-service' ? [claim.service.id] : (claim.host.table?.routes ?? []);
}

function isReadable(protocol: string | undefined): boolean {
  return protocol === 'http' || protocol === 'sniffed';
}

function connectionTable(
  service: MeshService,
  context: TableContext,
  { first, others }: EgressScope,
): RouteTable | null {
  const among = [...first, ...others];
  return service.ports.get(context.port) === 'tls'
    ? tlsTable(service, among, context)
    : tcpTable(service, among, context);
}

/** Returns the virtual host of a Service port as Gateway API defines it. */
function defaultHost(service: MeshService, port: number, { base, frontends }: ClientInputs): VirtualHost {
  if (service.entry !== null) return entryHost(service, service.entry, port);
  const frontend = frontends.get(servicePortId(service.key, port));
  if (frontend !== undefined) return base.host(frontend, 'tcp');
  // A headless Service has virtual hosts, too (Istio 5.4, 12.1).
  const { key, namespace, facet } = service;
  const declared = facet?.ports.find((each) => each.port === port);
  return {
    ...EMPTY,
    id: servicePortId(key, port),
    name: declared?.name ?? '',
    namespace,
    service: key,
    port,
    protocol: declared?.appProtocol ?? null,
    original: { service: key, port, subset: null },
  };
}

/** Returns the claims of the routes of Gateway API on Services, by Service (Istio 12.5). */
function routesOf(
  services: readonly MeshService[],
  port: number,
  egress: EgressScope,
  inputs: ClientInputs,
): readonly Extract<Claim, { of: 'routes' }>[] {
  return services.flatMap((service) => {
    const host = defaultHost(service, port, inputs);
    const namespace = host.table?.scope.namespace;
    if (host.table === null || namespace === undefined) return [];
    return egress.knowsRoutes(namespace, service.hostname) ? [{ of: 'routes', service, host }] : [];
  });
}

/**
 * Returns the claims in the order in which they are considered: routes of Gateway API in the namespace of the
 * client precede public VirtualServices, and others are ordered with them by age (Istio 3.4, 13.2).
 */
function claimsInOrder(
  { first, others }: EgressScope,
  routes: readonly Extract<Claim, { of: 'routes' }>[],
  { scope, ageOfRoutes }: ClientInputs,
): readonly Claim[] {
  const claim = (service: MeshVirtualService): Claim => ({ of: 'virtual-service', service });
  if (routes.length === 0) return [...first, ...others].map(claim);
  const { namespace } = scope.client;
  const isOwn = ({ host }: { readonly host: VirtualHost }) => host.table?.scope.namespace === namespace;
  const aged = [
    ...others.map((service) => ({ claim: claim(service), age: service.age })),
    ...routes
      .filter((each) => !isOwn(each))
      .map((each) => ({
        claim: each,
        age: ageOfRoutes(each.host.table as RouteTable, each.service.hostname),
      })),
  ].sort((a, b) => compareAge(a.age, b.age));
  return [...first.map(claim), ...routes.filter(isOwn), ...aged.map((each) => each.claim)];
}

/**
 * Returns the most specific host of all VirtualServices and routes for each Service that a wildcard covers,
 * with its first VirtualService (Istio 3.8). Null is a route of Gateway API.
 */
function wildcardWinners(
  services: readonly MeshService[],
  port: number,
  { first, others, knowsRoutes }: EgressScope,
  { frontends }: ClientInputs,
): ReadonlyMap<MeshService, MeshVirtualService | null> {
  const owners = new Map<string, MeshVirtualService>();
  for (const each of [...first, ...others])
    for (const host of each.hosts) if (!owners.has(host)) owners.set(host, each);
  const wild = [...owners.keys()].filter(isWildcard);
  const winners = new Map<MeshService, MeshVirtualService | null>();
  if (wild.length === 0) return winners;
  for (const service of services) {
    const owner = owners.get(service.hostname);
    const tables = frontends.get(servicePortId(service.key, port))?.tables ?? [];
    const hasRoutes = tables.some(({ scope }) => knowsRoutes(scope.namespace, service.hostname));
    const best = mostSpecific(service.hostname, wild);
    if (owner !== undefined || hasRoutes) winners.set(service, owner ?? null);
    else if (best !== null) winners.set(service, owners.get(best) ?? null);
  }
  return winners;
}

/** Returns the Services and the other hosts that a VirtualService is for at a port (Istio 5.3). */
function servicesOf(
  of: MeshVirtualService,
  byHost: ReadonlyMap<string, MeshService>,
  winners: ReadonlyMap<MeshService, MeshVirtualService | null>,
): { readonly services: readonly MeshService[]; readonly plain: readonly string[] } {
  const services: MeshService[] = [];
  const plain: string[] = [];
  for (const host of of.hosts) {
    if (!isWildcard(host)) {
      const service = byHost.get(host);
      if (service === undefined) plain.push(host);
      else services.push(service);
      continue;
    }
    let found = false;
    for (const [service, winner] of winners) {
      if (winner !== of || mostSpecific(service.hostname, [host]) === null) continue;
      services.push(service);
      found = true;
    }
    if (!found) plain.push(host);
  }
  return { services, plain };
}

/** Returns true if a host of a VirtualService is an ExternalName Service with this port (Istio 2.7). */
function hasAliasPort(of: MeshVirtualService, port: number, { config }: ClientInputs): boolean {
  return of.hosts.some((host) => {
    const target = config.services.aliasTargets.get(host);
    if (target === undefined) return false;
    return config.services.aliasesOf(target).some((each) => each.hostname === host && each.ports.has(port));
  });
}

/** Returns the domains of a Service for the clients of a namespace (Istio 5.4, 5.5). */
function domainsOf(
  service: MeshService,
  { config, scope }: ClientInputs,
  byHost: ReadonlyMap<string, MeshService>,
): readonly string[] {
  const names = [service, ...config.services.aliasesOf(service)];
  const { clusterDomain } = config.cluster;
  const domains = names.flatMap((each) => namesOf(each, scope.client.namespace, clusterDomain));
  const own = domains.filter((domain) => domain === service.hostname || !byHost.has(domain));
  const below = service.headless ? own.map((domain) => `*.${domain}`) : [];
  return [...own, ...below, ...service.addresses.map((each) => each.toLowerCase())];
}

function namesOf(
  { hostname, ...own }: Pick<ServiceAlias, 'hostname' | 'name' | 'namespace'>,
  client: string | null,
  clusterDomain: string,
): readonly string[] {
  // The host of a ServiceEntry has short forms only if it has the form of a Service.
  const isService = hostname.endsWith(`.svc.${clusterDomain}`);
  const read = own.name === hostname && isService ? readServiceName(hostname, null, clusterDomain) : own;
  if (read === null || (own.name === hostname && !isService)) return [hostname];
  const { name, namespace } = read;
  const short = `${name}.${namespace}`.toLowerCase();
  return [hostname, `${short}.svc`, short, ...(client === namespace ? [name.toLowerCase()] : [])];
}
