import type { Cluster } from '../../cluster/cluster.ts';
import { selectWorkloads } from '../../cluster/endpoints.ts';
import type { Entrance, InfluencePlace } from '../../ir/influence.ts';
import { readServiceName } from '../../ir/service-name.ts';
import type { ResourceMeta } from '../../resource/resource.ts';
import type { ServiceFacet, ServiceFacets } from '../service-facets.ts';

/** An object of whatever kind, as written. */
export interface RawResource extends ResourceMeta {
  readonly raw: unknown;
}

/** Which requests an object may act on. */
export interface Reach {
  readonly places: readonly InfluencePlace[];
  readonly entrances: readonly Entrance[];
  readonly visibleTo?: readonly string[] | null;
}

/** Reads an object of a kind; null: it acts on no request. */
type ReadReach = (object: RawResource, world: ReachWorld) => Reach | readonly Reach[] | null;

/** One kind: its group, its name, and how its reach is read. */
export interface KindReach {
  readonly group: string;
  readonly kind: string;
  readonly read: ReadReach;
}

/** Look-ups that readers need. */
export interface ReachWorld {
  readonly cluster: Cluster;
  readonly facets: ServiceFacets;
  servicesIn(namespace: string): readonly ServiceFacet[];
}

/** All entrances but those of unresolved hosts. */
export const EVERY_ENTRANCE: readonly Entrance[] = ['mesh', 'gateway', 'outside-mesh'];
export const IN_MESH: readonly Entrance[] = ['mesh', 'unresolved'];

/** Look-ups over a cluster; Services are listed by namespace on first use. */
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

/** The Service that a host of a mesh kind names, seen from a namespace; null when it names none of the bundle. */
export function serviceOfHost(host: string, namespace: string, world: ReachWorld): string | null {
  const name = readServiceName(host, namespace, world.cluster.clusterDomain);
  if (name === null) return null;
  const key = `${name.namespace}/${name.name}`;
  return world.facets.find(key) === null ? null : key;
}

/** The Services whose full name a pattern with a wildcard covers; none for an exact host. */
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

/** The Services that a host or a wildcard of a mesh kind stands for. */
export function servicesOfHost(host: string, namespace: string, world: ReachWorld): readonly string[] {
  const one = serviceOfHost(host, namespace, world);
  return one === null ? servicesUnder(host, world) : [one];
}

/** A host of a mesh kind, as dialled: its Services, and the host itself. */
export function dialledPlaces(host: string, namespace: string, world: ReachWorld): readonly InfluencePlace[] {
  const services = servicesOfHost(host, namespace, world);
  return [
    ...services.map((service): InfluencePlace => ({ at: 'frontend', service })),
    { at: 'host', pattern: host.toLowerCase() },
  ];
}

/** A selector of Pods; `isExact` false: it has parts that are not read, so it may pick less than it seems to. */
export type PodLabels = Readonly<Record<string, string>>;

/**
 * What gets requests and may be picked by labels in a namespace: workloads, and Services whose selector does not
 * contradict the labels. No labels pick everything.
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
    workload: `${namespace}/${each.name}`,
  }));
  for (const facet of world.servicesIn(namespace)) {
    if (mayPick(facet, namespace, labels, picked, world))
      places.push({ at: 'backend', service: facet.facts.key, selected: true });
  }
  return places;
}

/** Whether the Pods of a Service may carry labels: by its workloads where they are declared, else by its selector. */
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
    ([key, value]) => Object.hasOwn(selector, key) && selector[key] !== value,
  );
  if (contradicts) return false;
  const own = selectWorkloads(world.cluster, namespace, selector);
  return own.length === 0 || own.some((each) => picked.has(`${each.kind}/${each.name}`));
}

/** What gets requests under a service account; where no workload is declared, anything in the namespace may. */
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
    workload: `${namespace}/${each.name}`,
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

/** The clients that labels pick in a namespace; no labels pick all of them. */
export function senderPlaces(
  namespace: string,
  labels: PodLabels,
  world: ReachWorld,
): readonly InfluencePlace[] {
  const open = !world.cluster.workloadsIn.has(namespace);
  if (Object.keys(labels).length === 0) return [{ at: 'sender', namespace, workloads: null, open }];
  const workloads = selectWorkloads(world.cluster, namespace, labels).map(
    (each) => `${namespace}/${each.name}`,
  );
  return workloads.length === 0 && !open ? [] : [{ at: 'sender', namespace, workloads, open }];
}

/** The Services of a namespace whose selector picks Pods with exactly these labels. */
export function servicesPicking(
  namespace: string,
  labels: PodLabels,
  world: ReachWorld,
): readonly InfluencePlace[] {
  return world.servicesIn(namespace).flatMap(({ facts, resource }): readonly InfluencePlace[] => {
    const selector = resource?.spec.selector ?? null;
    const picks =
      selector !== null && Object.entries(selector).every(([key, value]) => labels[key] === value);
    return picks ? [{ at: 'backend', service: facts.key, selected: true }] : [];
  });
}
