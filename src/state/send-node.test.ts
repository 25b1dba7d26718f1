import { expect, test } from 'vitest';
import { presentSnapshot } from '../core/answers/page-view.ts';
import { analyse } from '../core/index.ts';
import { canSendTo, senderOf, sendFrom, sendTo } from './send-node.ts';
import { store, update } from './store.ts';

const TEXT = `apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {selector: {app: pay}, ports: [{port: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: outside, namespace: shop}
spec: {type: ExternalName, externalName: example.com}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: viewer, namespace: web}
spec: {selector: {matchLabels: {app: viewer}}, template: {metadata: {labels: {app: viewer}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: pay, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: pay}]
  rules: [{backendRefs: [{name: pay, port: 8080}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: entry, namespace: shop}
spec:
  parentRefs: [{name: edge, namespace: infra}]
  hostnames: [pay.example]
  rules: [{backendRefs: [{name: pay, port: 8080}]}]
`;

const view = presentSnapshot(analyse([{ file: 'a.yaml', text: TEXT }]));

function nodeOf(id: string) {
  const node = view.graph.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

function start(from: string, url: string): void {
  const { request } = store.getState();
  update({ view, reach: null, request: { ...request, from, url, inMesh: true } });
}

test.each([
  ['client:web', 'web'],
  ['Namespace/shop', 'shop'],
  ['Deployment/web/viewer', 'web/viewer'],
  ['Gateway/infra/edge', 'gateway:infra/edge'],
  ['Service/shop/pay', null],
  ['HTTPRoute/shop/pay', null],
])('%s sends requests as %s', (id, from) => {
  expect(senderOf(nodeOf(id))).toBe(from);
});

test('a client keeps the address, and a Gateway gets one that it routes', () => {
  start('shop', 'http://pay.shop:8080/v1');
  sendFrom(nodeOf('Deployment/web/viewer'));
  expect(store.getState().request).toMatchObject({ from: 'web/viewer', url: 'http://pay.shop:8080/v1' });
  sendFrom(nodeOf('Gateway/infra/edge'));
  expect(store.getState().request).toMatchObject({
    from: 'gateway:infra/edge',
    url: 'http://pay.example/',
  });
  sendFrom(nodeOf('client:web'));
  expect(store.getState().request).toMatchObject({ from: 'web', url: 'http://pay.shop:8080/' });
});

test.each([
  ['Service/shop/pay', 'web', 'web', 'http://pay.shop:8080/'],
  ['Service/shop/pay#backend', 'web', 'web', 'http://pay.shop:8080/'],
  ['HTTPRoute/shop/pay', 'web', 'web', 'http://pay.shop:8080/'],
  // A Gateway does not send requests to the name of a Service.
  ['Service/shop/pay', 'gateway:infra/edge', 'shop', 'http://pay.shop:8080/'],
])('a request to %s from %s is one from %s to %s', (id, before, from, url) => {
  start(before, 'http://x/');
  expect(canSendTo(nodeOf(id), store.getState())).toBe(true);
  sendTo(nodeOf(id));
  expect(store.getState().request).toMatchObject({ from, url });
});

test.each(['client:web', 'Deployment/web/viewer', 'HTTPRoute/shop/entry', 'Gateway/infra/edge'])(
  'no request is sent to %s without the analysis of all requests',
  (id) => {
    start('web', 'http://x/');
    expect(canSendTo(nodeOf(id), store.getState())).toBe(false);
    sendTo(nodeOf(id));
    expect(store.getState().request.url).toBe('http://x/');
  },
);
