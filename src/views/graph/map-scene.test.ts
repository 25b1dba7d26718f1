import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import { layOut } from '../../core/graph/layout.ts';
import { flowEdges, flowNodes, shapesOf } from './flow-elements.ts';
import { nodeAt, sceneOf } from './map-scene.ts';
import { en } from './texts-en.ts';

const KINDS = ['client', 'frontend', 'gateway', 'route', 'backend', 'workload', 'missing', 'other'] as const;
const EDGES = [
  'dials',
  'attached',
  'forwards',
  'original',
  'selects',
  'mirrors',
  'grants',
  'applies',
] as const;
const ROLES = ['producer', 'consumer', 'gateway', 'written'] as const;

const nodes = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    namespace: fc.constantFrom('a', 'b'),
    roles: fc.subarray([...ROLES], { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 12 },
);
const edges = fc.array(
  fc.record({
    from: fc.nat(),
    to: fc.nat(),
    kind: fc.constantFrom(...EDGES),
    role: fc.constantFrom(null, ...ROLES),
    broken: fc.constantFrom(null, null, 'BackendNotFound'),
  }),
  { maxLength: 14 },
);

type Sketch<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function graphOf(nodeList: Sketch<typeof nodes>, edgeList: Sketch<typeof edges>): GraphModel {
  const plain = { resourceKind: 'X', resource: null, facts: {}, rules: [], findings: [] };
  const cards = nodeList.map(
    ({ kind, namespace, roles }, at): GraphNode => ({
      ...plain,
      id: `n${at}`,
      kind,
      namespace,
      label: `n${at}`,
      roles: kind === 'route' ? roles : [],
    }),
  );
  const frames = ['a', 'b'].map(
    (namespace): GraphNode => ({
      ...plain,
      id: `Namespace/${namespace}`,
      kind: 'namespace',
      namespace,
      label: namespace,
      roles: [],
    }),
  );
  const lines = edgeList.map(({ from, to, kind, role, broken }, at): GraphEdge => {
    const ends = { from: `n${from % cards.length}`, to: `n${to % cards.length}` };
    return { ...ends, id: `e${at}`, kind, role, broken, order: null, rule: null, share: null };
  });
  return { nodes: [...frames, ...cards], edges: lines };
}

const attributes = (element: { readonly domAttributes?: object | undefined }) =>
  element.domAttributes as Record<string, string | undefined>;

describe('sceneOf', () => {
  it('has the nodes and edges that would be elements, with their roles and highlights', () => {
    fc.assert(
      fc.property(
        nodes,
        edges,
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (nodeList, edgeList, pick, on, near) => {
          const graph = graphOf(nodeList, edgeList);
          const layout = layOut(graph);
          const chosen = graph.nodes[pick % graph.nodes.length]?.id as string;
          const way: TraceWay | null = on
            ? { nodes: [chosen, 'n0'], edges: graph.edges.slice(0, 2).map(({ id }) => id), stages: [] }
            : null;
          const focus = near ? new Set(graph.edges.slice(1, 3).map(({ id }) => id)) : null;
          const plain = { step: null, pointed: false, roving: null, secondWay: null, marks: null };
          const lights = { ...plain, way, selected: chosen, focus };
          const scene = sceneOf(graph, layout, shapesOf(graph, layout, [way]), lights);

          const elements = flowNodes(graph, layout, lights, en);
          const cards = elements.filter(({ type }) => type !== 'container' && type !== 'row');
          const frames = elements.filter(({ type }) => type === 'container');
          expect(new Set(scene.cards.map(({ id }) => id))).toEqual(new Set(cards.map(({ id }) => id)));
          expect(scene.frames).toHaveLength(frames.length);
          for (const card of scene.cards) {
            const role = attributes(elements.find(({ id }) => id === card.id) ?? {})['data-role'];
            const kind = graph.nodes.find(({ id }) => id === card.id)?.kind;
            expect(card.tone).toBe(kind === 'missing' ? 'bad' : (role?.split(' ').at(-1) ?? 'plain'));
          }

          const lines = new Map(scene.lines.map((line) => [line.id, line]));
          for (const edge of flowEdges(graph, layout, lights, en)) {
            const marks = attributes(edge);
            const line = lines.get(edge.id);
            if (marks['data-on-trace'] !== undefined) {
              expect(line).toBeUndefined();
              continue;
            }
            expect(line?.path).toBe(edge.data?.shape.path);
            expect(line?.tone).toBe(marks['data-broken'] === undefined ? 'plain' : 'bad');
            expect(line?.weight === 'strong').toBe(marks['data-touching'] !== undefined);
            if (line?.weight !== 'strong') expect(line?.faded).toBe(marks['data-faded'] !== undefined);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('nodeAt', () => {
  it('finds each card by its middle, and the frame around it', () => {
    fc.assert(
      fc.property(nodes, (nodeList) => {
        const graph = graphOf(nodeList, []);
        const layout = layOut(graph);
        for (const node of graph.nodes) {
          const box = layout.boxes.get(node.id);
          if (!box) throw new Error(`${node.id} has no place`);
          const at =
            node.kind === 'namespace'
              ? nodeAt(graph, layout, box.x + 2, box.y + 2)
              : nodeAt(graph, layout, box.x + box.width / 2, box.y + box.height / 2);
          expect(at?.id).toBe(node.id);
        }
        expect(nodeAt(graph, layout, -1000, -1000)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
