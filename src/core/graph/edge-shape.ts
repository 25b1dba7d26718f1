import { cardsIn } from './card-rows.ts';
import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import { labelWidth } from './label-width.ts';
import type { Box, GraphLayout, Slot } from './layout-frame.ts';
import { Corridors, slotsOf } from './line-corridors.ts';
import { type Line, type LineEnd, outletOf, spreadInlets, straightenOutlets } from './line-ends.ts';
import { LABEL_HEIGHT, type LabelWish, placeLabels } from './line-labels.ts';
import { arrowHead, cornersOf, type Point, roundedPath } from './line-path.ts';
import { routeLines } from './line-routes.ts';

/** The shape of an edge: straight parts with rounded corners, from the right side of a card to the left side of another. */
export interface EdgeShape {
  /** SVG path data. */
  readonly path: string;
  /** SVG path data of the arrow head. */
  readonly arrow: string;
  /** The space for the label. Null when it would cover something else. */
  readonly label: Box | null;
  readonly corners: readonly Point[];
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Returns the shapes of all edges by id. An edge without a place for both ends has no shape, nor has the edge
 * to a workload inside its card. `onWay` are the edges of the current request.
 */
export function shapeEdges(
  graph: GraphModel,
  layout: GraphLayout,
  onWay: ReadonlySet<string> = NOTHING,
): ReadonlyMap<string, EdgeShape> {
  const cards = cardsIn(graph);
  const isDown = layout.direction === 'down';
  const turned = (box: Box): Box =>
    isDown ? { x: box.y, y: box.x, width: box.height, height: box.width } : box;
  const ends = new Map<string, Omit<LineEnd, 'y'>>();
  const frames = new Map<string, Box>();
  const obstacles: Box[] = [];
  for (const node of cards.nodes) {
    const place = layout.boxes.get(node.id);
    if (!place) continue;
    const box = turned(place);
    if (node.kind === 'namespace' && node.facts.collapsed === undefined) frames.set(node.id, box);
    else {
      const [first, last] = slotsOf(box.x, box.x + box.width, layout.slots);
      ends.set(node.id, { node, box, first, last });
      obstacles.push(box);
    }
  }
  const lines: Line[] = [];
  const borders: { readonly edge: GraphEdge; readonly from: Omit<LineEnd, 'y'>; readonly frame: Box }[] = [];
  for (const edge of cards.edges) {
    const [from, to] = [ends.get(edge.from), ends.get(edge.to)];
    const frame = frames.get(edge.to);
    if (from && frame) borders.push({ edge, from, frame });
    else if (from && to && from !== to) lines.push(lineOf(edge, from, to, onWay.has(edge.id), isDown));
  }
  spreadInlets(lines, isDown);
  straightenOutlets(lines, ({ edge, left }) => !isDown && (left.node.kind === 'route' || onWay.has(edge.id)));
  const corridors = new Corridors(obstacles, layout.slots);
  const room = ({ labelWidth: width }: Line) => (width === 0 ? 0 : isDown ? LABEL_HEIGHT : width);
  const routes = routeLines(lines, layout.slots, corridors, room);
  const corners = new Map<string, readonly Point[]>();
  const back = ({ x, y }: Point): Point => (isDown ? { x: y, y: x } : { x, y });
  for (const [{ edge, reversed }, points] of routes) {
    const placed = points.map(back);
    corners.set(edge.id, reversed ? placed.reverse() : placed);
  }
  for (const { edge, from, frame } of borders) {
    corners.set(edge.id, toBorder(from, frame, layout.slots).map(back));
  }
  return shapesOf(cards.edges, corners, onWay);
}

function lineOf(
  edge: GraphEdge,
  from: Omit<LineEnd, 'y'>,
  to: Omit<LineEnd, 'y'>,
  onWay: boolean,
  isDown: boolean,
): Line {
  const sameSide = from.first <= to.last && to.first <= from.last;
  const reversed = !sameSide && to.last < from.first;
  const [left, right] = reversed ? [to, from] : [from, to];
  const middle = ({ node, box }: Omit<LineEnd, 'y'>) =>
    isDown || node.kind === 'namespace'
      ? box.height / 2
      : outletOf({ ...edge, rule: null }, node, box.height, false);
  const out = isDown || reversed ? middle(left) : outletOf(edge, left.node, left.box.height, onWay);
  return {
    edge,
    left: { ...left, y: left.box.y + Math.min(out, left.box.height - 4) },
    right: { ...right, y: right.box.y + middle(right) },
    reversed,
    sameSide,
    labelWidth: labelWidth(edge),
  };
}

/** Returns the corners of the line of a policy that applies to a namespace: to the border of its frame. */
function toBorder(
  { node, box, last }: { readonly node: GraphNode; readonly box: Box; readonly last: number },
  frame: Box,
  slots: readonly Slot[],
): readonly Point[] {
  const y = box.y + outletOf({ ...NO_RULE, from: node.id }, node, box.height, false);
  const x = Math.max(box.x + box.width, slots[last]?.end ?? 0) + BORDER_ROOM;
  const bottom = frame.y + frame.height;
  const end = Math.abs(y - frame.y) < Math.abs(bottom - y) ? frame.y : bottom;
  return cornersOf([
    { x: box.x + box.width, y },
    { x, y },
    { x, y: end },
  ]);
}

const BORDER_ROOM = 8;
const NO_RULE: GraphEdge = {
  id: '',
  from: '',
  to: '',
  kind: 'applies',
  role: null,
  order: null,
  rule: null,
  share: null,
  broken: null,
};

/** Labels of broken edges get their places first, then those on the way of the request. */
function shapesOf(
  edges: readonly GraphEdge[],
  corners: ReadonlyMap<string, readonly Point[]>,
  onWay: ReadonlySet<string>,
): ReadonlyMap<string, EdgeShape> {
  const wishes: LabelWish[] = [];
  for (const edge of edges) {
    const line = corners.get(edge.id);
    const width = line ? labelWidth(edge) : 0;
    if (!line || width === 0) continue;
    wishes.push({
      id: edge.id,
      width,
      corners: line,
      rank: edge.broken !== null ? 0 : onWay.has(edge.id) ? 1 : 2,
    });
  }
  const labels = placeLabels(wishes, corners);
  const shapes = new Map<string, EdgeShape>();
  for (const [id, line] of corners) {
    const label = labels.get(id) ?? null;
    shapes.set(id, { path: roundedPath(line), arrow: arrowHead(line), label, corners: line });
  }
  return shapes;
}
