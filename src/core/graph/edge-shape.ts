import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import type { Box, GraphLayout } from './layout.ts';
import { CARD } from './node-size.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The shape of an edge: a cubic curve that leaves to the right and arrives from the left. Between cards of
 * one column it runs down or up, and to a policy's target on the left it runs to the left.
 */
export interface EdgeShape {
  /** SVG path data. */
  readonly path: string;
  /** SVG path data of the arrow head. */
  readonly arrow: string;
  /** Middle of the label. */
  readonly label: Point;
}

/** Length of the arrow head, where the curve ends earlier, and half its width. */
const ARROW = 7;
const ARROW_HALF = 4;
/** Space for the turn of curves that run back. */
const TURN = 70;

/** Returns the shapes of all edges by id. An edge without a place for both ends has no shape. */
export function shapeEdges(graph: GraphModel, layout: GraphLayout): ReadonlyMap<string, EdgeShape> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const shapes = new Map<string, EdgeShape>();
  for (const edge of graph.edges) {
    const from = layout.boxes.get(edge.from);
    const to = layout.boxes.get(edge.to);
    const source = nodes.get(edge.from);
    if (from && to && source) shapes.set(edge.id, shapeOf(edge, source, from, to));
  }
  return shapes;
}

function shapeOf(edge: GraphEdge, source: GraphNode, from: Box, to: Box): EdgeShape {
  const overlap = from.x < to.x + to.width && to.x < from.x + from.width;
  if (overlap) return vertical(edge, from, to);
  if (edge.kind === 'applies' && to.x < from.x) return backwards(edge, from, to);
  const start = { x: from.x + from.width, y: from.y + outletOf(edge, source, from) };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const stop = end.x - ARROW;
  const gap = stop - start.x;
  const pull = gap >= 24 ? gap * 0.5 : TURN + Math.min(160, Math.abs(end.y - start.y) * 0.25);
  const [one, two] = [start.x + pull, stop - pull];
  const at = labelAt(edge);
  return {
    path: `M${start.x},${start.y} C${one},${start.y} ${two},${end.y} ${stop},${end.y}`,
    arrow: `M${stop},${end.y - ARROW_HALF} L${end.x},${end.y} L${stop},${end.y + ARROW_HALF} Z`,
    label: {
      x: cubic(start.x, one, two, stop, at),
      y: cubic(start.y, start.y, end.y, end.y, at),
    },
  };
}

/** Returns the shape of an edge between two cards of one column. */
function vertical(edge: GraphEdge, from: Box, to: Box): EdgeShape {
  // The edge of a policy on its own namespace ends at the upper border of the container.
  const inside =
    from.x >= to.x && from.x + from.width <= to.x + to.width && from.y > to.y && from.y < to.y + to.height;
  const down = !inside && to.y >= from.y;
  const start = { x: from.x + from.width / 2, y: down ? from.y + from.height : from.y };
  const end = inside
    ? { x: start.x, y: to.y }
    : { x: to.x + to.width / 2, y: down ? to.y : to.y + to.height };
  const stop = end.y + (down ? -ARROW : ARROW);
  const pull = (stop - start.y) * 0.5;
  const [one, two] = [start.y + pull, stop - pull];
  const at = labelAt(edge);
  return {
    path: `M${start.x},${start.y} C${start.x},${one} ${end.x},${two} ${end.x},${stop}`,
    arrow: `M${end.x - ARROW_HALF},${stop} L${end.x},${end.y} L${end.x + ARROW_HALF},${stop} Z`,
    label: { x: cubic(start.x, start.x, end.x, end.x, at), y: cubic(start.y, one, two, stop, at) },
  };
}

function backwards(edge: GraphEdge, from: Box, to: Box): EdgeShape {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const end = { x: to.x + to.width, y: to.y + to.height / 2 };
  const stop = end.x + ARROW;
  const pull = (start.x - stop) * 0.5;
  const [one, two] = [start.x - pull, stop + pull];
  const at = labelAt(edge);
  return {
    path: `M${start.x},${start.y} C${one},${start.y} ${two},${end.y} ${stop},${end.y}`,
    arrow: `M${stop},${end.y - ARROW_HALF} L${end.x},${end.y} L${stop},${end.y + ARROW_HALF} Z`,
    label: { x: cubic(start.x, one, two, stop, at), y: cubic(start.y, start.y, end.y, end.y, at) },
  };
}

/**
 * Returns the start of an edge. The edges of a rule start at its line on the card, or at the last line when
 * the rule has no line.
 */
function outletOf(edge: GraphEdge, source: GraphNode, from: Box): number {
  if (source.kind !== 'route' || edge.rule === null || source.rules.length === 0) return from.height / 2;
  const index = source.rules.findIndex((each) => each.rule === edge.rule);
  const line = Math.min(Math.max(index, 0), CARD.maxRules);
  return CARD.height + CARD.rule * (line + 0.5);
}

/**
 * Returns the place of a label: where edges have separated. Edges of one source separate near their targets.
 */
function labelAt(edge: GraphEdge): number {
  if (edge.kind === 'attached') return 0.56;
  return edge.broken === null ? 0.6 : 0.5;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}
