import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { FACES } from './faces.fixture.ts';
import { aroundRequest, collapseNamespaces, hideNamespaces, neighbourhood } from './reduce-graph.ts';

const graph = drawGraph({
  ...analyse([{ file: 'a.yaml', text: FACES }]),
  findings: [],
});

describe('collapseNamespaces', () => {
  const small = collapseNamespaces(graph, new Set(['faces']));

  it('counts exactly what it hides', () => {
    expect(small.nodes.filter((node) => node.namespace === 'faces')).toHaveLength(1);
    expect(small.nodes.find((node) => node.id === 'Namespace/faces')?.facts).toEqual({
      collapsed: 1,
      services: 3,
      routes: 1,
      workloads: 3,
      others: 0,
    });
  });

  it('ends crossing edges at the namespace, each once', () => {
    expect(small.edges.map((edge) => edge.id)).toEqual([
      'HTTPRoute/fast-clients/smiley-fast->Namespace/faces#forwards',
      'Namespace/faces->HTTPRoute/fast-clients/smiley-fast#attached,consumer',
      'client:fast-clients->Namespace/faces#dials',
      'client:slow-clients->Namespace/faces#dials',
    ]);
  });

  it('does not change the graph when nothing is collapsed', () => {
    expect(collapseNamespaces(graph, new Set())).toBe(graph);
  });
});

describe('hideNamespaces', () => {
  it('removes the edges, too', () => {
    const rest = hideNamespaces(graph, new Set(['faces']));
    expect(rest.nodes.some((node) => node.namespace === 'faces')).toBe(false);
    expect(rest.edges).toEqual([]);
  });
});

describe('neighbourhood', () => {
  it('contains the nodes before and after a node, not its siblings', () => {
    const near = neighbourhood(graph, 'HTTPRoute/fast-clients/smiley-fast');
    expect(near).toContain('client:fast-clients');
    expect(near).toContain('Deployment/faces/smiley-v2');
    expect(near).not.toContain('HTTPRoute/faces/smiley-split');
    expect(near).not.toContain('Service/faces/color');
  });
});

describe('aroundRequest', () => {
  const way = {
    nodes: ['client:fast-clients', 'Service/faces/smiley', 'HTTPRoute/fast-clients/smiley-fast'],
    edges: [],
    stages: [],
  };
  const ids = aroundRequest(graph, way).nodes.map((node) => node.id);

  it('contains every route of the called Service and its targets', () => {
    expect(ids).toEqual(expect.arrayContaining(way.nodes));
    expect(ids).toContain('HTTPRoute/faces/smiley-split');
    expect(ids).toContain('Service/faces/smiley-v2#backend');
    expect(ids).toContain('Deployment/faces/smiley-v2');
    expect(ids).toContain('Namespace/faces');
  });

  it('leaves out nodes without an effect on the answer', () => {
    expect(ids).not.toContain('Service/faces/color');
    expect(ids).not.toContain('client:slow-clients');
    expect(ids).not.toContain('Namespace/slow-clients');
  });

  it('has no edge without its ends', () => {
    const known = new Set(ids);
    const { edges } = aroundRequest(graph, way);
    expect(edges.length).toBeGreaterThan(3);
    expect(edges.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
  });
});
