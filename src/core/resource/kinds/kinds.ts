import { DAEMON_SET, DEPLOYMENT, REPLICA_SET, STATEFUL_SET } from './apps/workloads.ts';
import { NAMESPACE, SERVICE_ACCOUNT } from './core/namespace-and-service-account.ts';
import { POD } from './core/pod.ts';
import { SERVICE } from './core/service.ts';
import { HTTP_ROUTE } from './gateway-api/http-route.ts';
import type { Kind } from './kind.ts';
import {
  AUTHORIZATION_POLICY,
  BACKEND_TLS_POLICY,
  CONFIG_MAP,
  CRON_JOB,
  DESTINATION_RULE,
  ENDPOINT_SLICE,
  ENDPOINTS,
  GATEWAY,
  GATEWAY_CLASS,
  GRPC_ROUTE,
  INGRESS,
  INGRESS_CLASS,
  ISTIO_GATEWAY,
  JOB,
  LISTENER_SET,
  PEER_AUTHENTICATION,
  REFERENCE_GRANT,
  REQUEST_AUTHENTICATION,
  SECRET,
  SERVICE_ENTRY,
  SIDECAR,
  TCP_ROUTE,
  TLS_ROUTE,
  UDP_ROUTE,
  VIRTUAL_ENVIRONMENT,
  VIRTUAL_SERVICE,
  WORKLOAD_ENTRY,
  X_BACKEND_TRAFFIC_POLICY,
  X_MESH,
} from './rare-kinds.ts';

/**
 * All kinds with their types. A new kind is one file and one line here. If several kinds share a name and a
 * manifest or an id gives no group, the first kind is meant.
 */
const ALL = [
  NAMESPACE,
  SERVICE,
  ENDPOINT_SLICE,
  ENDPOINTS,
  POD,
  DEPLOYMENT,
  STATEFUL_SET,
  DAEMON_SET,
  REPLICA_SET,
  JOB,
  CRON_JOB,
  SERVICE_ACCOUNT,
  HTTP_ROUTE,
  GRPC_ROUTE,
  REFERENCE_GRANT,
  GATEWAY_CLASS,
  GATEWAY,
  LISTENER_SET,
  TLS_ROUTE,
  TCP_ROUTE,
  UDP_ROUTE,
  BACKEND_TLS_POLICY,
  X_BACKEND_TRAFFIC_POLICY,
  X_MESH,
  SECRET,
  CONFIG_MAP,
  VIRTUAL_SERVICE,
  DESTINATION_RULE,
  SIDECAR,
  VIRTUAL_ENVIRONMENT,
  SERVICE_ENTRY,
  WORKLOAD_ENTRY,
  ISTIO_GATEWAY,
  AUTHORIZATION_POLICY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
  INGRESS,
  INGRESS_CLASS,
] as const satisfies readonly Kind[];

/** A decoded kind. */
export type DecodedKind = (typeof ALL)[number];

/** Every decoded kind. */
export const KINDS: readonly Kind[] = ALL;

const BY_GROUP = new Map<string, Map<string, Kind>>();
const BY_NAME = new Map<string, Kind>();
for (const each of KINDS) {
  if (!BY_NAME.has(each.kind)) BY_NAME.set(each.kind, each);
  register(each, each);
}
for (const each of KINDS) if (each.former !== undefined) register(each.former, each);

function register({ kind, group }: { readonly kind: string; readonly group: string }, as: Kind): void {
  const kinds = BY_GROUP.get(group) ?? new Map<string, Kind>();
  BY_GROUP.set(group, kinds);
  if (!kinds.has(kind)) kinds.set(kind, as);
}

/**
 * Returns the kind of an object by its name and group, including former ones. Returns null if it is not
 * decoded.
 */
export function kindOf(name: string, group: string): Kind | null {
  return BY_GROUP.get(group)?.get(name) ?? null;
}

/** Returns the kind with a name, in any group. Returns null if no kind with that name is decoded. */
export function kindNamed(name: string): Kind | null {
  return BY_NAME.get(name) ?? null;
}

/**
 * Returns true if objects of a kind are namespaced. Kinds that are not decoded are, except for a list of
 * names.
 */
export function isNamespaced(name: string, group: string | null): boolean {
  const known = (group === null ? null : kindOf(name, group)) ?? kindNamed(name);
  return known?.namespaced ?? !CLUSTER_SCOPED.has(name);
}

/** Kinds without an effect on routing. They are kept without a finding. */
export const SILENT_KINDS: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'ControllerRevision',
  'CustomResourceDefinition',
  'Event',
  'HorizontalPodAutoscaler',
  'Lease',
  'LimitRange',
  'MutatingWebhookConfiguration',
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'PodMonitor',
  'PriorityClass',
  'PrometheusRule',
  'ReplicationController',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'RuntimeClass',
  'ServiceMonitor',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VerticalPodAutoscaler',
]);

/** Cluster-scoped kinds that are not decoded. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);
