import { compareText } from './drawing.ts';
import type { GraphNode } from './graph-model.ts';
import type { NodeGroups } from './layout-frame.ts';
import type { Link, Links } from './links.ts';

/** A namespace at the other end of edges, and the number of these edges. */
interface Neighbour {
  readonly namespace: string;
  edges: number;
}

/**
 * Returns the namespaces from top to bottom. Namespaces that exchange requests are next to each other: a
 * depth-first walk follows the neighbour with the most edges. It starts at namespaces that receive no
 * requests from others. A namespace that only consumes is directly above the first namespace that it
 * consumes from. Ties are in the order of the names.
 */
export function orderNamespaces(groups: NodeGroups, links: Links): readonly string[] {
  const hosts = new Map<string, string>();
  const producers: string[] = [];
  for (const [namespace, nodes] of groups) {
    const host = hostOf(namespace, nodes, links);
    if (host === namespace || !groups.has(host)) producers.push(namespace);
    hosts.set(namespace, host);
  }
  producers.sort(compareNamespaces);
  const { neighbours, entered } = neighboursOf(links.cross);
  const ranks = new Map<string, number>();
  const inOrder = (a: Neighbour, b: Neighbour) =>
    b.edges - a.edges || compareNamespaces(a.namespace, b.namespace);
  const known = new Set(producers);
  const visit = (start: string) => {
    const pending = [start];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (ranks.has(next)) continue;
      ranks.set(next, ranks.size);
      const around = [...(neighbours.get(next)?.values() ?? [])].filter(
        ({ namespace }) => known.has(namespace) && !ranks.has(namespace),
      );
      // The last one that is pushed is visited first.
      pending.push(
        ...around
          .sort(inOrder)
          .reverse()
          .map(({ namespace }) => namespace),
      );
    }
  };
  for (const namespace of producers) if (!entered.has(namespace)) visit(namespace);
  for (const namespace of producers) visit(namespace);
  const last = ranks.size;
  const rankOf = (namespace: string) => ranks.get(hosts.get(namespace) ?? namespace) ?? last;
  return [...groups.keys()].sort(
    (a, b) =>
      // Objects of the whole cluster come last.
      Number(a === '') - Number(b === '') ||
      rankOf(a) - rankOf(b) ||
      Number(hosts.get(a) === a) - Number(hosts.get(b) === b) ||
      compareText(a, b),
  );
}

/** '' is the namespace of objects of the whole cluster. */
function compareNamespaces(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || compareText(a, b);
}

/** Returns the first namespace that a namespace consumes from, or itself if it has Services of its own. */
function hostOf(namespace: string, nodes: readonly GraphNode[], links: Links): string {
  if (namespace === '') return '';
  if (nodes.some((node) => node.kind === 'frontend' || node.kind === 'gateway')) return namespace;
  let first: string | null = null;
  for (const node of nodes) {
    const others =
      node.kind === 'route'
        ? (links.parents.get(node) ?? [])
        : (links.out.get(node) ?? []).map(({ target }) => target);
    for (const other of others) {
      if (first === null || compareText(other.namespace, first) < 0) first = other.namespace;
    }
  }
  return first === null || first === '' ? namespace : first;
}

function neighboursOf(cross: readonly Link[]) {
  const neighbours = new Map<string, Map<string, Neighbour>>();
  /** Namespaces that receive requests from another namespace. */
  const entered = new Set<string>();
  const count = (from: string, to: string) => {
    let list = neighbours.get(from);
    if (!list) {
      list = new Map();
      neighbours.set(from, list);
    }
    const known = list.get(to);
    if (known) known.edges++;
    else list.set(to, { namespace: to, edges: 1 });
  };
  for (const { edge, source, target } of cross) {
    count(source.namespace, target.namespace);
    count(target.namespace, source.namespace);
    if (edge.kind === 'dials' || edge.kind === 'forwards' || isEntrance(edge)) entered.add(target.namespace);
  }
  return { neighbours, entered };
}

/** A request reaches the route of a Gateway after the Gateway, unlike a consumer route. */
function isEntrance({ kind, role }: Link['edge']): boolean {
  return kind === 'attached' && role === 'gateway';
}
