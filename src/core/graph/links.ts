import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';

/** An edge with its nodes. */
export interface Link {
  readonly edge: GraphEdge;
  readonly source: GraphNode;
  readonly target: GraphNode;
}

/** The edges of the graph by their nodes, in the order of the graph. */
export interface Links {
  /** Edges that leave a node. */
  readonly out: ReadonlyMap<GraphNode, readonly Link[]>;
  /** Services and Gateways that a route is attached to. */
  readonly parents: ReadonlyMap<GraphNode, readonly GraphNode[]>;
  /** Edges between nodes of different namespaces. */
  readonly cross: readonly Link[];
}

/** Returns the edges whose ends are both in the graph. */
export function linksOf({ nodes, edges }: GraphModel): Links {
  const byId = new Map<string, GraphNode>();
  for (const node of nodes) byId.set(node.id, node);
  const out = new Map<GraphNode, Link[]>();
  const parents = new Map<GraphNode, GraphNode[]>();
  const cross: Link[] = [];
  // Edges of one node follow each other, so that its list is often the one of the edge before.
  let [from, source, list] = ['', undefined as GraphNode | undefined, [] as Link[]];
  for (const edge of edges) {
    if (edge.from !== from) {
      from = edge.from;
      source = byId.get(from);
      list = (source && out.get(source)) ?? [];
    }
    const target = byId.get(edge.to);
    if (!source || !target) continue;
    const link = { edge, source, target };
    if (list.length === 0) out.set(source, list);
    list.push(link);
    if (edge.kind === 'attached') add(parents, target, source);
    if (source.namespace !== target.namespace) cross.push(link);
  }
  return { out, parents, cross };
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
