import { DEPLOYMENT, REPLICA_SET, STATEFUL_SET } from '../resource/kinds/apps/workloads.ts';
import { NAMESPACE } from '../resource/kinds/core/namespace-and-service-account.ts';
import { POD } from '../resource/kinds/core/pod.ts';
import { SERVICE } from '../resource/kinds/core/service.ts';
import { ENDPOINT_SLICE } from '../resource/kinds/discovery/endpoint-slice.ts';
import { BACKEND_TLS_POLICY } from '../resource/kinds/gateway-api/backend-tls-policy.ts';
import { X_BACKEND_TRAFFIC_POLICY } from '../resource/kinds/gateway-api/backend-traffic-policy.ts';
import { GATEWAY } from '../resource/kinds/gateway-api/gateway.ts';
import { GATEWAY_CLASS, X_MESH } from '../resource/kinds/gateway-api/gateway-class-and-mesh.ts';
import { GRPC_ROUTE } from '../resource/kinds/gateway-api/grpc-route.ts';
import { HTTP_ROUTE } from '../resource/kinds/gateway-api/http-route.ts';
import { TCP_ROUTE, TLS_ROUTE, UDP_ROUTE } from '../resource/kinds/gateway-api/l4-routes.ts';
import { LISTENER_SET } from '../resource/kinds/gateway-api/listener-set.ts';
import { REFERENCE_GRANT } from '../resource/kinds/gateway-api/reference-grant.ts';
import type { Kind } from '../resource/kinds/kind.ts';
import { INGRESS } from '../resource/kinds/networking.k8s.io/ingress.ts';
import { INGRESS_CLASS } from '../resource/kinds/networking.k8s.io/ingress-class.ts';
import { ENDPOINT_SLICE_DOCS, NAMESPACE_DOCS, POD_DOCS, SERVICE_DOCS, WORKLOAD_DOCS } from './core-docs.ts';
import type { FieldDocs } from './field-docs.ts';
import {
  BACKEND_TLS_DOCS,
  BACKEND_TRAFFIC_DOCS,
  CONTROLLER_DOCS,
  GATEWAY_DOCS,
  LISTENER_SET_DOCS,
  REFERENCE_GRANT_DOCS,
} from './gateway-docs.ts';
import { INGRESS_CLASS_DOCS, INGRESS_DOCS } from './ingress-docs.ts';
import { OBJECT_DOCS } from './object-docs.ts';
import { GRPC_ROUTE_DOCS, HTTP_ROUTE_DOCS, STREAM_ROUTE_DOCS, TLS_ROUTE_DOCS } from './route-docs.ts';

/**
 * The documentation of the fields of a kind in addition to its schema. Only the editor reads it, so it is not
 * a part of the first load.
 */
export const KIND_DOCS: ReadonlyMap<Kind, FieldDocs> = new Map<Kind, FieldDocs>([
  [HTTP_ROUTE, HTTP_ROUTE_DOCS],
  [GRPC_ROUTE, GRPC_ROUTE_DOCS],
  [TLS_ROUTE, TLS_ROUTE_DOCS],
  [TCP_ROUTE, STREAM_ROUTE_DOCS],
  [UDP_ROUTE, STREAM_ROUTE_DOCS],
  [GATEWAY, GATEWAY_DOCS],
  [LISTENER_SET, LISTENER_SET_DOCS],
  [REFERENCE_GRANT, REFERENCE_GRANT_DOCS],
  [BACKEND_TLS_POLICY, BACKEND_TLS_DOCS],
  [X_BACKEND_TRAFFIC_POLICY, BACKEND_TRAFFIC_DOCS],
  [GATEWAY_CLASS, CONTROLLER_DOCS],
  [X_MESH, CONTROLLER_DOCS],
  [INGRESS, INGRESS_DOCS],
  [INGRESS_CLASS, INGRESS_CLASS_DOCS],
  [SERVICE, SERVICE_DOCS],
  [ENDPOINT_SLICE, ENDPOINT_SLICE_DOCS],
  [NAMESPACE, NAMESPACE_DOCS],
  [POD, POD_DOCS],
  [DEPLOYMENT, WORKLOAD_DOCS],
  [STATEFUL_SET, WORKLOAD_DOCS],
  [REPLICA_SET, WORKLOAD_DOCS],
]);

/** Returns the documentation of a kind, including that of every object. */
export function docsOf(kind: Kind): FieldDocs {
  return { ...OBJECT_DOCS, ...KIND_DOCS.get(kind) };
}
