import { own } from '../../text/own.ts';
import { BACKEND_TLS_POLICY } from './backend-tls-policy.ts';
import { X_BACKEND_TRAFFIC_POLICY } from './backend-traffic-policy.ts';
import { GATEWAY_CLASS, X_MESH } from './controllers.ts';
import { ENDPOINT_SLICE, ENDPOINTS } from './endpoints.ts';
import { GATEWAY } from './gateway.ts';
import { GRPC_ROUTE } from './grpc-route.ts';
import { HTTP_ROUTE } from './http-route.ts';
import { CONFIG_MAP, SECRET } from './keyed-data.ts';
import type { Kind } from './kind.ts';
import { TCP_ROUTE, TLS_ROUTE, UDP_ROUTE } from './l4-routes.ts';
import { LISTENER_SET } from './listener-set.ts';
import { NAMESPACE, SERVICE_ACCOUNT } from './plain-kinds.ts';
import { REFERENCE_GRANT } from './reference-grant.ts';
import { SERVICE } from './service.ts';
import { CRON_JOB, DAEMON_SET, DEPLOYMENT, JOB, POD, REPLICA_SET, STATEFUL_SET } from './workloads.ts';

const ALL: readonly Kind[] = [
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
];

/** Every kind that is decoded, by its name; a new kind is one file and one line above. */
export const KINDS: Readonly<Record<string, Kind>> = Object.assign(
  Object.create(null),
  Object.fromEntries(ALL.map((kind) => [kind.kind, kind])),
);

/** The kind of an object by its name and group; null when it is not decoded. */
export function kindOf(name: string, group: string): Kind | null {
  const named = own(KINDS, name);
  if (named?.group === group) return named;
  return ALL.find(({ former }) => former?.kind === name && former.group === group) ?? null;
}

/** Kinds that matter nothing to routing and are kept without a word. */
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

/** Kinds of a cluster as a whole, which live in no namespace. */
export const CLUSTER_KINDS: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'XMesh',
]);
