import type { EgressListener } from '../../../resource/kinds/networking.istio.io/sidecar.ts';
import { hasLabels, type PodLabels } from './labels.ts';
import type { MeshConfig, MeshVirtualService, SidecarResource } from './mesh-config.ts';
import type { MeshService } from './mesh-service.ts';
import { hostsOverlap, isSubset, MESH, ROOT_NAMESPACE, resolveHost } from './names.ts';
import { sees } from './visibility.ts';

/** A client of the mesh. The namespace is null if no object names it. */
export interface MeshClient {
  readonly namespace: string | null;
  readonly labels: PodLabels;
}

/** What the proxy of a client knows for the ports of one egress listener. */
export interface EgressScope {
  /** Null if it is for every port without a scope of its own. */
  readonly port: number | null;
  readonly services: readonly MeshService[];
  /** In the order in which they are considered (Istio 3.4). The first group precedes routes of Gateway API. */
  readonly first: readonly MeshVirtualService[];
  readonly others: readonly MeshVirtualService[];
  /** Returns true if routes of Gateway API in a namespace are known for a host. */
  knowsRoutes(namespace: string, host: string): boolean;
}

/** What the proxy of a client knows of the mesh (Istio 3, 4). */
export interface ClientScope {
  readonly client: MeshClient;
  readonly sidecar: SidecarResource | null;
  readonly scopes: readonly EgressScope[];
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY';
  /** Returns the Service with a full name that the proxy has clusters for (Istio 8.4). */
  find(hostname: string): MeshService | null;
}

/** Returns the scope of a port. Returns null if the proxy has no listener for it. */
export function scopeAt({ scopes }: ClientScope, port: number): EgressScope | null {
  return scopes.find((each) => each.port === port) ?? scopes.find((each) => each.port === null) ?? null;
}

/** Returns what the proxy of a client knows. */
export function clientScope(client: MeshClient, config: MeshConfig): ClientScope {
  const sidecar = sidecarOf(client, config);
  const services = config.services.all.filter((each) => sees(each.audience, client.namespace));
  const [first, others] = virtualServicesFor(client, config);
  const outbound = sidecar?.spec.outbound ?? config.outbound;
  if (sidecar === null || sidecar.spec.egress.length === 0) {
    const byHost = firstByHost(services);
    const known = [...byHost.values()];
    const scope: EgressScope = { port: null, services: known, first, others, knowsRoutes: () => true };
    return { client, sidecar, scopes: [scope], outbound, find: (hostname) => byHost.get(hostname) ?? null };
  }
  const scopes = sidecar.spec.egress.map((listener): EgressScope => {
    const { port } = listener;
    const imports = importer(listener, client.namespace ?? '');
    const imported = ({ namespace, hosts }: MeshVirtualService) =>
      hosts.some((host) => imports.overlaps(namespace, host));
    return {
      port,
      services: [
        ...firstByHost(
          services.filter(
            ({ namespace, hostname, ports }) =>
              imports.covers(namespace, hostname) && (port === null || ports.has(port)),
          ),
        ).values(),
      ],
      first: first.filter(imported),
      others: others.filter(imported),
      knowsRoutes: imports.covers,
    };
  });
  const imported = scopes.flatMap((scope) => scope.services);
  const seen = firstByHost(services);
  const added = scopes.flatMap(({ first: some, others: rest }) =>
    [...some, ...rest].flatMap((each) => destinationsOf(each, client, config, seen)),
  );
  const known = firstByHost([...imported, ...added]);
  return { client, sidecar, scopes, outbound, find: (hostname) => known.get(hostname) ?? null };
}

/** Returns the first Service with each full name. */
function firstByHost(services: readonly MeshService[]): ReadonlyMap<string, MeshService> {
  const found = new Map<string, MeshService>();
  for (const each of services) if (!found.has(each.hostname)) found.set(each.hostname, each);
  return found;
}

/**
 * Returns the Sidecar of a client: of its namespace with a selector, then without, then of the root namespace
 * (Istio 4.1).
 */
