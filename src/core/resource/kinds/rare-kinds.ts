/**
 * The kinds that the first answer of a first visit does not need. The page loads their schemas and decoders
 * (rare-kind-definitions.ts) with the first bundle that has one of them. The types come from the definitions.
 */
import type * as Jobs from './batch/jobs.ts';
import type * as Endpoints from './core/endpoints.ts';
import type * as SecretAndConfigMap from './core/secret-and-config-map.ts';
import type * as EndpointSlice from './discovery/endpoint-slice.ts';
import type * as VirtualEnvironment from './env.alibaba.com/virtual-environment.ts';
import type * as BackendTlsPolicy from './gateway-api/backend-tls-policy.ts';
import type * as BackendTrafficPolicy from './gateway-api/backend-traffic-policy.ts';
import type * as Gateway from './gateway-api/gateway.ts';
import type * as GatewayClassAndMesh from './gateway-api/gateway-class-and-mesh.ts';
import type * as GrpcRoute from './gateway-api/grpc-route.ts';
import type * as L4Routes from './gateway-api/l4-routes.ts';
import type * as ListenerSet from './gateway-api/listener-set.ts';
import type * as ReferenceGrant from './gateway-api/reference-grant.ts';
import { laterKind } from './kind.ts';
import type * as DestinationRule from './networking.istio.io/destination-rule.ts';
import type * as IstioGateway from './networking.istio.io/gateway.ts';
import type * as ServiceEntry from './networking.istio.io/service-entry.ts';
import type * as Sidecar from './networking.istio.io/sidecar.ts';
import type * as VirtualService from './networking.istio.io/virtual-service.ts';
import type * as WorkloadEntry from './networking.istio.io/workload-entry.ts';
import type * as Ingress from './networking.k8s.io/ingress.ts';
import type * as IngressClass from './networking.k8s.io/ingress-class.ts';
import type * as AuthorizationPolicy from './security.istio.io/authorization-policy.ts';
import type * as PeerAuthentication from './security.istio.io/peer-authentication.ts';
import type * as RequestAuthentication from './security.istio.io/request-authentication.ts';

const GATEWAY_API = 'gateway.networking.k8s.io';
const EXPERIMENTAL = 'gateway.networking.x-k8s.io';
const ISTIO = 'networking.istio.io';
const ISTIO_VERSIONS = ['v1', 'v1beta1', 'v1alpha3'];
const ISTIO_SECURITY = 'security.istio.io';
const ISTIO_SECURITY_VERSIONS = ['v1', 'v1beta1'];

