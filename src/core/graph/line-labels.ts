import type { Box } from './layout-frame.ts';
import { ARROW, type Point } from './line-path.ts';

/** The height of a label. */
export const LABEL_HEIGHT = 17;
const BESIDE_ARROW = 3;
/** Height of the cells by which parts of lines are looked up. */
const CELL = 40;

/** A label that wants the end of its line. */
export interface LabelWish {
  readonly id: string;
  readonly width: number;
  /** The corners of the line. The last one is the end at the card. */
  readonly corners: readonly Point[];
  /** The lower ranks get their places first. */
  readonly rank: number;
}

interface Part {
  readonly id: string;
  readonly box: Box;
}

/**
 * Returns the places of labels, at the ends of their lines: boxes by the ids of the lines. A label that would
 * cover another line or label has no place.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  lines: ReadonlyMap<string, readonly Point[]>,
): ReadonlyMap<string, Box> {
  const places = new Map<string, Box>();
  if (wishes.length === 0) return places;
  const cells = new Map<number, Part[]>();
  const add = (part: Part) => {
    for (const cell of cellsOf(part.box)) {
      const list = cells.get(cell);
      if (list) list.push(part);
      else cells.set(cell, [part]);
    }
  };
  const needed = new Set<number>();
  const boxes = new Map(wishes.map((wish) => [wish.id, labelBox(wish)]));
  for (const box of boxes.values()) if (box) for (const cell of cellsOf(box)) needed.add(cell);
  for (const [id, corners] of lines) {
    for (let at = 1; at < corners.length; at++) {
      const box = partBox(corners[at - 1] as Point, corners[at] as Point);
      if (cellsOf(box).some((cell) => needed.has(cell))) add({ id, box });
    }
  }
  for (const { id } of [...wishes].sort((a, b) => a.rank - b.rank)) {
    const box = boxes.get(id);
    if (!box) continue;
    const near = cellsOf(box).flatMap((cell) => cells.get(cell) ?? []);
    if (near.some((part) => part.id !== id && covers(box, part.box))) continue;
    places.set(id, box);
    add({ id: `label of ${id}`, box });
  }
  return places;
}

/** Returns the box at the end of a line. Returns null when the line is too short. */
function labelBox({ corners, width }: LabelWish): Box | null {
  const [end, before] = [corners.at(-1), corners.at(-2)];
  if (!end || !before) return null;
  const away = ARROW.length + BESIDE_ARROW;
  if (Math.abs(end.y - before.y) < 0.5) {
    const isRightwards = before.x < end.x;
    if (Math.abs(end.x - before.x) < away + width - 12 && corners.length > 2) return null;
    const x = isRightwards ? end.x - away - width : end.x + away;
    return { x, y: end.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
  }
  const isDown = before.y < end.y;
  if (Math.abs(end.y - before.y) < away + LABEL_HEIGHT - 8) return null;
  const y = isDown ? end.y - away - LABEL_HEIGHT : end.y + away;
  return { x: end.x - width / 2, y, width, height: LABEL_HEIGHT };
}

function partBox(a: Point, b: Point): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function cellsOf({ y, height }: Box): readonly number[] {
  const [first, last] = [Math.floor(y / CELL), Math.floor((y + height) / CELL)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Returns true when two boxes are less than a pixel apart. Parts of lines have no width or no height. */
function covers(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + 1 && b.x < a.x + a.width + 1 && a.y < b.y + b.height + 1 && b.y < a.y + a.height + 1
  );
}
