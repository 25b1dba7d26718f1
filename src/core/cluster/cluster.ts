import type { Finding } from '../findings/finding.ts';
import type { DecodedResource, Resource, UnknownResource } from '../resource/decoded-resource.ts';
import type {
  BackendTLSPolicyResource,
  BackendTrafficPolicyResource,
  ConfigMapResource,
  GatewayClassResource,
  GatewayResource,
  L4RouteResource,
  ListenerSetResource,
  SecretResource,
  XMeshResource,
} from '../resource/gateway-resource.ts';
import type {
  AnyWorkload,
  EndpointSliceResource,
  EndpointsResource,
  NamespaceResource,
  ReferenceGrantResource,
  ResourceId,
  RouteResource,
  ServiceResource,
} from '../resource/resource.ts';
import { siteOf } from './site-of.ts';

/**
 * The bundle as a cluster would hold it: one resource per identity, indexed. Maps are keyed by `ns/name` unless
 * said otherwise. Costs are linear in the number of resources.
 */
export interface Cluster {
  readonly clusterDomain: string;
  /** Declared namespaces; the implied ones are in `namespaceNames` only. */
  readonly namespaces: ReadonlyMap<string, NamespaceResource>;
  /** Every namespace that is declared or named by a resource. */
  readonly namespaceNames: ReadonlySet<string>;
  readonly services: ReadonlyMap<string, ServiceResource>;
  readonly routes: readonly RouteResource[];
  /** ReferenceGrants by their namespace, which is that of the targets. */
  readonly grants: ReadonlyMap<string, readonly ReferenceGrantResource[]>;
  readonly workloads: ReadonlyMap<string, readonly AnyWorkload[]>;
  /** Workloads by namespace. */
  readonly workloadsIn: ReadonlyMap<string, readonly AnyWorkload[]>;
  readonly slices: ReadonlyMap<string, readonly EndpointSliceResource[]>;
  readonly endpoints: ReadonlyMap<string, EndpointsResource>;
  /** Virtual and external IPs → Service key. */
  readonly addresses: ReadonlyMap<string, string>;
  /** By name: cluster-scoped. */
  readonly gatewayClasses: ReadonlyMap<string, GatewayClassResource>;
  readonly gateways: ReadonlyMap<string, GatewayResource>;
  readonly listenerSets: readonly ListenerSetResource[];
  readonly l4Routes: readonly L4RouteResource[];
  readonly tlsPolicies: readonly BackendTLSPolicyResource[];
  readonly trafficPolicies: readonly BackendTrafficPolicyResource[];
  readonly meshes: readonly XMeshResource[];
  readonly secrets: ReadonlyMap<string, SecretResource>;
  readonly configMaps: ReadonlyMap<string, ConfigMapResource>;
  readonly others: readonly UnknownResource[];
  /** All resources that count, in the order of the bundle. */
  readonly resources: readonly Resource[];
  readonly byId: ReadonlyMap<ResourceId, Resource>;
  /** duplicate-resource findings. */
  readonly findings: readonly Finding[];
  /** Stands for this very cluster in the patch of the next one, without keeping this one alive. */
  readonly identity: ClusterIdentity;
  /** How this cluster was made from an earlier one; null when it was indexed from the documents. */
  readonly patch: ClusterPatch | null;
}

/** A token: two clusters are the same when their tokens are. */
export type ClusterIdentity = Readonly<Record<never, never>>;

/** What distinguishes a patched cluster from the one it was made from. */
export interface ClusterPatch {
  readonly basis: ClusterIdentity;
  readonly routes: readonly { readonly before: RouteResource; readonly after: RouteResource }[];
  /** Keys of the Services whose own manifest changed. */
  readonly services: ReadonlySet<string>;
  /** Keys of the Services whose endpoints may have changed. */
  readonly endpoints: ReadonlySet<string>;
  /** Namespaces whose ReferenceGrants changed. */
  readonly grants: ReadonlySet<string>;
}

/** `ns/name`. */
export function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Indexes the resources of a bundle. Of several resources with one identity the last counts, as `kubectl apply`
 * would leave it; the others get a `duplicate-resource` finding.
 */
