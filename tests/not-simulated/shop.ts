import { expect } from 'vitest';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { decodeRequest } from '../../src/core/routetest/decode-suite.ts';
import { FieldReader } from '../../src/core/routetest/field-reader.ts';

/** Two Services with a workload each, a Gateway with a route, and a client. */
export const WORLD = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {clusterIP: 10.0.0.2, selector: {app: pay}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web, tier: front}}, spec: {serviceAccountName: web, containers: [{name: c}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: shop}
spec: {selector: {matchLabels: {app: pay}}, template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: c}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: far, namespace: other}
spec: {clusterIP: 10.0.0.3, selector: {app: far}, ports: [{port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {gatewayClassName: x, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec: {parentRefs: [{name: edge}], hostnames: [a.example], rules: [{backendRefs: [{name: web, port: 80}]}]}
`;

export const MESH = { from: 'shop', url: 'http://web/' };
export const FROM_OTHER = { from: 'other', url: 'http://web.shop/' };
export const TO_PAY = { from: 'shop', url: 'http://pay/' };
export const AT_EDGE = { gateway: 'shop/edge', url: 'http://a.example/' };
export const OUTSIDE = { from: { namespace: 'shop', inMesh: false }, url: 'http://web/' };
export const ELSEWHERE = { from: 'shop', url: 'http://api.vendor.example/' };

/** Returns a request from its form in a RouteTest. */
export function readRequest(request: object): SimRequest {
  const reader = new FieldReader({ file: 'world.yaml', document: 0, root: [] });
  const read = decodeRequest(request, undefined, [], reader);
  expect(reader.findings).toEqual([]);
  return read as SimRequest;
}
