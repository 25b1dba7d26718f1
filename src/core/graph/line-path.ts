export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Length of an arrow head, where the line ends earlier, and half its width. */
export const ARROW = { length: 7, half: 4 } as const;
const RADIUS = 7;

/** Returns the corners of a line, without points on straight parts. */
export function cornersOf(points: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const point of points) {
    const last = corners.at(-1);
    if (last && same(last.x, point.x) && same(last.y, point.y)) continue;
    const before = corners.at(-2);
    const straight =
      last !== undefined &&
      before !== undefined &&
      ((same(before.x, last.x) && same(last.x, point.x)) ||
        (same(before.y, last.y) && same(last.y, point.y)));
    if (straight) corners.pop();
    corners.push(point);
  }
  return corners;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}

/** Returns SVG path data of a line with rounded corners. The line ends before its arrow head. */
export function roundedPath(corners: readonly Point[]): string {
  const [first] = corners;
  if (!first) return '';
  let path = `M${number(first.x)},${number(first.y)}`;
  for (let at = 1; at < corners.length; at++) {
    const [before, point, after] = [corners[at - 1] as Point, corners[at] as Point, corners[at + 1]];
    if (!after) {
      const stop = towards(point, before, ARROW.length);
      path += ` L${number(stop.x)},${number(stop.y)}`;
      break;
    }
    const last =
      at + 2 === corners.length ? distance(point, after) - ARROW.length : distance(point, after) / 2;
    const radius = Math.max(0, Math.min(RADIUS, distance(before, point) / 2, last));
    const [start, end] = [towards(point, before, radius), towards(point, after, radius)];
    path += ` L${number(start.x)},${number(start.y)} Q${number(point.x)},${number(point.y)} ${number(end.x)},${number(end.y)}`;
  }
  return path;
}

/** Returns SVG path data of the arrow head at the end of a line. */
export function arrowHead(corners: readonly Point[]): string {
  const [end, before] = [corners.at(-1), corners.at(-2)];
  if (!end || !before) return '';
  const base = towards(end, before, ARROW.length);
  const length = distance(end, base) || 1;
  const [ox, oy] = [((end.y - base.y) / length) * ARROW.half, ((base.x - end.x) / length) * ARROW.half];
  return `M${number(base.x + ox)},${number(base.y + oy)} L${number(end.x)},${number(end.y)} L${number(base.x - ox)},${number(base.y - oy)} Z`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** Returns the point at a distance from a point, on the straight part to another point. */
function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  const part = length / whole;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function number(value: number): number {
  return Math.round(value * 100) / 100;
}
