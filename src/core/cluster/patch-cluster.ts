import type { DecodedResource, Resource } from '../resource/decoded-resource.ts';
import type { RouteResource } from '../resource/resource.ts';
import { type Cluster, type ClusterPatch, keyOf } from './cluster.ts';

/** An edit touches a few documents; more than this and indexing anew is as fast. */
const MOST_CHANGES = 64;

type Change = { readonly before: Resource; readonly after: Resource };

/**
 * The cluster of `all` made from that of an earlier bundle, when the two differ in the content of a few resources only
 * (not in which resources there are, nor in what other indexes depend on); null when it must be indexed anew. The result
 * equals a fresh one; maps that nothing changed in are the same objects, which tells the rooms to the right what stands.
 */
export function patchCluster(all: readonly Resource[], previous: Cluster): Cluster | null {
  if (previous.findings.length > 0 || previous.resources.length !== all.length) return null;
  const changes: Change[] = [];
  for (let at = 0; at < all.length; at++) {
    const before = previous.resources[at] as Resource;
    const after = all[at] as Resource;
    if (before.resource === after.resource) continue;
    if (before.resource.id !== after.resource.id || before.decoded !== after.decoded) return null;
    changes.push({ before, after });
    if (changes.length > MOST_CHANGES) return null;
  }
  let cluster: Cluster = { ...previous, resources: all, byId: new Map(previous.byId), identity: {} };
  for (const change of changes) {
    (cluster.byId as Map<string, Resource>).set(change.after.resource.id, change.after);
    const patched = patch(cluster, change);
    if (patched === null) return null;
    cluster = patched;
  }
  return { ...cluster, patch: patchOf(changes, previous, cluster) };
}

/** What rooms to the right need to know of the changes. */
function patchOf(changes: readonly Change[], previous: Cluster, cluster: Cluster): ClusterPatch {
  const routes: { before: RouteResource; after: RouteResource }[] = [];
  const services = new Set<string>();
  const endpoints = new Set<string>();
  const grants = new Set<string>();
  const inNamespace = (namespace: string) => {
    for (const [key, service] of cluster.services) if (service.namespace === namespace) endpoints.add(key);
  };
  for (const { before, after } of changes) {
    if (!before.decoded || !after.decoded) continue;
    const key = keyOf(after.resource.namespace, after.resource.name);
    switch (after.resource.kind) {
      case 'HTTPRoute':
      case 'GRPCRoute':
        routes.push({ before: before.resource as RouteResource, after: after.resource });
        break;
      case 'Service':
        services.add(key);
        endpoints.add(key);
        break;
      case 'ReferenceGrant':
        grants.add(after.resource.namespace);
        break;
      case 'Endpoints':
        endpoints.add(key);
        break;
      case 'EndpointSlice':
        if (after.resource.spec.serviceName !== null) {
          endpoints.add(keyOf(after.resource.namespace, after.resource.spec.serviceName));
        }
        break;
      case 'Deployment':
      case 'StatefulSet':
      case 'DaemonSet':
      case 'ReplicaSet':
      case 'Job':
      case 'CronJob':
      case 'Pod':
        // Any Service of the namespace may select it.
        inNamespace(after.resource.namespace);
    }
  }
  return { basis: previous.identity, routes, services, endpoints, grants };
}

function patch(cluster: Cluster, { before, after }: Change): Cluster | null {
  if (!before.decoded || !after.decoded) {
    // One with a Pod template is a workload, too.
    const isWorkload = [before, after].some((each) => !each.decoded && each.resource.workload !== undefined);
    if (isWorkload) return null;
    const others = cluster.others.map((each) => (each === before.resource ? after.resource : each));
    return { ...cluster, others };
  }
  return patchDecoded(cluster, before.resource, after.resource);
}

function patchDecoded(cluster: Cluster, before: DecodedResource, after: DecodedResource): Cluster | null {
  const key = keyOf(after.namespace, after.name);
  switch (after.kind) {
    case 'Namespace':
      return { ...cluster, namespaces: new Map(cluster.namespaces).set(after.name, after) };
    case 'Service': {
      if (before.kind !== 'Service') return null;
      const addresses = (spec: typeof after.spec) => [...spec.clusterIPs, ...spec.externalIPs].join();
      if (addresses(before.spec) !== addresses(after.spec)) return null;
      return { ...cluster, services: new Map(cluster.services).set(key, after) };
    }
    case 'HTTPRoute':
    case 'GRPCRoute': {
      if (before.kind !== after.kind) return null;
      // Parents can be what names a namespace; another set of them is another set of namespaces.
      const parents = (spec: typeof after.spec) => spec.parentRefs.map((ref) => ref.namespace).join();
      if (parents(before.spec) !== parents(after.spec)) return null;
      return { ...cluster, routes: replaced(cluster.routes, before as typeof after, after) };
    }
    case 'ReferenceGrant':
      return {
        ...cluster,
        grants: replacedIn(cluster.grants, after.namespace, before as typeof after, after),
      };
    case 'EndpointSlice': {
      const service = after.spec.serviceName;
      if (before.kind !== 'EndpointSlice' || before.spec.serviceName !== service) return null;
      if (service === null) return cluster;
      return {
        ...cluster,
        slices: replacedIn(cluster.slices, keyOf(after.namespace, service), before, after),
      };
    }
    case 'Endpoints':
      return { ...cluster, endpoints: new Map(cluster.endpoints).set(key, after) };
    case 'ServiceAccount':
      return cluster;
    case 'GatewayClass':
    case 'Gateway':
    case 'ListenerSet':
    case 'TLSRoute':
    case 'TCPRoute':
    case 'UDPRoute':
    case 'BackendTLSPolicy':
    case 'XBackendTrafficPolicy':
    case 'XMesh':
    case 'Secret':
    case 'ConfigMap':
      // The gateway side is small; it is indexed anew.
      return null;
    default: {
      const old = before as typeof after;
      return {
        ...cluster,
        workloads: replacedIn(cluster.workloads, key, old, after),
        workloadsIn: replacedIn(cluster.workloadsIn, after.namespace, old, after),
      };
    }
  }
}

function replaced<Item>(list: readonly Item[], before: Item, after: Item): readonly Item[] {
  return list.map((item) => (item === before ? after : item));
}

function replacedIn<Item>(
  map: ReadonlyMap<string, readonly Item[]>,
  key: string,
  before: Item,
  after: Item,
): ReadonlyMap<string, readonly Item[]> {
  return new Map(map).set(key, replaced(map.get(key) ?? [], before, after));
}
