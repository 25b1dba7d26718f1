import { own } from '../../text/own.ts';
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
import { OBJECT_DOCS } from './object-docs.ts';
import { GRPC_ROUTE_DOCS, HTTP_ROUTE_DOCS, STREAM_ROUTE_DOCS, TLS_ROUTE_DOCS } from './route-docs.ts';

/** What is told of the fields of a kind beyond its schema; read by the editor only, so it is no part of the start. */
export const KIND_DOCS: Readonly<Record<string, FieldDocs>> = {
  HTTPRoute: HTTP_ROUTE_DOCS,
  GRPCRoute: GRPC_ROUTE_DOCS,
  TLSRoute: TLS_ROUTE_DOCS,
  TCPRoute: STREAM_ROUTE_DOCS,
  UDPRoute: STREAM_ROUTE_DOCS,
  Gateway: GATEWAY_DOCS,
  ListenerSet: LISTENER_SET_DOCS,
  ReferenceGrant: REFERENCE_GRANT_DOCS,
  BackendTLSPolicy: BACKEND_TLS_DOCS,
  XBackendTrafficPolicy: BACKEND_TRAFFIC_DOCS,
  GatewayClass: CONTROLLER_DOCS,
  XMesh: CONTROLLER_DOCS,
  Service: SERVICE_DOCS,
  EndpointSlice: ENDPOINT_SLICE_DOCS,
  Namespace: NAMESPACE_DOCS,
  Pod: POD_DOCS,
  Deployment: WORKLOAD_DOCS,
  StatefulSet: WORKLOAD_DOCS,
  ReplicaSet: WORKLOAD_DOCS,
};

/** The docs of a kind, with those of every object. */
export function docsOf(kind: string): FieldDocs {
  return { ...OBJECT_DOCS, ...own(KIND_DOCS, kind) };
}
