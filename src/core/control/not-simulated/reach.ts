import type { Cluster } from '../../cluster/cluster.ts';
import { selectWorkloads } from '../../cluster/endpoints.ts';
import { namespacedName } from '../../ids/ids.ts';
import type { Entrance, InfluencePlace } from '../../ir/influence.ts';
import { readServiceName } from '../../ir/service-name.ts';
import type { ResourceMeta } from '../../resource/resource.ts';
import { own } from '../../text/own.ts';
import type { ServiceFacet, ServiceFacets } from '../service-facets.ts';

/** An object of any kind, as written. */
export interface RawResource extends ResourceMeta {
  readonly raw: unknown;
}

/** The requests that an object may act on. */
export interface Reach {
  readonly places: readonly InfluencePlace[];
  readonly entrances: readonly Entrance[];
  readonly visibleTo?: readonly string[] | null;
}

/** Reads an object of a kind. Returns null if it acts on no request. */
type ReadReach = (object: RawResource, world: ReachWorld) => Reach | readonly Reach[] | null;

/** One kind: its group, its name, and the function that reads its reach. */
export interface KindReach {
  readonly group: string;
  readonly kind: string;
  readonly read: ReadReach;
}

/** The look-ups for the functions that read reaches. */
export interface ReachWorld {
  readonly cluster: Cluster;
  readonly facets: ServiceFacets;
  servicesIn(namespace: string): readonly ServiceFacet[];
}

/** All entrances except that of unresolved hosts. */
export const EVERY_ENTRANCE: readonly Entrance[] = ['mesh', 'gateway', 'outside-mesh'];
/** The entrances of clients in the mesh. */
export const IN_MESH: readonly Entrance[] = ['mesh', 'unresolved'];

/** Returns the look-ups for a cluster. Services are listed by namespace on first use. */
export function reachWorld(cluster: Cluster, facets: ServiceFacets): ReachWorld {
  let byNamespace: Map<string, ServiceFacet[]> | null = null;
  return {
    cluster,
    facets,
    servicesIn(namespace) {
      if (byNamespace === null) {
        byNamespace = new Map();
        for (const facet of facets.all()) {
          const list = byNamespace.get(facet.facts.namespace);
          if (list) list.push(facet);
          else byNamespace.set(facet.facts.namespace, [facet]);
        }
      }
      return byNamespace.get(namespace) ?? [];
    },
  };
}

/**
 * Returns the Service that a host of a mesh kind names in a namespace. Returns null if the bundle does not
 * have it.
 */
export function serviceOfHost(host: string, namespace: string, world: ReachWorld): string | null {
  const name = readServiceName(host, namespace, world.cluster.clusterDomain);
  if (name === null) return null;
  const key = namespacedName(name.namespace, name.name);
  return world.facets.find(key) === null ? null : key;
}

/** Returns the Services whose full name a wildcard pattern covers. Returns none for an exact host. */
function servicesUnder(pattern: string, world: ReachWorld): readonly string[] {
  if (!pattern.startsWith('*')) return [];
  const suffix = pattern.slice(1).toLowerCase();
  const found: string[] = [];
  for (const { facts } of world.facets.all()) {
    const full = `${facts.name}.${facts.namespace}.svc.${world.cluster.clusterDomain}`;
    if (full.endsWith(suffix)) found.push(facts.key);
  }
  return found;
}

/** Returns the Services that a host or a wildcard of a mesh kind names. */
export function servicesOfHost(host: string, namespace: string, world: ReachWorld): readonly string[] {
  const one = serviceOfHost(host, namespace, world);
  return one === null ? servicesUnder(host, world) : [one];
}

/** Returns the places of a dialled host of a mesh kind: its Services, and the host itself. */
export function dialledPlaces(host: string, namespace: string, world: ReachWorld): readonly InfluencePlace[] {
  const services = servicesOfHost(host, namespace, world);
  return [
    ...services.map((service): InfluencePlace => ({ at: 'frontend', service })),
    { at: 'host', pattern: host.toLowerCase() },
  ];
}

