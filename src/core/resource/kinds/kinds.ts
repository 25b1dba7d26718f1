import { ENDPOINT_SLICE, ENDPOINTS } from './endpoints.ts';
import { GRPC_ROUTE } from './grpc-route.ts';
import { HTTP_ROUTE } from './http-route.ts';
import type { Kind } from './kind.ts';
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
];

/** Every kind that is decoded, by its name; a new kind is one file and one line above. */
export const KINDS: Readonly<Record<string, Kind>> = Object.assign(
  Object.create(null),
  Object.fromEntries(ALL.map((kind) => [kind.kind, kind])),
);

/** Kinds that matter nothing to routing and are kept without a word. */
export const SILENT_KINDS: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
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
  'Secret',
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
