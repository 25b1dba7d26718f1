import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Cards belong to one column when their left edges differ by less. */
const SAME_COLUMN = 4;

/**
 * Returns the node that an arrow key leads to: right and left along edges (first along the way of the
 * request, then to the nearest node), up and down within the column. Returns null when there is none.
 */
export function reach(
  graph: GraphModel,
  layout: GraphLayout,
  way: TraceWay | null,
  id: string,
  direction: Direction,
): string | null {
  const box = layout.boxes.get(id);
  if (!box) return null;
  if (direction === 'up' || direction === 'down') return inColumn(graph, layout, id, box, direction);
  const onWay = new Set(way?.edges);
  const ends = graph.edges.flatMap((edge) => {
    const [here, there] = direction === 'right' ? [edge.from, edge.to] : [edge.to, edge.from];
    return here === id ? [{ id: there, onWay: onWay.has(edge.id) }] : [];
  });
  const distance = (other: string) => Math.abs(middle(layout.boxes.get(other) ?? box) - middle(box));
  ends.sort((a, b) => Number(b.onWay) - Number(a.onWay) || distance(a.id) - distance(b.id));
  return ends[0]?.id ?? null;
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}

function inColumn(
  graph: GraphModel,
  layout: GraphLayout,
  id: string,
  box: Box,
  direction: 'up' | 'down',
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of graph.nodes) {
    const other = layout.boxes.get(node.id);
    if (!other || node.id === id || Math.abs(other.x - box.x) > SAME_COLUMN) continue;
    const distance = direction === 'down' ? other.y - box.y : box.y - other.y;
    if (distance > 0 && distance < least) [best, least] = [node.id, distance];
  }
  return best;
}
