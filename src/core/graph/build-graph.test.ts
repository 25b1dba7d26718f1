import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse, collectFindings } from '../index.ts';
import { FACES } from './faces.fixture.ts';
import type { GraphModel } from './graph-model.ts';

function draw(text: string): GraphModel {
  const snapshot = analyse([{ file: 'a.yaml', text }]);
  return drawGraph({
    cluster: snapshot.cluster,
    control: snapshot.control,
    findings: collectFindings(snapshot),
  });
}

const ids = (graph: GraphModel) => graph.nodes.map((node) => node.id);
const edge = (graph: GraphModel, id: string) => graph.edges.find((each) => each.id === id);
const node = (graph: GraphModel, id: string) => graph.nodes.find((each) => each.id === id);

const service = (namespace: string, name: string, spec = 'ports: [{ port: 80 }]') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ${spec} }\n`;
const route = (namespace: string, name: string, parent: string, rules: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  parentRefs: [{ group: "", kind: Service, ${parent} }]
  rules: ${rules}
`;
const bundle = (...documents: string[]) => documents.join('---\n');

describe('buildGraph', () => {
  const faces = draw(FACES);

  it('draws every Service as frontend and backend, with its workloads', () => {
    expect(ids(faces)).toEqual([
      'Deployment/faces/color',
      'Deployment/faces/smiley',
      'Deployment/faces/smiley-v2',
      'Deployment/fast-clients/face',
      'Deployment/slow-clients/curl',
      'HTTPRoute/faces/smiley-split',
      'HTTPRoute/fast-clients/smiley-fast',
      'Namespace/faces',
      'Namespace/fast-clients',
      'Namespace/slow-clients',
      'Service/faces/color',
      'Service/faces/color#backend',
      'Service/faces/smiley',
      'Service/faces/smiley#backend',
      'Service/faces/smiley-v2',
      'Service/faces/smiley-v2#backend',
      'client:fast-clients',
      'client:slow-clients',
    ]);
    expect(node(faces, 'Service/faces/smiley')?.facts).toEqual({
      type: 'ClusterIP',
      ports: '80',
      dns: 'smiley.faces.svc.cluster.local',
    });
    expect(node(faces, 'Service/faces/smiley#backend')?.facts).toEqual({ endpoints: 2, source: 'workloads' });
    expect(edge(faces, 'Service/faces/smiley#backend->Deployment/faces/smiley')?.kind).toBe('selects');
  });

  it('distinguishes producers from consumers, on nodes and edges', () => {
    expect(node(faces, 'HTTPRoute/faces/smiley-split')?.roles).toEqual(['producer']);
    expect(node(faces, 'HTTPRoute/fast-clients/smiley-fast')?.roles).toEqual(['consumer']);
    expect(edge(faces, 'Service/faces/smiley->HTTPRoute/fast-clients/smiley-fast')).toMatchObject({
      kind: 'attached',
      role: 'consumer',
      broken: null,
    });
  });

  it('shows shares by rule', () => {
    const from = 'HTTPRoute/faces/smiley-split->Service/faces';
    expect(edge(faces, `${from}/smiley#backend#rule=0`)).toMatchObject({ share: 0.9, rule: 0 });
    expect(edge(faces, `${from}/smiley-v2#backend#rule=0`)).toMatchObject({ share: 0.1, rule: 0 });
  });

  it('summarises rules in the order of the manifest', () => {
    expect(node(faces, 'HTTPRoute/fast-clients/smiley-fast')?.rules).toEqual([
      { rule: 0, summary: '/center/…', more: 0, answers: null },
      { rule: 1, summary: 'GET /edge x-user: a', more: 0, answers: null },
    ]);
  });

  it('draws the original way only where a request can take it', () => {
    expect(edge(faces, 'Service/faces/color->Service/faces/color#backend#original')?.kind).toBe('original');
    expect(edge(faces, 'Service/faces/smiley->Service/faces/smiley#backend#original')).toBeUndefined();
  });

  it.each([
    ['a Service that nobody declares', 'name: gone', '', 'missing:Service/a/gone', 'BackendNotFound'],
    [
      'a port that the Service lacks',
      'name: x, port: 81',
      service('a', 'x'),
      'Service/a/x#backend',
      'BackendNotFound',
    ],
    [
      'a kind that is no backend',
      'kind: Bucket, name: x',
      service('a', 'x'),
      'missing:Bucket/a/x',
      'InvalidKind',
    ],
  ])('draws %s as missing', (_, ref, more, to, cause) => {
    const ports = ref.includes('port') ? ref : `${ref}, port: 80`;
    const graph = draw(
      bundle(
        service('a', 's'),
        route('a', 'r', 'name: s', `[{ backendRefs: [{ ${ports} }] }]`),
        ...(more ? [more] : []),
      ),
    );
    expect(edge(graph, `HTTPRoute/a/r->${to}#rule=0,${cause}`)).toMatchObject({ to, broken: cause });
    if (to.startsWith('missing:')) expect(node(graph, to)?.kind).toBe('missing');
  });

  it('draws a parent that is missing, and refused ports, as broken attachments', () => {
    const graph = draw(
      bundle(
        service('a', 's'),
        route('a', 'r', 'name: gone', '[{}]'),
        route('a', 'p', 'name: s, port: 81', '[{}]'),
      ),
    );
    expect(edge(graph, 'missing:Service/a/gone->HTTPRoute/a/r')?.broken).toBe('NoMatchingParent');
    expect(edge(graph, 'Service/a/s->HTTPRoute/a/p')?.broken).toBe('NoMatchingParent');
    expect(node(graph, 'HTTPRoute/a/p')?.findings[0]).toMatchObject({ severity: 'error' });
  });

  it('connects a grant to the references that use it', () => {
    const grant = `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: g, namespace: b }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: a }]
  to: [{ group: "", kind: Service }]
`;
    const target = '[{ backendRefs: [{ name: t, namespace: b, port: 80 }] }]';
    const graph = draw(
      bundle(service('a', 's'), service('b', 't'), route('a', 'r', 'name: s', target), grant),
    );
    expect(edge(graph, 'ReferenceGrant/b/g->Service/b/t#backend')?.kind).toBe('grants');
  });

  it('shows resources that are not simulated, collapses many of them and leaves out frequent kinds', () => {
    const gadget = 'apiVersion: x.io/v1\nkind: Gadget\nmetadata: { name: g, namespace: a }\n';
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: a }\n';
    const pile = Array.from(
      { length: 9 },
      (_, at) => `apiVersion: x.io/v1\nkind: Widget\nmetadata: { name: w${at}, namespace: b }\n`,
    );
    const graph = draw(bundle(gadget, config, ...pile));
    expect(ids(graph)).toEqual(['Gadget/a/g', 'Namespace/a', 'Namespace/b', 'other:b/Widget']);
    expect(node(graph, 'other:b/Widget')?.facts).toEqual({ count: 9 });
  });

  it('draws a Gateway with its routes, and routes below HTTP', () => {
    const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: a }
spec:
  gatewayClassName: x
  listeners: [{ name: http, port: 80, protocol: HTTP }, { name: tcp, port: 5432, protocol: TCP }]
`;
    const parents = 'parentRefs: [{ name: g }]\n  rules: [{ backendRefs: [{ name: s, port: 80 }] }]\n';
    const routes = ['HTTPRoute', 'TCPRoute'].map(
      (kind) =>
        `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata: { name: r, namespace: a }\nspec:\n  ${parents}`,
    );
    const graph = draw(bundle(service('a', 's'), gateway, ...routes));
    expect(node(graph, 'Gateway/a/g')).toMatchObject({ kind: 'gateway', facts: { ports: '80, 5432' } });
    for (const kind of ['HTTPRoute', 'TCPRoute']) {
      const attached = edge(graph, `Gateway/a/g->${kind}/a/r`);
      expect(attached).toMatchObject({ role: 'gateway', broken: null });
      expect(edge(graph, `${kind}/a/r->Service/a/s#backend#rule=0`)).toMatchObject({
        share: 1,
        broken: null,
      });
    }
  });

  it('connects a policy to its target', () => {
    const policy = `apiVersion: policy.x.io/v1
kind: RatePolicy
metadata: { name: p, namespace: a }
spec: { targetRef: { group: "", kind: Service, name: s } }
`;
    expect(edge(draw(bundle(service('a', 's'), policy)), 'RatePolicy/a/p->Service/a/s#backend')?.kind).toBe(
      'applies',
    );
  });

  it('has no dangling edge and does not depend on the order of the documents', () => {
    const documents = FACES.split('---\n');
    const plain = JSON.stringify(faces);
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(JSON.stringify(draw(bundle(...shuffled)))).toBe(plain);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(fc.subarray(documents), (some) => {
        const graph = draw(bundle(...some));
        const known = new Set(ids(graph));
        expect(known.size).toBe(graph.nodes.length);
        expect(new Set(graph.edges.map((each) => each.id)).size).toBe(graph.edges.length);
        for (const each of graph.edges) expect(known.has(each.from) && known.has(each.to)).toBe(true);
        for (const each of graph.nodes)
          expect(each.namespace === '' || known.has(`Namespace/${each.namespace}`)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
