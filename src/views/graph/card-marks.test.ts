import { describe, expect, it } from 'vitest';
import { drawGraph } from '../../core/answers/draw-graph.ts';
import { FACES } from '../../core/graph/faces.fixture.ts';
import type { GraphMarks } from '../../core/graph/graph-marks.ts';
import type { TraceWay } from '../../core/graph/graph-model.ts';
import { layOut } from '../../core/graph/layout.ts';
import { analyse } from '../../core/index.ts';
import { sharesOf } from './backend-shares.ts';
import { flowEdges, flowNodes, type Lights } from './flow-elements.ts';
import { graphTexts } from './texts.ts';

const graph = drawGraph({ ...analyse([{ file: 'a.yaml', text: FACES }]), findings: [] });
const layout = layOut(graph);
const NONE: Lights = {
  way: null,
  secondWay: null,
  step: null,
  selected: null,
  pointed: false,
  focus: null,
  roving: null,
  marks: null,
};
const ROUTE = 'HTTPRoute/fast-clients/smiley-fast';
const way = (nodes: readonly string[], edges: readonly string[]): TraceWay => ({
  nodes,
  edges,
  stages: [],
});
const attributes = (item: { readonly domAttributes?: object | undefined } | undefined) =>
  (item?.domAttributes ?? {}) as Record<string, string | undefined>;

describe.each(['en', 'zh-Hant', 'zh-Hans'] as const)('marks in %s', (language) => {
  const texts = graphTexts(language);
  it('are in the text of their card, with their rules', () => {
    const marks: GraphMarks = new Map([
      [ROUTE, { card: ['changed'], rules: new Map([[1, ['dead', 'failing']]]) }],
    ]);
    const card = flowNodes(graph, layout, { ...NONE, marks }, texts).find(({ id }) => id === ROUTE);
    expect(attributes(card)['data-marks']).toBe('changed');
    expect(card?.ariaLabel).toContain(texts.marks.changed);
    expect(card?.ariaLabel).toContain(texts.ruleMark(1, texts.marks.dead));
    expect(card?.ariaLabel).toContain(texts.ruleMark(1, texts.marks.failing));
  });
});

describe('two compared requests', () => {
  const first = way(
    ['client:fast-clients', 'Service/faces/smiley', ROUTE],
    [`Service/faces/smiley->${ROUTE}`],
  );
  const second = way(
    ['client:slow-clients', 'Service/faces/smiley', 'HTTPRoute/faces/smiley-split'],
    ['Service/faces/smiley->HTTPRoute/faces/smiley-split'],
  );
  const lights = { ...NONE, way: first, secondWay: second };
  const texts = graphTexts('en');

  it('have their own attributes on nodes and lines', () => {
    const nodes = new Map(flowNodes(graph, layout, lights, texts).map((node) => [node.id, attributes(node)]));
    expect(nodes.get(ROUTE)).toMatchObject({ 'data-on-trace': 'true' });
    expect(nodes.get(ROUTE)?.['data-on-second']).toBeUndefined();
    expect(nodes.get('HTTPRoute/faces/smiley-split')).toMatchObject({ 'data-on-second': 'true' });
    expect(nodes.get('HTTPRoute/faces/smiley-split')?.['data-faded']).toBeUndefined();
    expect(nodes.get('Service/faces/smiley')).toMatchObject({
      'data-on-trace': 'true',
      'data-on-second': 'true',
    });
    const edges = new Map(flowEdges(graph, layout, lights, texts).map((edge) => [edge.id, attributes(edge)]));
    expect(edges.get(second.edges[0] ?? '')).toMatchObject({ 'data-on-second': 'true' });
    expect(edges.get(second.edges[0] ?? '')?.['data-on-trace']).toBeUndefined();
  });
});

describe('the lines of workloads', () => {
  it('are on the way only with their card', () => {
    const passed = way(
      ['Service/faces/smiley#backend', 'Deployment/faces/smiley', 'Deployment/faces/color'],
      [],
    );
    const nodes = flowNodes(graph, layout, { ...NONE, way: passed }, graphTexts('en'));
    const row = (id: string) => attributes(nodes.find((node) => node.id === id));
    expect(row('Deployment/faces/smiley')).toMatchObject({ 'data-on-trace': 'true', 'data-in': 'backend' });
    expect(row('Deployment/faces/color')['data-on-trace']).toBeUndefined();
  });
});

describe('sharesOf', () => {
  const split = 'HTTPRoute/faces/smiley-split->Service/faces';
  it('returns the shares of the rule that takes the request', () => {
    const onWay = new Set([`${split}/smiley#backend#rule=0`, `${split}/smiley-v2#backend#rule=0`]);
    const shares = sharesOf(graph, onWay);
    expect(shares.get('Service/faces/smiley#backend')).toEqual({ share: 0.9, onWay: true });
    expect(shares.get('Service/faces/smiley-v2#backend')).toEqual({ share: 0.1, onWay: true });
  });
  it('returns no share when several rules forward to a backend and none takes the request', () => {
    expect(sharesOf(graph, new Set()).size).toBe(0);
  });
});