/** The labels that select Pods. */
export type PodLabels = Readonly<Record<string, string>>;

/**
 * Returns the places in a namespace that get requests and may have some labels: workloads, and Services whose
 * selector does not contradict the labels. Empty labels select everything.
 */
export function serverPlaces(
  namespace: string,
  labels: PodLabels,
  world: ReachWorld,
): readonly InfluencePlace[] {
  if (Object.keys(labels).length === 0) return [{ at: 'server-namespace', namespace }];
  const picked = new Set(
    selectWorkloads(world.cluster, namespace, labels).map((each) => `${each.kind}/${each.name}`),
  );
  const places: InfluencePlace[] = selectWorkloads(world.cluster, namespace, labels).map((each) => ({
    at: 'server',
    workload: namespacedName(namespace, each.name),
  }));
  for (const facet of world.servicesIn(namespace)) {
    if (mayPick(facet, namespace, labels, picked, world))
      places.push({ at: 'backend', service: facet.facts.key, selected: true });
  }
  return places;
}

/**
 * Returns true if the Pods of a Service may have some labels: by its workloads if they are declared, else by
 * its selector.
 */
function mayPick(
  facet: ServiceFacet,
  namespace: string,
  labels: PodLabels,
  picked: ReadonlySet<string>,
  world: ReachWorld,
): boolean {
  const selector = facet.resource?.spec.selector ?? null;
  if (selector === null) return facet.resource === null;
  const contradicts = Object.entries(labels).some(
    ([key, value]) => Object.hasOwn(selector, key) && own(selector, key) !== value,
  );
  if (contradicts) return false;
  const selected = selectWorkloads(world.cluster, namespace, selector);
  return selected.length === 0 || selected.some((each) => picked.has(`${each.kind}/${each.name}`));
}

/**
 * Returns the places that get requests under a service account. If no workload is declared, every place in
 * the namespace may.
 */
export function accountPlaces(
  namespace: string,
  account: string,
  world: ReachWorld,
): readonly InfluencePlace[] {
  const workloads = world.cluster.workloadsIn.get(namespace) ?? [];
  if (workloads.length === 0) return [{ at: 'server-namespace', namespace }];
  const own = workloads.filter((each) => (each.spec.serviceAccount ?? 'default') === account);
  const places: InfluencePlace[] = own.map((each) => ({
    at: 'server',
    workload: namespacedName(namespace, each.name),
  }));
  for (const { facts, resource } of world.servicesIn(namespace)) {
    const selector = resource?.spec.selector ?? null;
    if (selector === null) continue;
    const behind = selectWorkloads(world.cluster, namespace, selector);
    if (behind.length === 0 || behind.some((each) => own.includes(each)))
      places.push({ at: 'backend', service: facts.key, selected: true });
  }
  return places;
}

/** Returns the clients that labels select in a namespace. Empty labels select all of them. */
export function senderPlaces(
  namespace: string,
  labels: PodLabels,
  world: ReachWorld,
): readonly InfluencePlace[] {
  const open = !world.cluster.workloadsIn.has(namespace);
  if (Object.keys(labels).length === 0) return [{ at: 'sender', namespace, workloads: null, open }];
  const workloads = selectWorkloads(world.cluster, namespace, labels).map((each) =>
    namespacedName(namespace, each.name),
  );
  return workloads.length === 0 && !open ? [] : [{ at: 'sender', namespace, workloads, open }];
}

/** Returns the Services of a namespace whose selector matches Pods with exactly these labels. */
export function servicesPicking(
  namespace: string,
  labels: PodLabels,
  world: ReachWorld,
): readonly InfluencePlace[] {
  return world.servicesIn(namespace).flatMap(({ facts, resource }): readonly InfluencePlace[] => {
    const selector = resource?.spec.selector ?? null;
    const picks =
      selector !== null && Object.entries(selector).every(([key, value]) => own(labels, key) === value);
    return picks ? [{ at: 'backend', service: facts.key, selected: true }] : [];
  });
}
