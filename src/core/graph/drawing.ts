import type { ResourceMeta } from '../resource/resource.ts';
import type { GraphBadge, GraphEdge, GraphModel, GraphNode } from './graph-model.ts';

/** Collects nodes and edges by id while the graph is drawn. Adding an id a second time has no effect. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  addNode(node: Partial<GraphNode> & Pick<GraphNode, 'id' | 'kind' | 'namespace' | 'label'>): void;
  /** Adds the node of a resource, with its place and its findings. */
  addResource(
    resource: ResourceMeta,
    node: Partial<GraphNode> & Pick<GraphNode, 'kind'> & { readonly badges?: readonly GraphBadge[] },
  ): void;
  /** Adds an edge unless one of its ends is missing or its id is taken. */
  addEdge(edge: Partial<GraphEdge> & Pick<GraphEdge, 'from' | 'to' | 'kind'>): void;
  /** Removes a node with its edges. */
  removeNode(id: string): void;
  finish(): GraphModel;
}

const BLANK_NODE = {
  resourceKind: '',
  resource: null,
  facts: {},
  rules: [],
  roles: [],
  findings: [],
} as const;

const BLANK_EDGE = { role: null, order: null, rule: null, share: null, broken: null } as const;

/** Compares code units, so that the order does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns an empty drawing. `badgesOf` returns the findings of a resource. */
export function startDrawing(badgesOf: (resource: ResourceMeta) => readonly GraphBadge[]): Drawing {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  return {
    nodes,
    edges,
    addNode(node) {
      if (!nodes.has(node.id)) nodes.set(node.id, { ...BLANK_NODE, ...node });
    },
    addResource(resource, { badges, ...node }) {
      this.addNode({
        id: resource.id,
        resourceKind: resource.kind,
        resource: resource.id,
        namespace: resource.namespace,
        label: resource.name,
        findings: badges ?? badgesOf(resource),
        ...node,
      });
    },
    addEdge(edge) {
      const id = edge.id ?? edgeId(edge.from, edge.to);
      if (edges.has(id) || !nodes.has(edge.from) || !nodes.has(edge.to)) return;
      edges.set(id, { ...BLANK_EDGE, ...edge, id });
    },
    removeNode(id) {
      nodes.delete(id);
      for (const [key, { from, to }] of edges) if (from === id || to === id) edges.delete(key);
    },
    finish: () => ({ nodes: byId(nodes), edges: byId(edges) }),
  };
}

/** Returns `FROM->TO`, with a suffix when several edges join the same two nodes. */
export function edgeId(from: string, to: string, suffix = ''): string {
  return suffix === '' ? `${from}->${to}` : `${from}->${to}#${suffix}`;
}

function byId<Item extends { readonly id: string }>(items: ReadonlyMap<string, Item>): readonly Item[] {
  return [...items.values()].sort((a, b) => compareText(a.id, b.id));
}
