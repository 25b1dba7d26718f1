import { describe, expect, it } from 'vitest';
import { analyse } from '../index.ts';
import { buildGraph } from './build-graph.ts';
import { FACES } from './faces.fixture.ts';
import { collapseNamespaces, hideNamespaces, neighbourhood } from './reduce-graph.ts';

const graph = buildGraph({
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

  it('leaves the graph alone when nothing is collapsed', () => {
    expect(collapseNamespaces(graph, new Set())).toBe(graph);
  });
});

describe('hideNamespaces', () => {
  it('takes the edges along', () => {
    const rest = hideNamespaces(graph, new Set(['faces']));
    expect(rest.nodes.some((node) => node.namespace === 'faces')).toBe(false);
    expect(rest.edges).toEqual([]);
  });
});

describe('neighbourhood', () => {
  it('holds what lies before and behind a node, not beside it', () => {
    const near = neighbourhood(graph, 'HTTPRoute/fast-clients/smiley-fast');
    expect(near).toContain('client:fast-clients');
    expect(near).toContain('Deployment/faces/smiley-v2');
    expect(near).not.toContain('HTTPRoute/faces/smiley-split');
    expect(near).not.toContain('Service/faces/color');
  });
});
