import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphModel, GraphNode } from '../src/core/graph/graph-model.ts';
import { heightOf, wishedWidth } from '../src/core/graph/node-size.ts';

/** The middle of each node, by id. */
export type Middles = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** A layout library, or this program's layout. */
export interface LayoutEngine {
  readonly name: string;
  /** Above this number of nodes the engine takes minutes, and is not run. */
  readonly most: number;
  layOut(graph: GraphModel): Promise<Middles>;
}

/** Spaces that are similar to those between cards of this program's layout. */
const SPACE = { nodes: 16, layers: 72 } as const;

const ELK_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.spacing.nodeNode': String(SPACE.nodes),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(SPACE.layers),
};

interface ElkNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly children?: readonly ElkNode[];
}

interface DagreGraph {
  setGraph(options: object): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(id: string, size: object): void;
  setEdge(from: string, to: string): void;
  node(id: string): { readonly x: number; readonly y: number };
}

/**
 * Returns the libraries that a folder has installed (`npm install elkjs @dagrejs/dagre`). They are not
 * packages of this project, because only this comparison needs them.
 */
export async function layoutPeers(folder: string): Promise<readonly LayoutEngine[]> {
  const { resolve } = createRequire(join(folder, 'package.json'));
  const load = async (name: string) => {
    if (!existsSync(join(folder, 'node_modules', name))) return null;
    const loaded = await import(pathToFileURL(resolve(name)).href);
    return loaded.default ?? loaded;
  };
  const [Elk, dagre] = [await load('elkjs'), await load('@dagrejs/dagre')];
  return [
    ...(Elk === null
      ? []
      : [{ name: 'ELK, nested', most: 600, layOut: (graph: GraphModel) => withElk(new Elk(), graph) }]),
    ...(dagre === null
      ? []
      : [
          {
            name: 'dagre, without namespaces',
            most: 2000,
            layOut: async (graph: GraphModel) => withDagre(dagre, graph),
          },
        ]),
  ];
}

function cardsOf(graph: GraphModel): readonly GraphNode[] {
  return graph.nodes.filter((node) => node.kind !== 'namespace');
}

async function withElk(
  elk: { layout(graph: object): Promise<ElkNode> },
  graph: GraphModel,
): Promise<Middles> {
  const groups = new Map<string, object[]>();
  for (const node of cardsOf(graph)) {
    const own = groups.get(node.namespace) ?? [];
    own.push({ id: node.id, width: wishedWidth(node), height: heightOf(node) });
    groups.set(node.namespace, own);
  }
  const known = new Set(cardsOf(graph).map((node) => node.id));
  const placed = await elk.layout({
    id: 'root',
    layoutOptions: ELK_OPTIONS,
    children: [...groups].map(([namespace, children]) => ({ id: `Namespace/${namespace}`, children })),
    edges: graph.edges
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const middles = new Map<string, { x: number; y: number }>();
  const add = (node: ElkNode, left: number, top: number) => {
    const [x, y] = [left + (node.x ?? 0), top + (node.y ?? 0)];
    middles.set(node.id, { x: x + (node.width ?? 0) / 2, y: y + (node.height ?? 0) / 2 });
    for (const child of node.children ?? []) add(child, x, y);
  };
  add(placed, 0, 0);
  return middles;
}

function withDagre(
  dagre: { readonly graphlib: { Graph: new () => DagreGraph }; layout(graph: DagreGraph): void },
  graph: GraphModel,
): Middles {
  const drawing = new dagre.graphlib.Graph();
  drawing.setGraph({ rankdir: 'LR', nodesep: SPACE.nodes, ranksep: SPACE.layers });
  drawing.setDefaultEdgeLabel(() => ({}));
  const cards = cardsOf(graph);
  const known = new Set(cards.map((node) => node.id));
  for (const node of cards) drawing.setNode(node.id, { width: wishedWidth(node), height: heightOf(node) });
  for (const { from, to } of graph.edges) {
    if (known.has(from) && known.has(to)) drawing.setEdge(from, to);
  }
  dagre.layout(drawing);
  return new Map(cards.map(({ id }) => [id, drawing.node(id)]));
}