export function buildCluster(all: readonly Resource[], clusterDomain: string): Cluster {
  const byId = new Map<ResourceId, Resource>();
  const findings: Finding[] = [];
  let duplicated = false;
  for (const item of all) {
    const earlier = byId.get(item.resource.id);
    if (earlier) {
      duplicated = true;
      findings.push(duplicateFinding(earlier, item));
    }
    byId.set(item.resource.id, item);
  }
  const resources = duplicated ? all.filter((item) => byId.get(item.resource.id) === item) : all;

  const index = {
    namespaces: new Map<string, NamespaceResource>(),
    namespaceNames: new Set<string>(),
    services: new Map<string, ServiceResource>(),
    routes: [] as RouteResource[],
    grants: new Map<string, ReferenceGrantResource[]>(),
    workloads: new Map<string, AnyWorkload[]>(),
    workloadsIn: new Map<string, AnyWorkload[]>(),
    slices: new Map<string, EndpointSliceResource[]>(),
    endpoints: new Map<string, EndpointsResource>(),
    addresses: new Map<string, string>(),
    gatewayClasses: new Map<string, GatewayClassResource>(),
    gateways: new Map<string, GatewayResource>(),
    listenerSets: [] as ListenerSetResource[],
    l4Routes: [] as L4RouteResource[],
    tlsPolicies: [] as BackendTLSPolicyResource[],
    trafficPolicies: [] as BackendTrafficPolicyResource[],
    meshes: [] as XMeshResource[],
    secrets: new Map<string, SecretResource>(),
    configMaps: new Map<string, ConfigMapResource>(),
    others: [] as UnknownResource[],
  };
  for (const item of resources) {
    if (item.resource.namespace !== '') index.namespaceNames.add(item.resource.namespace);
    if (item.decoded) indexResource(item.resource, index);
    else {
      const { resource } = item;
      index.others.push(resource);
      if (resource.workload === undefined) continue;
      const workload: AnyWorkload = { ...resource, spec: resource.workload };
      add(index.workloads, keyOf(resource.namespace, resource.name), workload);
      add(index.workloadsIn, resource.namespace, workload);
    }
  }
  return { clusterDomain, resources, byId, findings, ...index, identity: {}, patch: null };
}

type Index = {
  namespaces: Map<string, NamespaceResource>;
  namespaceNames: Set<string>;
  services: Map<string, ServiceResource>;
  routes: RouteResource[];
  grants: Map<string, ReferenceGrantResource[]>;
  workloads: Map<string, AnyWorkload[]>;
  workloadsIn: Map<string, AnyWorkload[]>;
  slices: Map<string, EndpointSliceResource[]>;
  endpoints: Map<string, EndpointsResource>;
  addresses: Map<string, string>;
  gatewayClasses: Map<string, GatewayClassResource>;
  gateways: Map<string, GatewayResource>;
  listenerSets: ListenerSetResource[];
  l4Routes: L4RouteResource[];
  tlsPolicies: BackendTLSPolicyResource[];
  trafficPolicies: BackendTrafficPolicyResource[];
  meshes: XMeshResource[];
  secrets: Map<string, SecretResource>;
  configMaps: Map<string, ConfigMapResource>;
};

function indexResource(resource: DecodedResource, index: Index): void {
  switch (resource.kind) {
    case 'Namespace':
      index.namespaces.set(resource.name, resource);
      index.namespaceNames.add(resource.name);
      return;
    case 'Service': {
      const key = keyOf(resource.namespace, resource.name);
      index.services.set(key, resource);
      for (const ip of resource.spec.clusterIPs) index.addresses.set(ip, key);
      for (const ip of resource.spec.externalIPs) index.addresses.set(ip, key);
      return;
    }
    case 'HTTPRoute':
    case 'GRPCRoute':
      index.routes.push(resource);
      for (const ref of resource.spec.parentRefs) index.namespaceNames.add(ref.namespace);
      return;
    case 'ReferenceGrant':
      add(index.grants, resource.namespace, resource);
      return;
    case 'EndpointSlice':
      if (resource.spec.serviceName !== null) {
        add(index.slices, keyOf(resource.namespace, resource.spec.serviceName), resource);
      }
      return;
    case 'Endpoints':
      index.endpoints.set(keyOf(resource.namespace, resource.name), resource);
      return;
    case 'ServiceAccount':
      return;
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
    case 'Job':
    case 'CronJob':
    case 'Pod':
      add(index.workloads, keyOf(resource.namespace, resource.name), resource);
      add(index.workloadsIn, resource.namespace, resource);
      return;
    case 'GatewayClass':
      index.gatewayClasses.set(resource.name, resource);
      return;
    case 'Gateway':
      index.gateways.set(keyOf(resource.namespace, resource.name), resource);
      return;
    case 'ListenerSet':
      index.listenerSets.push(resource);
      return;
    case 'TLSRoute':
    case 'TCPRoute':
    case 'UDPRoute':
      index.l4Routes.push(resource);
      for (const ref of resource.spec.parentRefs) index.namespaceNames.add(ref.namespace);
      return;
    case 'BackendTLSPolicy':
      index.tlsPolicies.push(resource);
      return;
    case 'XBackendTrafficPolicy':
      index.trafficPolicies.push(resource);
      return;
    case 'XMesh':
      index.meshes.push(resource);
      return;
    case 'Secret':
      index.secrets.set(keyOf(resource.namespace, resource.name), resource);
      return;
    case 'ConfigMap':
      index.configMaps.set(keyOf(resource.namespace, resource.name), resource);
  }
}

function duplicateFinding(earlier: Resource, later: Resource): Finding {
  return {
    code: 'duplicate-resource',
    severity: 'warning',
    args: { resource: later.resource.id },
    site: siteOf(earlier.resource, []),
    related: [{ note: 'the-one-that-counts', site: siteOf(later.resource, []) }],
    fixes: [],
  };
}
