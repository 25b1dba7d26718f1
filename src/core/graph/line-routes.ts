import type { Slot } from './layout-frame.ts';
import type { Corridors } from './line-corridors.ts';
import type { Line, LineEnd } from './line-ends.ts';
import { cornersOf, type Point } from './line-path.ts';
import { assignTracks, extend, newTrunk, type Trunk } from './line-tracks.ts';

/** A turn of a line in the space after a slot. */
interface Turn {
  readonly gap: number;
  readonly trunk: Trunk;
  readonly from: number;
  readonly to: number;
}

/** The turns of a line from its left end, and from its right end when both ends are on the right sides. */
interface Route {
  readonly line: Line;
  readonly turns: Turn[];
  readonly back: Turn[];
}

/** Space before the first track, after the last one, and between two tracks. */
const ROOM = { before: 11, after: 14, track: 8, label: 2 } as const;

/**
 * Returns the corners of lines, from their left to their right ends. Lines turn only in the space between
 * slots, and pass slots between the cards.
 * @param labelRoom The length of the space that a label takes at the end of its line.
 */
export function routeLines(
  lines: readonly Line[],
  slots: readonly Slot[],
  corridors: Corridors,
  labelRoom: (line: Line) => number,
): ReadonlyMap<Line, readonly Point[]> {
  const gaps: Trunk[][] = slots.map(() => []);
  const shared = new Map<string, Trunk>();
  const trunkIn = (gap: number, key: string): Trunk => {
    const known = shared.get(`${gap} ${key}`);
    if (known) return known;
    const trunk = newTrunk();
    gaps[gap]?.push(trunk);
    shared.set(`${gap} ${key}`, trunk);
    return trunk;
  };
  const turn = (turns: Turn[], gap: number, key: string, from: number, to: number) => {
    const trunk = trunkIn(gap, key);
    trunk.lefts.push(from);
    trunk.rights.push(to);
    extend(trunk, from);
    extend(trunk, to);
    turns.push({ gap, trunk, from, to });
  };
  const keyOf = ({ node, y }: LineEnd) => `${node.id} ${Math.round(y)}`;
  /** Leads a line from a card to the space after a slot. Returns its height there. */
  const lead = (turns: Turn[], end: LineEnd, gap: number, other: number): number => {
    if (end.last >= gap) return end.y;
    const [first, last] = [end.last + 1, gap];
    const wish =
      !corridors.isFree(first, last, end.y) && corridors.isFree(first, last, other) ? other : end.y;
    const y = corridors.take(first, last, wish);
    if (y !== end.y) turn(turns, end.last, keyOf(end), end.y, y);
    return y;
  };
  const routes = lines.map((line): Route => {
    const { left, right, edge } = line;
    const route: Route = { line, turns: [], back: [] };
    if (line.sameSide) {
      const gap = Math.max(left.last, right.last);
      const from = lead(route.turns, left, gap, right.y);
      const to = lead(route.back, right, gap, left.y);
      const trunk = trunkIn(gap, edge.id);
      trunk.lefts.push(from, to);
      extend(trunk, from);
      extend(trunk, to);
      route.turns.push({ gap, trunk, from, to });
      return route;
    }
    const gap = right.first - 1;
    const y = lead(route.turns, left, gap, right.y);
    const isOwn = left.last < gap || line.reversed;
    if (y !== right.y) turn(route.turns, gap, isOwn ? edge.id : keyOf(left), y, right.y);
    return route;
  });
  for (const trunks of gaps) assignTracks(trunks);
  const rooms = labelRooms(lines, slots, labelRoom);
  const placeOf = ({ gap, trunk }: Turn) => trackAt(trunk, gap, slots, rooms);
  return new Map(routes.map((route) => [route.line, pointsOf(route, placeOf)]));
}

function labelRooms(
  lines: readonly Line[],
  slots: readonly Slot[],
  labelRoom: (line: Line) => number,
): readonly number[] {
  const rooms = slots.map(() => 0);
  for (const line of lines) {
    const gap = line.right.first - 1;
    if (!line.sameSide && gap >= 0) rooms[gap] = Math.max(rooms[gap] as number, labelRoom(line));
  }
  return rooms;
}

/** Returns the place of a trunk in its space. Crowded tracks are closer to each other. */
function trackAt(trunk: Trunk, gap: number, slots: readonly Slot[], rooms: readonly number[]): number {
  const start = (slots[gap]?.end ?? 0) + ROOM.before;
  const next = slots[gap + 1];
  if (next === undefined) return start + trunk.track * ROOM.track;
  const label = rooms[gap] as number;
  const space = next.start - ROOM.after - start;
  const end = label > 0 && space - label > ROOM.label ? start + space - label : start + Math.max(0, space);
  const step = Math.min(ROOM.track, (end - start) / Math.max(1, trunk.tracks - 1));
  return (start + end) / 2 + (trunk.track - (trunk.tracks - 1) / 2) * step;
}

function pointsOf({ line, turns, back }: Route, placeOf: (turn: Turn) => number): readonly Point[] {
  const { left, right, sameSide } = line;
  const start = { x: left.box.x + left.box.width, y: left.y };
  const end = { x: sameSide ? right.box.x + right.box.width : right.box.x, y: right.y };
  const through = (turn: Turn): readonly Point[] => {
    const x = placeOf(turn);
    return [
      { x, y: turn.from },
      { x, y: turn.to },
    ];
  };
  const there = turns.flatMap(through);
  const returned = back.flatMap(through).reverse();
  return cornersOf([start, ...there, ...returned, end]);
}
