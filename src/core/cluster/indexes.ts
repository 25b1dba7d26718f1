import { namespacedName } from '../ids/ids.ts';
import type { Resource, UnknownResource } from '../resource/decoded-resource.ts';
import { DAEMON_SET, DEPLOYMENT, REPLICA_SET, STATEFUL_SET } from '../resource/kinds/apps/workloads.ts';
import { NAMESPACE } from '../resource/kinds/core/namespace-and-service-account.ts';
import { POD } from '../resource/kinds/core/pod.ts';
import { SERVICE } from '../resource/kinds/core/service.ts';
import { HTTP_ROUTE } from '../resource/kinds/gateway-api/http-route.ts';
import {
  BACKEND_TLS_POLICY,
  CONFIG_MAP,
  CRON_JOB,
  ENDPOINT_SLICE,
  ENDPOINTS,
  GATEWAY,
  GATEWAY_CLASS,
  GRPC_ROUTE,
  JOB,
  LISTENER_SET,
  REFERENCE_GRANT,
  SECRET,
  TCP_ROUTE,
  TLS_ROUTE,
  UDP_ROUTE,
  X_BACKEND_TRAFFIC_POLICY,
  X_MESH,
} from '../resource/kinds/rare-kinds.ts';
import type { AnyWorkload, ServiceResource, WorkloadResource } from '../resource/resource.ts';
import {
  byName,
  byNamespacedName,
  type ClusterIndex,
  groupedBy,
  groupsOf,
  inOrder,
  listOf,
  NOT_DECODED,
} from './cluster-index.ts';
import { namespacesOf } from './named-namespaces.ts';

/** Every namespace that is declared or that a resource names. */
const NAMESPACE_NAMES: ClusterIndex<ReadonlySet<string>> = {
  reads: 'all',
  make: (items) => new Set(items.flatMap(namespacesOf)),
  replace: (names, edits) =>
    edits.every(({ before, after }) => namespacesOf(before).join() === namespacesOf(after).join())
      ? names
      : null,
};

/** The keys of Services by virtual and external IP address. */
const ADDRESSES: ClusterIndex<ReadonlyMap<string, string>> = {
  reads: [SERVICE],
  make(items) {
    const addresses = new Map<string, string>();
    for (const { resource } of items) {
      const { namespace, name } = resource;
      for (const ip of addressesOf(resource)) addresses.set(ip, namespacedName(namespace, name));
    }
    return addresses;
  },
  replace: (addresses, edits) =>
    edits.every(
      ({ before, after }) => addressesOf(before.resource).join() === addressesOf(after.resource).join(),
    )
      ? addresses
      : null,
};

function addressesOf(service: Resource['resource']): readonly string[] {
  const { clusterIPs, externalIPs } = (service as ServiceResource).spec;
  return [...clusterIPs, ...externalIPs];
}

const WORKLOADS = [
  POD,
  DEPLOYMENT,
  STATEFUL_SET,
  DAEMON_SET,
  REPLICA_SET,
  JOB,
  CRON_JOB,
  NOT_DECODED,
] as const;

const workloads = new WeakMap<UnknownResource, AnyWorkload>();

/**
 * Returns the resource as a workload. Returns null if it has no Pod template. The result is always the same
 * object.
 */
function workloadOf({ decoded, resource }: Resource): AnyWorkload | null {
  if (decoded) return resource as WorkloadResource;
  if (resource.workload === undefined) return null;
  const known = workloads.get(resource) ?? { ...resource, spec: resource.workload };
  workloads.set(resource, known);
  return known;
}

/**
 * The indexes that every cluster has, by the name of the property (`cluster.services`). An index that only
 * one folder uses is defined in that folder and read with `cluster.indexed(INDEX)`.
 */
export const INDEXES = {
  /** Declared namespaces by name. Implied ones are only in `namespaceNames`. */
  namespaces: byName(NAMESPACE),
  namespaceNames: NAMESPACE_NAMES,
  services: byNamespacedName(SERVICE),
  routes: inOrder(HTTP_ROUTE, GRPC_ROUTE),
  /** ReferenceGrants by their namespace, which is the namespace of the targets. */
  grants: groupedBy(REFERENCE_GRANT, ({ namespace }) => namespace),
  /** Workloads by `ns/name`. Workloads of several kinds may share it. */
  workloads: groupsOf(WORKLOADS, workloadOf, ({ namespace, name }) => namespacedName(namespace, name)),
  /** Workloads by namespace. */
  workloadsIn: groupsOf(WORKLOADS, workloadOf, ({ namespace }) => namespace),
  /** EndpointSlices by their Service. */
  slices: groupedBy(ENDPOINT_SLICE, ({ namespace, spec: { serviceName } }) =>
    serviceName === null ? null : namespacedName(namespace, serviceName),
  ),
  endpoints: byNamespacedName(ENDPOINTS),
  addresses: ADDRESSES,
  gatewayClasses: byName(GATEWAY_CLASS),
  gateways: byNamespacedName(GATEWAY),
  listenerSets: inOrder(LISTENER_SET),
  l4Routes: inOrder(TLS_ROUTE, TCP_ROUTE, UDP_ROUTE),
  tlsPolicies: inOrder(BACKEND_TLS_POLICY),
  trafficPolicies: inOrder(X_BACKEND_TRAFFIC_POLICY),
  meshes: inOrder(X_MESH),
  secrets: byNamespacedName(SECRET),
  configMaps: byNamespacedName(CONFIG_MAP),
  others: listOf([NOT_DECODED], ({ resource }) => resource as UnknownResource),
} as const satisfies Readonly<Record<string, ClusterIndex<unknown>>>;