export const ENDPOINT_SLICE = laterKind<typeof EndpointSlice.ENDPOINT_SLICE>({
  kind: 'EndpointSlice',
  group: 'discovery.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const ENDPOINTS = laterKind<typeof Endpoints.ENDPOINTS>({
  kind: 'Endpoints',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
export const JOB = laterKind<typeof Jobs.JOB>({
  kind: 'Job',
  group: 'batch',
  versions: ['v1'],
  namespaced: true,
});
export const CRON_JOB = laterKind<typeof Jobs.CRON_JOB>({
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const GRPC_ROUTE = laterKind<typeof GrpcRoute.GRPC_ROUTE>({
  kind: 'GRPCRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const REFERENCE_GRANT = laterKind<typeof ReferenceGrant.REFERENCE_GRANT>({
  kind: 'ReferenceGrant',
  group: GATEWAY_API,
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const GATEWAY_CLASS = laterKind<typeof GatewayClassAndMesh.GATEWAY_CLASS>({
  kind: 'GatewayClass',
  group: GATEWAY_API,
  versions: ['v1', 'v1beta1'],
  namespaced: false,
});
export const GATEWAY = laterKind<typeof Gateway.GATEWAY>({
  kind: 'Gateway',
  group: GATEWAY_API,
  versions: ['v1', 'v1beta1'],
  namespaced: true,
});
export const LISTENER_SET = laterKind<typeof ListenerSet.LISTENER_SET>({
  kind: 'ListenerSet',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
  former: { kind: 'XListenerSet', group: EXPERIMENTAL },
});
export const TLS_ROUTE = laterKind<typeof L4Routes.TLS_ROUTE>({
  kind: 'TLSRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const TCP_ROUTE = laterKind<typeof L4Routes.TCP_ROUTE>({
  kind: 'TCPRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const UDP_ROUTE = laterKind<typeof L4Routes.UDP_ROUTE>({
  kind: 'UDPRoute',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const BACKEND_TLS_POLICY = laterKind<typeof BackendTlsPolicy.BACKEND_TLS_POLICY>({
  kind: 'BackendTLSPolicy',
  group: GATEWAY_API,
  versions: ['v1'],
  namespaced: true,
});
export const X_BACKEND_TRAFFIC_POLICY = laterKind<typeof BackendTrafficPolicy.X_BACKEND_TRAFFIC_POLICY>({
  kind: 'XBackendTrafficPolicy',
  group: EXPERIMENTAL,
  versions: ['v1alpha1'],
  namespaced: true,
});
export const X_MESH = laterKind<typeof GatewayClassAndMesh.X_MESH>({
  kind: 'XMesh',
  group: EXPERIMENTAL,
  versions: ['v1alpha1'],
  namespaced: false,
});
export const SECRET = laterKind<typeof SecretAndConfigMap.SECRET>({
  kind: 'Secret',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
export const CONFIG_MAP = laterKind<typeof SecretAndConfigMap.CONFIG_MAP>({
  kind: 'ConfigMap',
  group: '',
  versions: ['v1'],
  namespaced: true,
});
export const VIRTUAL_SERVICE = laterKind<typeof VirtualService.VIRTUAL_SERVICE>({
  kind: 'VirtualService',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const DESTINATION_RULE = laterKind<typeof DestinationRule.DESTINATION_RULE>({
  kind: 'DestinationRule',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const SIDECAR = laterKind<typeof Sidecar.SIDECAR>({
  kind: 'Sidecar',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const VIRTUAL_ENVIRONMENT = laterKind<typeof VirtualEnvironment.VIRTUAL_ENVIRONMENT>({
  kind: 'VirtualEnvironment',
  group: 'env.alibaba.com',
  versions: ['v1alpha2'],
  namespaced: true,
});
export const SERVICE_ENTRY = laterKind<typeof ServiceEntry.SERVICE_ENTRY>({
  kind: 'ServiceEntry',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const WORKLOAD_ENTRY = laterKind<typeof WorkloadEntry.WORKLOAD_ENTRY>({
  kind: 'WorkloadEntry',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const ISTIO_GATEWAY = laterKind<typeof IstioGateway.ISTIO_GATEWAY>({
  kind: 'Gateway',
  group: ISTIO,
  versions: ISTIO_VERSIONS,
  namespaced: true,
});
export const AUTHORIZATION_POLICY = laterKind<typeof AuthorizationPolicy.AUTHORIZATION_POLICY>({
  kind: 'AuthorizationPolicy',
  group: ISTIO_SECURITY,
  versions: ISTIO_SECURITY_VERSIONS,
  namespaced: true,
});
export const PEER_AUTHENTICATION = laterKind<typeof PeerAuthentication.PEER_AUTHENTICATION>({
  kind: 'PeerAuthentication',
  group: ISTIO_SECURITY,
  versions: ISTIO_SECURITY_VERSIONS,
  namespaced: true,
});
export const REQUEST_AUTHENTICATION = laterKind<typeof RequestAuthentication.REQUEST_AUTHENTICATION>({
  kind: 'RequestAuthentication',
  group: ISTIO_SECURITY,
  versions: ISTIO_SECURITY_VERSIONS,
  namespaced: true,
});
export const INGRESS = laterKind<typeof Ingress.INGRESS>({
  kind: 'Ingress',
  group: 'networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  former: { kind: 'Ingress', group: 'extensions' },
});
export const INGRESS_CLASS = laterKind<typeof IngressClass.INGRESS_CLASS>({
  kind: 'IngressClass',
  group: 'networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
});
