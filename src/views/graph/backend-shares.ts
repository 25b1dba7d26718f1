import type { GraphEdge, GraphModel } from '../../core/graph/graph-model.ts';

/** The part of the requests of one rule that a backend gets. */
export interface BackendShare {
  /** 0…1 */
  readonly share: number;
  /** True for the rule that takes the current request. */
  readonly onWay: boolean;
}

/**
 * Returns the shares of backends by node id: of the rule that takes the current request, or of the only rule
 * that forwards to the backend.
 */
export function sharesOf(graph: GraphModel, onWay: ReadonlySet<string>): ReadonlyMap<string, BackendShare> {
  const into = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (edge.kind !== 'forwards' || edge.share === null || edge.broken !== null) continue;
    const list = into.get(edge.to);
    if (list) list.push(edge);
    else into.set(edge.to, [edge]);
  }
  const shares = new Map<string, BackendShare>();
  for (const [id, edges] of into) {
    const taken = edges.filter((edge) => onWay.has(edge.id));
    const counted = taken.length > 0 ? taken : edges.length === 1 ? edges : [];
    const share = counted.reduce((sum, edge) => sum + (edge.share ?? 0), 0);
    if (counted.length > 0 && share < 1) shares.set(id, { share, onWay: taken.length > 0 });
  }
  return shares;
}
