import { describe, expect, test } from 'vitest';
import { FORWARDED_MESSAGES_EN } from '../explain/en/forwarded-messages.ts';
import { loadFindingProse } from '../explain/load-finding-prose.ts';
import { analyse, traceRequest } from '../index.ts';
import type { SimRequest } from '../ir/request.ts';
import {
  ask,
  BLOCK,
  type Case,
  deployment,
  FRONTEND,
  HEAD,
  nodeOf,
  PAY,
  ROUTE,
  resultOf,
  service,
} from './node-edits.fixture.ts';
import { type EditedNode, reportNodeEdits } from './node-edits.ts';

const CASES: readonly Case[] = [
  {
    about: 'a Service without routes',
    files: { 'a.yaml': `${PAY}---\n${deployment('web', 'viewer')}` },
    node: FRONTEND,
    edits: [
      `add-producer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
      `add-consumer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: web
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
    namespace: shop
  rules:
  - backendRefs:
    - name: pay
      namespace: shop
      port: 80
`,
    ],
  },
  {
    about: 'a Service with two ports, the second of which is dialled, and a route with the new name',
    files: {
      'a.yaml': `${service('shop', 'pay', '[{name: a, port: 80}, {name: b, port: 8080}]')}---\n${HEAD.replace('name: pay', 'name: pay-route').replace('shop', 'web').replace('kind: Service, name: pay', 'kind: Service, name: other, namespace: shop')}`,
    },
    node: FRONTEND,
    request: ask('http://pay.shop:8080/', 'web'),
    edits: [
      'add-producer-route → ',
      `add-consumer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route-2
  namespace: web
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
    namespace: shop
    port: 8080
  rules:
  - backendRefs:
    - name: pay
      namespace: shop
      port: 8080
`,
    ],
  },
  {
    about: 'a namespace that YAML reads as a number, in a file without a line break at its end',
    files: { 'a.yaml': `${service('"0123"', '"on"').trimEnd()}` },
    node: nodeOf('frontend', 'Service/0123/on'),
    edits: [
      `add-producer-route →
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: on-route
  namespace: "0123"
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: "on"
  rules:
  - backendRefs:
    - name: "on"
      port: 80
`,
    ],
  },
  {
    about: 'a Service in JSON, with a YAML file that is open',
    files: {
      'a.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: { ports: [{ port: 80 }] },
      }),
      'b.yaml': service('other', 'a'),
      'open.yaml': service('other', 'b'),
    },
    node: FRONTEND,
    edits: ['open.yaml add-producer-route → '],
  },
  {
    about: 'a Service in JSON, without a YAML file',
    files: {
      'a.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: { ports: [{ port: 80 }] },
      }),
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a Service of type ExternalName',
    files: {
      'a.yaml': `${PAY.replace('spec: {', 'spec: {type: ExternalName, externalName: example.com, ')}---\n${deployment('web', 'viewer')}`,
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a Service with both routes',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}${BLOCK}---\n${HEAD.replace('shop', 'web').replace('name: pay}', 'name: pay, namespace: shop}')}${BLOCK.replace('- name: pay', '- namespace: shop\n      name: pay')}---\n${deployment('web', 'viewer')}`,
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a consumer route that needs a ReferenceGrant',
    files: { 'a.yaml': PAY },
    node: {
      id: 'client:web',
      kind: 'client',
      resourceKind: '',
      resource: null,
      namespace: 'web',
      label: 'web',
    },
    request: ask('http://pay.shop/', 'web'),
    profile: 'kuma',
    edits: ['add-consumer-route + 1 → '],
  },
  {
    about: 'a namespace',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}---\n${service('shop', 'cart')}` },
    node: { ...nodeOf('namespace', 'Namespace/web'), label: 'web', namespace: '' },
    edits: ['add-consumer-route → '],
  },
  {
    about: 'a reference that no ReferenceGrant permits, at the backend',
    files: {
      'a.yaml': `${PAY}---\n${service('web', 'other')}---\n${HEAD}  rules:\n  - backendRefs: [{name: other, namespace: web, port: 80}]\n`,
    },
    node: nodeOf('backend', 'Service/web/other'),
    profile: 'kuma',
    edits: [
      `add-reference-grant → ---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: httproute-shop-to-other
  namespace: web
spec:
  from:
  - group: gateway.networking.k8s.io
    kind: HTTPRoute
    namespace: shop
  to:
  - group: ""
    kind: Service
    name: other
`,
    ],
  },
  {
    about: 'a backend that may be referred to',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}` },
    node: nodeOf('backend', 'Service/shop/pay'),
    edits: [],
  },
  {
    about: 'a Gateway with two listeners, one for TLS connections, and a name with dots',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge.example, namespace: shop}
spec:
  gatewayClassName: edge
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: "*.Example.com"}
  - {name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}}
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/shop/edge.example'),
    edits: [
      `add-gateway-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - name: edge.example
    sectionName: http
  hostnames:
  - "*.example.com"
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
    ],
  },
  {
    about: 'a Gateway that accepts routes of other namespaces',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/infra/edge'),
    edits: [
      `add-gateway-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - name: edge
    namespace: infra
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
    ],
  },
  {
    about: 'a Gateway that accepts no route of a namespace with Services',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec: {gatewayClassName: edge, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/infra/edge'),
    edits: [],
  },
  {
    about: 'a workload',
    files: { 'a.yaml': deployment('web', 'viewer') },
    node: nodeOf('workload', 'Deployment/web/viewer'),
    edits: [],
  },
];

describe('edits of a node', () => {
  test.each(CASES)('$about', (each) => {
    expect(resultOf(each)).toEqual({ edits: each.edits, faults: [] });
  });

  test('the effect on the present request is known', async () => {
    await loadFindingProse('en');
    const snapshot = analyse([
      { file: 'a.yaml', text: `${PAY}---\n${HEAD}${BLOCK}---\n${deployment('web', 'viewer')}` },
    ]);
    const effects = (node: EditedNode, request: SimRequest | null) =>
      reportNodeEdits(snapshot, { node, request, file: 'a.yaml' }, 'en', FORWARDED_MESSAGES_EN).map(
        ({ title, effect }) => [title, effect?.is === 'changed' ? effect.to : (effect?.is ?? null)],
      );
    const lost = ask('http://pay.shop/v2', 'web');
    expect(traceRequest(snapshot, lost).outcome.kind).toBe('rejected');
    expect(effects(ROUTE, lost)).toEqual([
      ['Add a rule for `/new/…` to `shop/pay`', 'same'],
      ['Send all other requests to `shop/pay:80` in `shop/pay`', expect.stringContaining('Forwarded')],
    ]);
    expect(effects(FRONTEND, ask('http://pay.shop/v1', 'web'))).toEqual([
      [
        'Add a consumer route for `shop/pay` in `web`',
        expect.stringContaining('web has consumer routes of its own'),
      ],
    ]);
    expect(effects(ROUTE, null).map(([, effect]) => effect)).toEqual([null, null]);
  });
});
