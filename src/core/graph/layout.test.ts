import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import { type Box, type GraphLayout, layOut } from './layout.ts';
import { heightOf } from './node-size.ts';

const plainNode = {
  resourceKind: '',
  resource: null,
  facts: {},
  rules: [],
  roles: [],
  findings: [],
};
const plainEdge = { role: null, order: null, rule: null, share: null, broken: null };

type Sketch = { id: string; kind: GraphNode['kind']; namespace: string; rules?: number; part?: string };

function node({ rules = 0, part, ...rest }: Sketch): GraphNode {
  const label = rest.id.replace(/.*\//, '').replace('#backend', '');
  const list = Array.from({ length: rules }, (_, rule) => ({ rule, summary: '/', more: 0, answers: null }));
  return { ...plainNode, label, facts: part === undefined ? {} : { part }, rules: list, ...rest };
}

function edge(from: string, to: string, kind: GraphEdge['kind']): GraphEdge {
  return { ...plainEdge, id: `${from}->${to}`, from, to, kind };
}

/**
 * Returns namespaces of Services with a producer route each, and consumer routes that refer to other
 * namespaces.
 */
function city(
  spec: readonly { readonly services: number; readonly consumers: number; readonly rules: number }[],
) {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  spec.forEach(({ services, consumers, rules }, at) => {
    const namespace = `ns${at}`;
    nodes.push(node({ id: `Namespace/${namespace}`, kind: 'namespace', namespace }));
    if (consumers > 0) nodes.push(node({ id: `client:${namespace}`, kind: 'client', namespace }));
    for (let n = 0; n < services; n++) {
      const service = `Service/${namespace}/s${n}`;
      nodes.push(node({ id: service, kind: 'frontend', namespace }));
      nodes.push(node({ id: `${service}#backend`, kind: 'backend', namespace }));
      nodes.push(node({ id: `HTTPRoute/${namespace}/s${n}`, kind: 'route', namespace, rules }));
      edges.push(edge(service, `HTTPRoute/${namespace}/s${n}`, 'attached'));
      edges.push(edge(`HTTPRoute/${namespace}/s${n}`, `${service}#backend`, 'forwards'));
    }
    for (let n = 0; n < consumers; n++) {
      const id = `HTTPRoute/${namespace}/c${n}`;
      const parent = `Service/ns${(at + 1 + n) % spec.length}/s0`;
      nodes.push(node({ id, kind: 'route', namespace, rules }));
      edges.push(edge(parent, id, 'attached'), edge(`client:${namespace}`, parent, 'dials'));
    }
  });
  const known = new Set(nodes.map((each) => each.id));
  return { nodes, edges: edges.filter((each) => known.has(each.from) && known.has(each.to)) };
}

const cities = fc.array(fc.record({ services: fc.nat(6), consumers: fc.nat(4), rules: fc.nat(6) }), {
  minLength: 1,
  maxLength: 12,
});

function overlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function faults(graph: GraphModel, layout: GraphLayout): string[] {
  const found: string[] = [];
  const box = (id: string) => layout.boxes.get(id) as Box;
  for (const each of graph.nodes) if (!layout.boxes.has(each.id)) found.push(`${each.id} has no place`);
  const leaves = graph.nodes.filter((each) => each.kind !== 'namespace');
  const containers = graph.nodes.filter((each) => each.kind === 'namespace');
  for (const list of [leaves, containers]) {
    list.forEach((a, at) => {
      for (const b of list.slice(at + 1))
        if (overlapping(box(a.id), box(b.id))) found.push(`${a.id} lies on ${b.id}`);
    });
  }
  for (const leaf of leaves) {
    const [inner, outer] = [box(leaf.id), box(`Namespace/${leaf.namespace}`)];
    const inside =
      inner.x > outer.x &&
      inner.y > outer.y &&
      inner.x + inner.width < outer.x + outer.width &&
      inner.y + inner.height < outer.y + outer.height;
    if (!inside) found.push(`${leaf.id} sticks out`);
    if (inner.height !== heightOf(leaf)) found.push(`${leaf.id} is cut`);
  }
  return found;
}

function moved(graph: GraphModel, before: GraphLayout, after: GraphLayout): string[] {
  return graph.nodes.flatMap(({ id, kind }) => {
    const [a, b] = [before.boxes.get(id), after.boxes.get(id)];
    return kind !== 'namespace' && (a?.x !== b?.x || a?.y !== b?.y) ? [id] : [];
  });
}

/**
 * Returns namespaces, each of which consumes every second Service of the next one. Services with even numbers
 * have no producer route.
 */
function chain(names: readonly string[], services: number): GraphModel {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  names.forEach((namespace, at) => {
    nodes.push(node({ id: `Namespace/${namespace}`, kind: 'namespace', namespace }));
    for (let n = 0; n < services; n++) {
      const service = `Service/${namespace}/s${n}`;
      nodes.push(node({ id: service, kind: 'frontend', namespace }));
      nodes.push(node({ id: `${service}#backend`, kind: 'backend', namespace }));
      const consumer = n % 2 === 0 ? names[at - 1] : namespace;
      if (consumer === undefined) continue;
      const route = `HTTPRoute/${consumer}/from-${n}`;
      nodes.push(node({ id: route, kind: 'route', namespace: consumer, rules: 1 }));
      edges.push(edge(service, route, 'attached'), edge(route, `${service}#backend`, 'forwards'));
      if (consumer === namespace) continue;
      const client = `client:${consumer}`;
      if (n === 0) nodes.push(node({ id: client, kind: 'client', namespace: consumer }));
      edges.push(edge(client, service, 'dials'));
    }
  });
  return { nodes, edges };
}

/** Returns the number of pairs of edges that cross as straight lines between the middles of nodes. */
function crossings({ edges }: GraphModel, boxes: GraphLayout['boxes']): number {
  const middle = (id: string) => {
    const { x, y, width, height } = boxes.get(id) as Box;
    return [x + width / 2, y + height / 2] as const;
  };
  const lines = edges.map(({ from, to }) => [middle(from), middle(to)] as const);
  type Line = (typeof lines)[number];
  const side = ([[ax, ay], [bx, by]]: Line, [x, y]: readonly [number, number]) =>
    Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  const separates = (line: Line, [a, b]: Line) => side(line, a) * side(line, b) < 0;
  return lines.reduce(
    (sum, one, at) =>
      sum + lines.slice(at + 1).filter((other) => separates(one, other) && separates(other, one)).length,
    0,
  );
}

describe('layOut', () => {
  it('has no overlaps and keeps all nodes in their containers', () => {
    fc.assert(
      fc.property(cities, (spec) => {
        const graph = city(spec);
        expect(faults(graph, layOut(graph))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('remains valid after additions and removals', () => {
    fc.assert(
      fc.property(cities, cities, (one, other) => {
        const [before, after] = [city(one), city(other)];
        const settled = layOut(after, layOut(before));
        expect(faults(after, settled)).toEqual([]);
        expect(faults(before, layOut(before, settled))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('moves no node when nothing has changed', () => {
    const graph = city([
      { services: 3, consumers: 1, rules: 2 },
      { services: 4, consumers: 0, rules: 1 },
    ]);
    const first = layOut(graph);
    expect(moved(graph, first, layOut(graph, first))).toEqual([]);
    expect(layOut(graph)).toEqual(first);
  });

  it('moves no other node when one route is added in any place', () => {
    fc.assert(
      fc.property(cities, fc.nat(), fc.boolean(), (spec, pick, consumer) => {
        const graph = city(spec);
        const at = pick % spec.length;
        const home = `ns${at}`;
        const id = `HTTPRoute/${home}/fresh`;
        const parent = `Service/${consumer ? `ns${(at + 1) % spec.length}` : home}/s0`;
        fc.pre(graph.nodes.some((each) => each.id === parent));
        const more = {
          nodes: [...graph.nodes, node({ id, kind: 'route', namespace: home, rules: 1 })],
          edges: [...graph.edges, edge(parent, id, 'attached')],
        };
        const before = layOut(graph);
        expect(moved(graph, before, layOut(more, before))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('runs a plain Service in one straight line from left to right', () => {
    const graph = city([{ services: 1, consumers: 0, rules: 3 }]);
    const { boxes } = layOut(graph);
    const line = ['Service/ns0/s0', 'HTTPRoute/ns0/s0', 'Service/ns0/s0#backend'].map(
      (id) => boxes.get(id) as Box,
    );
    const middles = line.map((box) => box.y + box.height / 2);
    expect(new Set(middles).size).toBe(1);
    expect(line.map((box) => box.x)).toEqual([...line.map((box) => box.x)].sort((a, b) => a - b));
  });

  it('puts namespaces that only consume above what they consume', () => {
    const graph = city([
      { services: 2, consumers: 0, rules: 1 },
      { services: 0, consumers: 2, rules: 1 },
    ]);
    const { boxes } = layOut(graph);
    expect((boxes.get('Namespace/ns1') as Box).y).toBeLessThan((boxes.get('Namespace/ns0') as Box).y);
  });

  it('puts namespaces that exchange requests next to each other, whatever their names are', () => {
    const names = ['m', 'c', 'x', 'a', 'p'];
    const { shelves } = layOut(chain(names, 3));
    expect(shelves).toEqual([
      ['m', 'c'],
      // Upside down, so that `x` is next to `c`.
      ['p', 'a', 'x'],
    ]);
  });

  it('puts consumer routes on the side of their Services, in the order of these', () => {
    const graph = chain(['b', 'a'], 6);
    const { boxes } = layOut(graph);
    const top = (id: string) => (boxes.get(id) as Box).y;
    const consumers = [0, 2, 4].map((n) => top(`HTTPRoute/b/from-${n}`));
    expect(consumers).toEqual([...consumers].sort((a, b) => a - b));
    const own = [0, 1, 2, 3, 4, 5].map((n) => top(`Service/b/s${n}`));
    expect(Math.min(...consumers)).toBeGreaterThan(Math.max(...own));
    expect(top('client:b')).toBeGreaterThan(Math.max(...own));
    // The Services that are consumed come before the others.
    const consumed = [0, 2, 4].map((n) => top(`Service/a/s${n}`));
    const others = [1, 3, 5].map((n) => top(`Service/a/s${n}`));
    expect(Math.max(...consumed)).toBeLessThan(Math.min(...others));
    expect(crossings(graph, boxes)).toBe(0);
  });

  it('lets fewer edges cross than the order of the names does', () => {
    const names = Array.from({ length: 12 }, (_, at) => `ns${(at * 5) % 12}`);
    const graph = chain(names, 10);
    const sorted = chain([...names].sort(), 10);
    const { boxes, shelves } = layOut(graph);
    expect(shelves.length).toBeGreaterThan(1);
    expect(crossings(graph, boxes)).toBe(crossings(sorted, layOut(sorted).boxes));
    // With namespaces and lanes by name, 5,044 pairs cross.
    expect(crossings(graph, boxes)).toBeLessThan(400);
  });
});
