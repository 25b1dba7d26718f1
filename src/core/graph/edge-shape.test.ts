import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { cardsIn } from './card-rows.ts';
import { shapeEdges } from './edge-shape.ts';
import { FACES } from './faces.fixture.ts';
import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import { type Box, layOut, type Room } from './layout.ts';

const plainNode = { resourceKind: 'X', resource: null, facts: {}, rules: [], roles: [], findings: [] };
const plainEdge = { role: null, order: null, rule: null, share: null, broken: null };

const ROOMS: readonly (Room | undefined)[] = [
  undefined,
  { width: 700, height: 560, direction: 'right' },
  { width: 400, height: 560, direction: 'down' },
];

/** A Service: its namespace, its rules, and the Services that each rule forwards to. */
const services = fc.array(
  fc.record({
    namespace: fc.nat(3),
    home: fc.nat(3),
    routed: fc.boolean(),
    original: fc.boolean(),
    rules: fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
    workloads: fc.nat(6),
    broken: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

type Sketch = typeof services extends fc.Arbitrary<infer Value> ? Value : never;

function graphOf(sketch: Sketch): GraphModel {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const add = (node: Partial<GraphNode> & Pick<GraphNode, 'id' | 'kind' | 'namespace'>) =>
    nodes.push({ ...plainNode, label: node.id.replace(/.*\//, ''), ...node });
  const join = (edge: Partial<GraphEdge> & Pick<GraphEdge, 'from' | 'to' | 'kind'>, suffix = '') =>
    edges.push({ ...plainEdge, id: `${edge.from}->${edge.to}${suffix}`, ...edge });
  const idOf = (at: number) => `Service/n${sketch[at]?.namespace}/s${at}`;
  for (let at = 0; at < 4; at++) {
    add({ id: `Namespace/n${at}`, kind: 'namespace', namespace: `n${at}` });
    add({ id: `client:n${at}`, kind: 'client', namespace: `n${at}` });
  }
  sketch.forEach(({ namespace, home, routed, original, rules, workloads, broken }, at) => {
    const id = idOf(at);
    const place = `n${namespace}`;
    add({ id, kind: 'frontend', namespace: place });
    add({ id: `${id}#backend`, kind: 'backend', namespace: place });
    for (let n = 0; n < workloads; n++) {
      add({ id: `Deployment/${place}/w${at}-${n}`, kind: 'workload', namespace: place });
      join({ from: `${id}#backend`, to: `Deployment/${place}/w${at}-${n}`, kind: 'selects' });
    }
    if (original) join({ from: id, to: `${id}#backend`, kind: 'original' });
    join({ from: `client:n${home}`, to: id, kind: 'dials' });
    if (!routed) return;
    const route = `HTTPRoute/n${home}/r${at}`;
    const list = rules.map((_, rule) => ({ rule, summary: '/a', more: 0, answers: null }));
    add({ id: route, kind: 'route', namespace: `n${home}`, rules: list });
    join({
      from: id,
      to: route,
      kind: 'attached',
      order: at + 1,
      broken: broken ? 'NoMatchingParent' : null,
    });
    rules.forEach((targets, rule) => {
      for (const target of new Set(targets.map((each) => each % sketch.length))) {
        join(
          { from: route, to: `${idOf(target)}#backend`, kind: 'forwards', rule, share: 1 / targets.length },
          `#rule=${rule}`,
        );
      }
    });
    const policy = `Policy/${place}/p${at}`;
    add({ id: policy, kind: 'other', namespace: place, facts: original ? { on: 'route' } : {} });
    join({ from: policy, to: original ? route : `${id}#backend`, kind: 'applies' });
  });
  return { nodes, edges };
}

function inside(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Returns the straight parts of a line as boxes with a width of a pixel. */
function partsOf(corners: readonly { readonly x: number; readonly y: number }[]): readonly Box[] {
  return corners.slice(1).map((end, at) => {
    const start = corners[at] as { x: number; y: number };
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return {
      x,
      y,
      width: Math.max(0.5, Math.abs(end.x - start.x)),
      height: Math.max(0.5, Math.abs(end.y - start.y)),
    };
  });
}

function faults(graph: GraphModel, room: Room | undefined): readonly string[] {
  const layout = layOut(graph, null, room);
  const shapes = shapeEdges(graph, layout);
  const cards = cardsIn(graph).nodes.flatMap((node) => {
    const box = node.kind === 'namespace' ? undefined : layout.boxes.get(node.id);
    return box ? [{ id: node.id, box: inside(box, 1.5) }] : [];
  });
  const found: string[] = [];
  const lines = [...shapes].map(([id, shape]) => ({ id, shape, parts: partsOf(shape.corners) }));
  for (const { id, parts, shape } of lines) {
    if (parts.some((part) => Math.min(part.width, part.height) > 0.5)) found.push(`${id} is not orthogonal`);
    for (const card of cards) {
      if (parts.some((part) => meet(part, card.box))) found.push(`${id} is behind ${card.id}`);
      if (shape.label && meet(shape.label, card.box)) found.push(`the label of ${id} covers ${card.id}`);
    }
    if (shape.label === null) continue;
    for (const other of lines) {
      if (other.id === id) continue;
      if (other.shape.label && meet(shape.label, other.shape.label)) found.push(`${id} and ${other.id}`);
      if (other.parts.some((part) => meet(part, shape.label as Box))) {
        found.push(`the label of ${id} covers ${other.id}`);
      }
    }
  }
  return found;
}

describe('shapeEdges', () => {
  it.each(ROOMS)('has no line behind a card, and no label over a card, a line or a label (%j)', (room) => {
    fc.assert(
      fc.property(services, (sketch) => {
        expect(faults(graphOf(sketch), room)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('has one shape for each edge between cards', () => {
    fc.assert(
      fc.property(services, (sketch) => {
        const graph = graphOf(sketch);
        const edges = graph.edges.filter(({ kind }) => kind !== 'selects').map(({ id }) => id);
        expect(new Set(shapeEdges(graph, layOut(graph)).keys())).toEqual(new Set(edges));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a client at the workload that sends the request, and a route at its rule', () => {
    const drawn = drawGraph({ ...analyse([{ file: 'a.yaml', text: FACES }]), findings: [] });
    const client = 'client:fast-clients';
    const graph: GraphModel = {
      ...drawn,
      nodes: drawn.nodes.map((node) =>
        node.id === client ? { ...node, facts: { sender: 'Deployment/fast-clients/face' } } : node,
      ),
    };
    const layout = layOut(graph);
    const dials = `${client}->Service/faces/smiley`;
    const start = shapeEdges(graph, layout, new Set([dials])).get(dials)?.corners[0];
    const row = layout.boxes.get('Deployment/fast-clients/face') as Box;
    expect(start?.y).toBe(row.y + row.height / 2);
    const rule = (n: number, to: string) =>
      shapeEdges(graph, layout).get(
        `HTTPRoute/fast-clients/smiley-fast->Service/faces/${to}#backend#rule=${n}`,
      )?.corners[0]?.y ?? 0;
    expect(rule(1, 'smiley-v2') - rule(0, 'smiley')).toBe(20);
  });
});
