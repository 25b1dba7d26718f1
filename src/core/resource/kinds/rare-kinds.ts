import { laterKind } from './kind.ts';

/**
 * The kinds that the first answer of a first visit does not need. The page loads their schemas and decoders
 * (rare-kind-definitions.ts) with the first bundle that has one of them.
 */
const GATEWAY_API = 'gateway.networking.k8s.io';
const EXPERIMENTAL = 'gateway.networking.x-k8s.io';

export const ENDPOINT_SLICE = laterKind<typeof import('./discovery/endpoint-slice.ts').ENDPOINT_SLICE>({
  kind: 'EndpointSlice',
  group: 'discovery.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const ENDPOINTS = laterKind<typeof import('./core/endpoints.ts').ENDPOINTS>({
  kind: 'Endpoints',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
export const JOB = laterKind<typeof import('./batch/jobs.ts').JOB>({
  kind: 'Job',
  group: 'batch',
  versions: ['v1'],
  namespaced: true,
});
export const CRON_JOB = laterKind<typeof import('./batch/jobs.ts').CRON_JOB>({
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const GRPC_ROUTE = laterKind<typeof import('./gateway-api/grpc-route.ts').GRPC_ROUTE>({
  kind: 'GRPCRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const REFERENCE_GRANT = laterKind<typeof import('./gateway-api/reference-grant.ts').REFERENCE_GRANT>({
  kind: 'ReferenceGrant',
  group: GATEWAY_API,
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const GATEWAY_CLASS = laterKind<
  typeof import('./gateway-api/gateway-class-and-mesh.ts').GATEWAY_CLASS
>({ kind: 'GatewayClass', group: GATEWAY_API, versions: ['v1', 'v1beta1'], namespaced: false });
export const GATEWAY = laterKind<typeof import('./gateway-api/gateway.ts').GATEWAY>({
  kind: 'Gateway',
  group: GATEWAY_API,
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const LISTENER_SET = laterKind<typeof import('./gateway-api/listener-set.ts').LISTENER_SET>({
  kind: 'ListenerSet',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
  former: { kind: 'XListenerSet', group: EXPERIMENTAL },
});
export const TLS_ROUTE = laterKind<typeof import('./gateway-api/l4-routes.ts').TLS_ROUTE>({
  kind: 'TLSRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const TCP_ROUTE = laterKind<typeof import('./gateway-api/l4-routes.ts').TCP_ROUTE>({
  kind: 'TCPRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const UDP_ROUTE = laterKind<typeof import('./gateway-api/l4-routes.ts').UDP_ROUTE>({
  kind: 'UDPRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const BACKEND_TLS_POLICY = laterKind<
  typeof import('./gateway-api/backend-tls-policy.ts').BACKEND_TLS_POLICY
>({ kind: 'BackendTLSPolicy', group: GATEWAY_API, versions: ['v1'], namespaced: true });
export const X_BACKEND_TRAFFIC_POLICY = laterKind<
  typeof import('./gateway-api/backend-traffic-policy.ts').X_BACKEND_TRAFFIC_POLICY
>({ kind: 'XBackendTrafficPolicy', group: EXPERIMENTAL, versions: ['v1alpha1'], namespaced: true });
export const X_MESH = laterKind<typeof import('./gateway-api/gateway-class-and-mesh.ts').X_MESH>({
  kind: 'XMesh',
  group: EXPERIMENTAL,
  versions: ['v1alpha1'],
  namespaced: false,
});
export const SECRET = laterKind<typeof import('./core/secret-and-config-map.ts').SECRET>({
  kind: 'Secret',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
export const CONFIG_MAP = laterKind<typeof import('./core/secret-and-config-map.ts').CONFIG_MAP>({
  kind: 'ConfigMap',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
