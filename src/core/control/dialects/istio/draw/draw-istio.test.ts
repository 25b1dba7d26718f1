import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawGraph } from '../../../../answers/draw-graph.ts';
import { wayOf } from '../../../../graph/trace-way.ts';
import { type GatewayName, readGatewayName } from '../../../../ids/gateway-names.ts';
import { analyse, traceRequest } from '../../../../index.ts';
import { readURL } from '../../../../ir/read-url.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../../../examples');

function load(name: string, more = '') {
  const text = readFileSync(join(EXAMPLES, `${name}.yaml`), 'utf8') + more;
  const snapshot = analyse([{ file: 'a.yaml', text }], { profile: 'auto' });
  const { cluster, control } = snapshot;
  return { snapshot, graph: drawGraph({ cluster, control, findings: [] }) };
}

function ask(url: string, namespace: string, headers: readonly (readonly [string, string])[] = []) {
  const read = readURL(url);
  if (!read.ok) throw new Error(`not a URL: ${url}`);
  const from = { namespace, workload: null, inMesh: true };
  return { ...read.url, from, gateway: null, method: 'GET', headers, podOf: null, backend: null };
}

test('a subset is a backend with the workloads that it selects, and the whole Service has none', () => {
  const { graph } = load('flaskapp');
  const backends = graph.nodes.filter(({ kind }) => kind === 'backend');
  expect(backends.map(({ id, label, facts }) => [id, label, facts.endpoints])).toEqual([
    ['Service/books/flaskapp#subset=subset-v1', 'flaskapp@subset-v1', 2],
    ['Service/books/flaskapp#subset=subset-v2', 'flaskapp@subset-v2', 1],
  ]);
  const selects = graph.edges.filter(({ kind }) => kind === 'selects').map(({ id }) => id);
  expect(selects).toEqual([
    'Service/books/flaskapp#subset=subset-v1->Deployment/books/flaskapp-v1',
    'Service/books/flaskapp#subset=subset-v2->Deployment/books/flaskapp-v2',
  ]);
});

test('the rules of a VirtualService are lines of its card', () => {
  const { graph } = load('flaskapp');
  const card = graph.nodes.find(({ kind }) => kind === 'route');
  expect(card?.rules.map(({ summary }) => summary)).toEqual(['end-user: jason', '*']);
  expect(card?.roles).toEqual(['written']);
});

test('the way of a request leads through its rule to the subset', () => {
  const { snapshot, graph } = load('flaskapp');
  const trace = traceRequest(snapshot, ask('http://flaskapp.books/', 'readers', [['end-user', 'jason']]));
  expect(wayOf(trace, graph).nodes).toEqual([
    'client:readers',
    'Service/books/flaskapp',
    'VirtualService/books/flaskapp-policy',
    'Service/books/flaskapp#subset=subset-v2',
    'Deployment/books/flaskapp-v2',
  ]);
});

test('a subset that nothing defines is missing, and its line is broken', () => {
  const other = `---
kind: VirtualService
apiVersion: networking.istio.io/v1
metadata: {name: other, namespace: books}
spec: {hosts: [other], http: [{route: [{destination: {host: flaskapp, subset: v9}}]}]}
---
kind: Service
apiVersion: v1
metadata: {name: other, namespace: books}
spec: {selector: {app: other}, ports: [{name: http, port: 80}]}
`;
  const { snapshot, graph } = load('flaskapp', other);
  const edge = graph.edges.find(({ broken }) => broken !== null);
  expect(edge).toMatchObject({ to: 'missing:Subset/books/flaskapp@v9', broken: 'SubsetNotFound', rule: 0 });
  const trace = traceRequest(snapshot, ask('http://other.books/', 'readers'));
  expect(wayOf(trace, graph).failed).toContain('missing:Subset/books/flaskapp@v9');
});

test('a VirtualService that a VirtualEnvironment generates has its kind, its place, and a way through it', () => {
  const { snapshot, graph } = load('lanes');
  const cards = graph.nodes.filter(({ kind }) => kind === 'route');
  expect(cards.map(({ id, resourceKind, resource }) => [id, resourceKind, resource])).toEqual([
    ['VirtualService/shop/orders', 'VirtualEnvironment', 'VirtualEnvironment/shop/lanes'],
    ['VirtualService/shop/stock', 'VirtualEnvironment', 'VirtualEnvironment/shop/lanes'],
  ]);
  expect(cards[0]?.rules.length).toBeGreaterThan(1);
  const trace = traceRequest(snapshot, ask('http://orders.shop/', 'shop', [['x-virtual-env', 'dev']]));
  expect(wayOf(trace, graph).nodes).toContain('VirtualService/shop/orders');
});

test('a VirtualService and an HTTPRoute of one Service are both at it', () => {
  const { graph } = load('virtual-service-and-route');
  const attached = graph.edges.filter(({ kind }) => kind === 'attached');
  expect(attached.map(({ from, to, role }) => [from, to, role])).toEqual([
    ['Service/shop/cart', 'HTTPRoute/shop/cart', 'producer'],
    ['Service/shop/cart', 'VirtualService/shop/cart', 'written'],
  ]);
});

const GATEWAYS = `kind: Gateway
apiVersion: networking.istio.io/v1
metadata: {name: door, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
kind: Gateway
apiVersion: gateway.networking.k8s.io/v1
metadata: {name: door, namespace: shop}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
kind: ServiceEntry
apiVersion: networking.istio.io/v1
metadata: {name: vendor, namespace: shop}
spec: {hosts: [vendor.example], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
---
kind: VirtualService
apiVersion: networking.istio.io/v1
metadata: {name: vendor, namespace: shop}
spec: {hosts: [vendor.example], gateways: [mesh, door], http: [{route: [{destination: {host: vendor.example}}]}]}
`;

test('a Gateway of Istio and one of Gateway API with its name are two nodes, and hosts of ServiceEntries are drawn', () => {
  const snapshot = analyse([{ file: 'a.yaml', text: GATEWAYS }], { profile: 'auto' });
  const { cluster, control } = snapshot;
  const graph = drawGraph({ cluster, control, findings: [] });
  const gateways = graph.nodes.filter(({ kind }) => kind === 'gateway').map(({ id }) => id);
  expect(gateways.sort()).toEqual(['Gateway.networking.istio.io/shop/door', 'Gateway/shop/door']);
  const edges = graph.edges.filter(({ kind }) => kind === 'attached' || kind === 'forwards');
  expect(edges.map(({ id }) => id).sort()).toEqual([
    'Gateway.networking.istio.io/shop/door->VirtualService/shop/vendor',
    'Service/vendor.example->VirtualService/shop/vendor',
    'VirtualService/shop/vendor->Service/vendor.example#backend#rule=0',
  ]);
  const way = (gateway: GatewayName | null) => {
    const read = readURL('http://vendor.example/');
    if (!read.ok) throw new Error('not a URL');
    const from = gateway === null ? { namespace: 'shop', workload: null, inMesh: true } : null;
    const request = { ...read.url, from, gateway, method: 'GET', headers: [], podOf: null, backend: null };
    return wayOf(traceRequest(snapshot, request), graph).nodes;
  };
  expect(way(null)).toEqual([
    'client:shop',
    'Service/vendor.example',
    'VirtualService/shop/vendor',
    'Service/vendor.example#backend',
  ]);
  expect(way(readGatewayName('Gateway.networking.istio.io/shop/door'))).toEqual([
    'client:#outside',
    'Gateway.networking.istio.io/shop/door',
    'VirtualService/shop/vendor',
    'Service/vendor.example#backend',
  ]);
});
