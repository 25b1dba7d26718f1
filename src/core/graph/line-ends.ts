import type { GraphEdge, GraphNode } from './graph-model.ts';
import type { Box } from './layout-frame.ts';
import { CARD, headOf, isChip, lineMiddle, lineOfEdge, shownRows } from './node-size.ts';
import { packWithin } from './pack.ts';

/** A line between two cards, in coordinates in which requests travel to the right. */
export interface Line {
  readonly edge: GraphEdge;
  /** The card with the end on its right side, and the card with the end on its left side. */
  readonly left: LineEnd;
  readonly right: LineEnd;
  /** True when the arrow is at the left end. */
  readonly reversed: boolean;
  /** True when both ends are on the right sides of their cards: in one column. */
  readonly sameSide: boolean;
  readonly labelWidth: number;
}

export interface LineEnd {
  readonly node: GraphNode;
  readonly box: Box;
  /** The columns that the card covers. */
  readonly first: number;
  readonly last: number;
  /** The height of the end. */
  y: number;
}

/** Distance of ends on one side of a card, and of ends with labels. */
const SPACING = { plain: 9, labelled: 19 } as const;
const CORNER = 9;

/**
 * Returns where a line leaves a card. The lines of a rule leave at the line of the rule, or at the last line
 * when the rule has no line. The way of the request leaves its client at the workload that sends the request.
 */
export function outletOf(edge: GraphEdge, source: GraphNode, height: number, onWay: boolean): number {
  if (isChip(source)) return CARD.chip / 2;
  if (source.kind === 'route' && edge.rule !== null && source.rules.length > 0) {
    const index = lineOfEdge(source, edge);
    return lineMiddle(source, Math.min(Math.max(index, 0), CARD.maxRules));
  }
  if (source.kind === 'client' && onWay) {
    const row = shownRows(source).findIndex(({ id }) => id === source.facts.sender);
    if (row !== -1) return lineMiddle(source, row);
  }
  return Math.min(headOf(source), height) / 2;
}

/**
 * Sets the heights of the ends on the left sides of cards: at the height of the other end when that gives a
 * straight line, at the head of the card otherwise, and with enough space between them. `isDown`: the
 * coordinates are those of a graph whose requests travel down, where labels are next to each other.
 */
export function spreadInlets(lines: readonly Line[], isDown: boolean): void {
  const byCard = new Map<GraphNode, Line[]>();
  for (const line of lines) {
    if (line.sameSide) continue;
    const list = byCard.get(line.right.node);
    if (list) list.push(line);
    else byCard.set(line.right.node, [line]);
  }
  for (const [card, list] of byCard) spread(card, list, isDown);
}

/**
 * Moves the only end on the right side of a card to the height of the other end, if both are at about the same
 * height, so that the line is straight. The end at a rule or a workload stays there.
 */
export function straightenOutlets(lines: readonly Line[], isFixed: (line: Line) => boolean): void {
  const counts = new Map<GraphNode, number>();
  for (const { left, right, sameSide } of lines) {
    counts.set(left.node, (counts.get(left.node) ?? 0) + 1);
    if (sameSide) counts.set(right.node, (counts.get(right.node) ?? 0) + 1);
  }
  for (const line of lines) {
    const { left, right, sameSide } = line;
    if (sameSide || counts.get(left.node) !== 1 || isFixed(line)) continue;
    const { y, height } = left.box;
    if (right.y >= y + CORNER && right.y <= y + height - CORNER) left.y = right.y;
  }
}

function spread(card: GraphNode, lines: Line[], isDown: boolean): void {
  const { box } = (lines[0] as Line).right;
  const [low, high] = [box.y + CORNER, box.y + box.height - CORNER];
  const isWhole = isDown || isChip(card) || card.kind === 'namespace';
  const head = box.y + (isWhole ? box.height : headOf(card)) / 2;
  lines.sort((a, b) => a.left.y - b.left.y);
  const label = Math.max(...lines.map((line) => line.labelWidth));
  const wishes = lines.map(({ left, reversed }) => ({
    wish: reversed || left.y < low || left.y > high ? head : left.y,
    size: 0,
  }));
  const gap = label === 0 ? SPACING.plain : isDown ? label + 4 : SPACING.labelled;
  const middles = packWithin(wishes, gap, low, high);
  lines.forEach((line, at) => {
    line.right.y = middles[at] as number;
  });
}
