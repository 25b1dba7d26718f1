import { cardsIn } from './card-rows.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import type { Box, GraphLayout } from './layout.ts';
import { shortened, textWidth } from './text-width.ts';

/** A name on a small-scale view of the graph, in the drawing's units. */
export interface MapLabel {
  readonly id: string;
  readonly text: string;
  /** `marked` names belong to the request or the selection, `place` names to namespaces. */
  readonly kind: 'place' | 'marked' | 'plain';
  /** The left end of the text, and the middle of its height. */
  readonly x: number;
  readonly y: number;
  /** Height of the font. */
  readonly size: number;
}

/** Font sizes on the screen, in pixels. */
const SIZES = { place: 12, marked: 11.5, plain: 10 } as const;
const LINE = 1.25;
/** Semibold characters are wider by this factor. */
const BOLD = 1.1;
/** Space at both ends of a name within its card, and between names, in pixels on the screen. */
const MARGIN = 3;

/**
 * Returns names for a graph that is so small that its cards cannot be read. The names have a constant size on
 * the screen. Names of marked nodes are in their cards or, in full, next to them if no other marked card or
 * name is in the way. Names of namespaces are above their frames. All other names appear as far as they fit
 * into their cards.
 * @param zoom Pixels on the screen for one unit of the drawing.
 */
export function mapLabels(
  graph: GraphModel,
  layout: GraphLayout,
  zoom: number,
  marked: ReadonlySet<string>,
  nameOf: (node: GraphNode) => string,
): readonly MapLabel[] {
  const labels: MapLabel[] = [];
  const quiet: MapLabel[] = [];
  const taken: Box[] = [];
  const speaking: { readonly node: GraphNode; readonly box: Box }[] = [];
  for (const node of cardsIn(graph).nodes) {
    const box = layout.boxes.get(node.id);
    if (!box) continue;
    const isFrame = node.kind === 'namespace' && node.facts.collapsed === undefined;
    if (isFrame) {
      const label = placeLabel(node, box, zoom, nameOf(node));
      if (label === null) continue;
      labels.push(label);
      taken.push(boxOf(label));
    } else if (marked.has(node.id)) {
      speaking.push({ node, box });
      taken.push(box);
    } else {
      const label = plainLabel(node, box, zoom, nameOf(node));
      if (label !== null) quiet.push(label);
    }
  }
  const marks: Box[] = [];
  const sides = sidesOf(layout);
  speaking.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
  for (const { node, box } of speaking) {
    const label = markedLabel(node, box, zoom, nameOf(node), taken, sides);
    labels.push(label);
    taken.push(boxOf(label));
    marks.push(boxOf(label));
  }
  labels.push(...quiet.filter((label) => !marks.some((mark) => overlap(boxOf(label), mark, 0))));
  return labels;
}

function placeLabel(node: GraphNode, box: Box, zoom: number, name: string): MapLabel | null {
  const size = SIZES.place / zoom;
  const text = shortened(name, size * BOLD, box.width);
  if (text === null) return null;
  return { id: node.id, text, kind: 'place', x: box.x, y: box.y - (size * LINE) / 2, size };
}

function plainLabel(node: GraphNode, box: Box, zoom: number, name: string): MapLabel | null {
  const size = SIZES.plain / zoom;
  if (size > box.height) return null;
  const text = shortened(name, size, box.width - (2 * MARGIN) / zoom);
  if (text === null) return null;
  const x = box.x + (box.width - textWidth(text, size)) / 2;
  return { id: node.id, text, kind: 'plain', x, y: box.y + box.height / 2, size };
}

/** Lines above (-) and below (+) a card that a name can take, best first. */
const LINES = [-1, 1, -2, 2, -3, 3, -4, 4];

function markedLabel(
  node: GraphNode,
  box: Box,
  zoom: number,
  text: string,
  taken: readonly Box[],
  sides: Sides,
): MapLabel {
  const size = SIZES.marked / zoom;
  const width = textWidth(text, size * BOLD);
  const at = (x: number, y: number): MapLabel => ({ id: node.id, text, kind: 'marked', x, y, size });
  const middle = box.x + (box.width - width) / 2;
  const inside = at(middle, box.y + box.height / 2);
  // A card with enough space for its own name needs no other place. There the name is unambiguous.
  const room = box.width - (2 * MARGIN) / zoom;
  const short = size * LINE <= box.height ? shortened(text, size * BOLD, room) : null;
  if (short !== null) {
    const x = box.x + (box.width - textWidth(short, size * BOLD)) / 2;
    return { ...inside, text: short, x };
  }
  const tries = LINES.flatMap((line) => {
    const edge = line < 0 ? box.y : box.y + box.height;
    const y = edge + (line - Math.sign(line) / 2) * size * LINE;
    return [at(middle, y), at(box.x, y), at(box.x + box.width - width, y)];
  });
  const free = tries.find(
    (label) =>
      label.x >= sides.left &&
      label.x + width <= sides.right &&
      !taken.some((other) => overlap(boxOf(label), other, MARGIN / zoom)),
  );
  return free ?? inside;
}

interface Sides {
  readonly left: number;
  readonly right: number;
}

function sidesOf({ boxes }: GraphLayout): Sides {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes.values()) {
    left = Math.min(left, box.x);
    right = Math.max(right, box.x + box.width);
  }
  return { left, right };
}

function boxOf({ text, kind, x, y, size }: MapLabel): Box {
  const height = size * LINE;
  return { x, y: y - height / 2, width: textWidth(text, kind === 'plain' ? size : size * BOLD), height };
}

function overlap(a: Box, b: Box, room: number): boolean {
  return (
    a.x < b.x + b.width + room && b.x < a.x + a.width + room && a.y < b.y + b.height && b.y < a.y + a.height
  );
}
