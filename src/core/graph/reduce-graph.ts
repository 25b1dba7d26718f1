import { compareText } from './drawing.ts';
import type { GraphEdge, GraphModel, GraphNode, TraceWay } from './graph-model.ts';
import { namespaceId } from './node-ids.ts';

/** Returns the graph without the hidden namespaces. */
export function hideNamespaces(graph: GraphModel, hidden: ReadonlySet<string>): GraphModel {
  if (hidden.size === 0) return graph;
  const nodes = graph.nodes.filter((node) => !hidden.has(node.namespace));
  const kept = new Set(nodes.map((node) => node.id));
  return { nodes, edges: graph.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)) };
}

/**
 * Returns the graph with each of some namespaces drawn as one node that counts its contents. Inner edges
 * disappear. Edges that cross the border end at the namespace, one for each pair of ends, kind and role.
 */
export function collapseNamespaces(graph: GraphModel, collapsed: ReadonlySet<string>): GraphModel {
  if (collapsed.size === 0) return graph;
  const home = new Map<string, string>();
  const members = new Map<string, GraphNode[]>();
  const nodes: GraphNode[] = [];
  for (const node of graph.nodes) {
    if (!collapsed.has(node.namespace)) {
      nodes.push(node);
      continue;
    }
    const list = members.get(node.namespace);
    if (list) list.push(node);
    else members.set(node.namespace, [node]);
    if (node.kind !== 'namespace') home.set(node.id, namespaceId(node.namespace));
  }
  for (const [namespace, list] of members) nodes.push(pileOf(namespace, list));
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    const from = home.get(edge.from) ?? edge.from;
    const to = home.get(edge.to) ?? edge.to;
    if (from === to) continue;
    if (from === edge.from && to === edge.to) {
      edges.set(edge.id, edge);
      continue;
    }
    const id = `${from}->${to}#${edge.kind}${edge.role === null ? '' : `,${edge.role}`}`;
    const known = edges.get(id);
    const broken = edge.broken ?? known?.broken ?? null;
    edges.set(id, { ...edge, id, from, to, order: null, rule: null, share: null, broken });
  }
  nodes.sort((a, b) => compareText(a.id, b.id));
  return { nodes, edges: [...edges.values()].sort((a, b) => compareText(a.id, b.id)) };
}

/** Returns the id of the collapsed namespace that hides a node, or the node's own id when it is drawn. */
export function drawnAs(node: GraphNode, collapsed: ReadonlySet<string>): string {
  return collapsed.has(node.namespace) ? namespaceId(node.namespace) : node.id;
}

function pileOf(namespace: string, members: readonly GraphNode[]): GraphNode {
  const count = (...kinds: readonly GraphNode['kind'][]) =>
    members.filter((node) => kinds.includes(node.kind)).length;
  const container = members.find((node) => node.kind === 'namespace');
  return {
    id: namespaceId(namespace),
    kind: 'namespace',
    resourceKind: 'Namespace',
    resource: container?.resource ?? null,
    namespace,
    label: namespace,
    facts: {
      collapsed: 1,
      services: count('frontend'),
      routes: count('route'),
      workloads: count('workload'),
      others: count('grant', 'other', 'missing'),
    },
    rules: [],
    roles: [],
    findings: members.flatMap((node) => node.findings),
  };
}

/**
 * Returns the part of the graph about the answer to one request, or to two compared ones: the way, every route that is attached to its
 * frontend, the targets of those routes, and the grants and policies that act there.
 */
export function aroundRequest(
  graph: GraphModel,
  way: TraceWay,
  secondWay: TraceWay | null = null,
): GraphModel {
  const kept = new Set([...way.nodes, ...(secondWay?.nodes ?? [])]);
  for (const kinds of LEADING) {
    for (const edge of graph.edges) if (kinds.has(edge.kind) && kept.has(edge.from)) kept.add(edge.to);
  }
  for (const edge of graph.edges) if (ACTING.has(edge.kind) && kept.has(edge.to)) kept.add(edge.from);
  const homes = new Set(graph.nodes.flatMap((node) => (kept.has(node.id) ? [node.namespace] : [])));
  const nodes = graph.nodes.filter(
    (node) => kept.has(node.id) || (node.kind === 'namespace' && homes.has(node.namespace)),
  );
  for (const node of nodes) kept.add(node.id);
  return { nodes, edges: graph.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)) };
}

/** Kinds of edges in the order in which a request can follow them. */
const LEADING: readonly ReadonlySet<GraphEdge['kind']>[] = [
  new Set(['attached']),
  new Set(['forwards', 'mirrors', 'original']),
  new Set(['selects']),
];
const ACTING: ReadonlySet<GraphEdge['kind']> = new Set(['grants', 'applies']);

/**
 * Returns the ids of a node, of everything that a request can pass before and after it, and of the edges
 * between them.
 */
export function neighbourhood(graph: GraphModel, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  const node = graph.nodes.find((each) => each.id === id);
  if (node?.kind === 'namespace') {
    for (const each of graph.nodes) if (each.namespace === node.namespace) found.add(each.id);
    return found;
  }
  for (const end of ['from', 'to'] as const) {
    const other = end === 'from' ? 'to' : 'from';
    const byEnd = new Map<string, GraphEdge[]>();
    for (const edge of graph.edges) {
      const list = byEnd.get(edge[end]);
      if (list) list.push(edge);
      else byEnd.set(edge[end], [edge]);
    }
    const pending = [id];
    const seen = new Set(pending);
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      for (const edge of byEnd.get(at) ?? []) {
        found.add(edge.id);
        found.add(edge[other]);
        if (!seen.has(edge[other])) pending.push(edge[other]);
        seen.add(edge[other]);
      }
    }
  }
  return found;
}
