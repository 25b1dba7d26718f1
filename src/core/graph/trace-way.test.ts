import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { FACES } from './faces.fixture.ts';
import { wayOf, withClientOf } from './trace-way.ts';

const snapshot = analyse([{ file: 'a.yaml', text: FACES }]);
const graph = drawGraph({ ...snapshot, findings: [] });

function wayFor(
  namespace: string,
  service: string,
  path: string,
  inMesh = true,
  workload: string | null = null,
) {
  const request: SimRequest = {
    from: { namespace, workload, inMesh },
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host: `${service}.faces`,
    port: 80,
    portWritten: false,
    path,
    query: '',
    headers: [],
    sni: null,
    podOf: null,
    backend: null,
  };
  return wayOf(traceRequest(snapshot, request), graph);
}

describe('what fails on a way', () => {
  const route = (backend: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: api}]
  rules:
  - matches: [{path: {type: PathPrefix, value: /v1}}]
    backendRefs: ${backend}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80}]}
`;
  it.each([
    ['nothing', '[{name: api, port: 80}]', '/v1', undefined],
    [
      'a backend that does not exist',
      '[{name: gone, port: 80}]',
      '/v1',
      ['missing:Service/shop/gone', 'HTTPRoute/shop/api->missing:Service/shop/gone#rule=0,BackendNotFound'],
    ],
    [
      'one of two backends',
      '[{name: api, port: 80}, {name: gone, port: 80}]',
      '/v1',
      ['missing:Service/shop/gone', 'HTTPRoute/shop/api->missing:Service/shop/gone#rule=0,BackendNotFound'],
    ],
    [
      'a rejected request',
      '[{name: api, port: 80}]',
      '/v2',
      ['HTTPRoute/shop/api', 'Service/shop/api->HTTPRoute/shop/api'],
    ],
  ])('%s', (_, backend, path, failed) => {
    const world = analyse([{ file: 'a.yaml', text: route(backend) }]);
    const read = readURL(`http://api.shop${path}`);
    if (!read.ok) throw new Error(read.problem);
    const request: SimRequest = {
      ...read.url,
      from: { namespace: 'web', workload: null, inMesh: true },
      gateway: null,
      method: 'GET',
      headers: [],
      sni: null,
      podOf: null,
      backend: null,
    };
    const way = wayOf(traceRequest(world, request), drawGraph({ ...world, findings: [] }));
    expect(way.failed).toEqual(failed);
  });
});

describe('wayOf', () => {
  it('follows a request through a split to the workloads', () => {
    const way = wayFor('slow-clients', 'smiley', '/');
    expect(way.nodes).toEqual([
      'client:slow-clients',
      'Service/faces/smiley',
      'HTTPRoute/faces/smiley-split',
      'Service/faces/smiley#backend',
      'Service/faces/smiley-v2#backend',
      'Deployment/faces/smiley',
      'Deployment/faces/smiley-v2',
    ]);
    expect(way.edges).toEqual([
      'client:slow-clients->Service/faces/smiley',
      'Service/faces/smiley->HTTPRoute/faces/smiley-split',
      'HTTPRoute/faces/smiley-split->Service/faces/smiley#backend#rule=0',
      'HTTPRoute/faces/smiley-split->Service/faces/smiley-v2#backend#rule=0',
      'Service/faces/smiley#backend->Deployment/faces/smiley',
      'Service/faces/smiley-v2#backend->Deployment/faces/smiley-v2',
    ]);
    expect(way.stages.map((stage) => stage.step)).toEqual([1, 3, 5]);
  });

  it('starts at the sending workload if it is drawn', () => {
    const sender = (workload: string) => wayFor('faces', 'smiley', '/', true, workload).stages[0]?.nodes;
    expect(sender('color')).toEqual(['client:faces', 'Deployment/faces/color']);
    expect(sender('nobody')).toEqual(['client:faces']);
  });

  it('follows the winning rule, not its neighbours', () => {
    const way = wayFor('fast-clients', 'smiley', '/center/1');
    expect(way.edges).toContain('HTTPRoute/fast-clients/smiley-fast->Service/faces/smiley#backend#rule=0');
    expect(way.nodes).not.toContain('Service/faces/smiley-v2#backend');
  });

  it('ends a rejected request at the candidate routes', () => {
    const way = wayFor('fast-clients', 'smiley', '/nowhere');
    expect(way.nodes.at(-1)).toBe('HTTPRoute/fast-clients/smiley-fast');
    expect(way.stages.at(-1)?.step).toBe(6);
  });

  it('passes through when no route applies', () => {
    const way = wayFor('slow-clients', 'color', '/');
    expect(way.nodes.slice(1)).toEqual([
      'Service/faces/color',
      'Service/faces/color#backend',
      'Deployment/faces/color',
    ]);
    expect(way.edges).toContain('Service/faces/color->Service/faces/color#backend#original');
  });

  it('stops at the client when the host is unknown', () => {
    expect(wayFor('slow-clients', 'nobody', '/').nodes).toEqual(['client:slow-clients']);
  });

  it('starts outside the mesh at a separate client without edges', () => {
    const way = wayFor('slow-clients', 'smiley', '/', false);
    expect(way.nodes).toEqual(['client:slow-clients#outside']);
    const client = withClientOf(graph, way).nodes.find((node) => node.id === way.nodes[0]);
    expect(client).toMatchObject({
      kind: 'client',
      namespace: 'slow-clients',
      label: 'slow-clients',
      facts: { outside: 'mesh' },
    });
  });

  it('starts at a Gateway with a client outside the cluster', () => {
    const text = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec: {gatewayClassName: demo, listeners: [{name: web, port: 80, protocol: HTTP}]}
`;
    const world = analyse([{ file: 'a.yaml', text }]);
    const drawn = drawGraph({ ...world, findings: [] });
    const url = readURL('http://a.example/');
    if (!url.ok) throw new Error(url.problem);
    const request: SimRequest = {
      ...url.url,
      from: null,
      gateway: { namespace: 'infra', name: 'edge', listener: null },
      method: 'GET',
      headers: [],
      podOf: null,
      backend: null,
    };
    const way = wayOf(traceRequest(world, request), drawn);
    expect(way.stages.slice(0, 2)).toEqual([
      { step: 1, nodes: ['client:#outside'], edges: [] },
      { step: 2, nodes: ['Gateway/infra/edge'], edges: ['client:#outside->Gateway/infra/edge'] },
    ]);
    const full = withClientOf(drawn, way);
    expect(full.nodes.find((node) => node.id === 'client:#outside')).toMatchObject({
      namespace: '',
      facts: { outside: 'cluster' },
    });
    expect(full.nodes.map((node) => node.id)).not.toContain('Namespace/');
    expect(full.edges.map((edge) => edge.id)).toContain('client:#outside->Gateway/infra/edge');
  });

  it('every id is in the graph once its client is', () => {
    const way = wayFor('elsewhere', 'color', '/');
    const full = withClientOf(graph, way);
    const known = new Set([...full.nodes, ...full.edges].map((each) => each.id));
    for (const id of [...way.nodes, ...way.edges]) expect(known).toContain(id);
    expect(known).toContain('Namespace/elsewhere');
    expect(withClientOf(full, way)).toBe(full);
  });
});