function sidecarOf({ namespace, labels }: MeshClient, { sidecars }: MeshConfig): SidecarResource | null {
  const own = sidecars.filter((each) => each.namespace === namespace);
  return (
    own.find(({ spec }) => spec.workloadSelector !== null && hasLabels(labels, spec.workloadSelector)) ??
    own.find(({ spec }) => spec.workloadSelector === null) ??
    sidecars.find((each) => each.namespace === ROOT_NAMESPACE && each.spec.workloadSelector === null) ??
    null
  );
}

/**
 * Returns the VirtualServices of the mesh that a client sees: private ones of its namespace and those that
 * name its namespace, then public ones (Istio 3.1…3.4).
 */
function virtualServicesFor(
  { namespace }: MeshClient,
  { virtualServices }: MeshConfig,
): readonly [readonly MeshVirtualService[], readonly MeshVirtualService[]] {
  const seen = virtualServices.filter(
    ({ gateways, audience }) => gateways.includes(MESH) && sees(audience, namespace),
  );
  const listed = seen.filter(({ audience }) => audience !== 'all');
  return [
    [
      ...listed.filter((each) => each.namespace === namespace),
      ...listed.filter((each) => each.namespace !== namespace),
    ],
    seen.filter(({ audience }) => audience === 'all'),
  ];
}

interface Importer {
  /** Returns true if a host of an object in a namespace is covered as a whole. */
  covers(namespace: string, host: string): boolean;
  /** Returns true if some host is covered (Istio 4.4). */
  overlaps(namespace: string, host: string): boolean;
}

/** Returns what the hosts of an egress listener import (Istio 4.2…4.4). */
function importer({ hosts }: EgressListener, clientNamespace: string): Importer {
  const entries = hosts.map((written) => {
    const excludes = written.startsWith('~');
    const text = excludes ? written.slice(1) : written;
    const slash = text.indexOf('/');
    const namespace = slash < 0 ? '*' : text.slice(0, slash);
    return {
      excludes,
      // `~/*` excludes everything: its namespace is empty.
      namespace: namespace === '.' ? clientNamespace : namespace === '' ? '*' : namespace,
      host: text.slice(slash + 1).toLowerCase(),
    };
  });
  const included = entries.filter(({ excludes }) => !excludes);
  const excluded = entries.filter(({ excludes }) => excludes);
  const isFor = (entry: { readonly namespace: string }, namespace: string) =>
    entry.namespace === '*' || entry.namespace === namespace;
  const isExcluded = (namespace: string, host: string) =>
    excluded.some((each) => isFor(each, namespace) && isSubset(host, each.host));
  return {
    covers: (namespace, host) =>
      !isExcluded(namespace, host) &&
      included.some((each) => isFor(each, namespace) && isSubset(host, each.host)),
    overlaps: (namespace, host) =>
      !isExcluded(namespace, host) &&
      included.some((each) => isFor(each, namespace) && hostsOverlap(host, each.host)),
  };
}

/** Returns the Services that a VirtualService sends to. A client that imports it knows them (Istio 4.6). */
function destinationsOf(
  { rules, resource, namespace }: MeshVirtualService,
  client: MeshClient,
  config: MeshConfig,
  seen: ReadonlyMap<string, MeshService>,
): readonly MeshService[] {
  const hosts = new Set<string>();
  const add = (host: string | null, of: string) => {
    if (host !== null) hosts.add(resolveHost(host, of, config.cluster.clusterDomain));
  };
  for (const { source, matches, hasMatches, action } of rules) {
    const fits = ({ sourceNamespace }: { readonly sourceNamespace: string | null }) =>
      sourceNamespace === null || sourceNamespace === client.namespace;
    if (hasMatches && !matches.some(fits)) continue;
    for (const { destination } of [...action.route, ...(action.mirrors ?? [])])
      add(destination.host, source.namespace);
  }
  for (const rule of [...resource.spec.tcp, ...resource.spec.tls])
    for (const { destination } of rule?.route ?? []) add(destination.host, namespace);
  return [...hosts].flatMap((host) => {
    const service = seen.get(host) ?? config.services.aliasTargets.get(host);
    return service !== undefined && sees(service.audience, client.namespace) ? [service] : [];
  });
}
