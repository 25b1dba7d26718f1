import type { Column } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import {
  bandHeight,
  CONTAINER,
  type ColumnRange,
  columnRange,
  type NamespaceLayouts,
  type NodePosition,
  SHELF_GAP,
  Skyline,
  shelfWidth,
  startsOf,
} from './layout-frame.ts';
import type { Link } from './links.ts';

/**
 * Space between two namespaces. `wide` is enough for one more card without moving the namespaces below. In a
 * pane the space is `narrow`, so that text is larger.
 */
export const NAMESPACE_GAP = { wide: 104, narrow: 34 } as const;
/** Namespaces that are drawn as one node do not grow. */
const PILE_GAP = 20;
/** Usual ratio of width to height of the pane that the whole graph should fit into. */
const PANE_ASPECT = 1.2;
/**
 * More edges run from left to right when there are fewer shelves. Another shelf must enlarge the whole graph
 * in the pane by this factor.
 */
const WORTH_A_SHELF = 1.2;

export type Shelves = readonly (readonly string[])[];

/** Returns namespaces, given from first to last, as shelves of similar height. */
export function fillShelves(
  namespaces: readonly string[],
  bands: NamespaceLayouts,
  columns: readonly Column[],
  gap: number,
  aspect = PANE_ASPECT,
): readonly (readonly string[])[] {
  const heights = namespaces.map((namespace) => bandHeight(bands.get(namespace)) + gap);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const count = shelfCount(total, Math.max(...heights), shelfWidth(columns), namespaces.length, aspect);
  const goal = total / Math.max(1, count);
  const shelves: string[][] = [[]];
  let filled = 0;
  namespaces.forEach((namespace, at) => {
    const height = heights[at] as number;
    if (filled > 0 && filled + height / 2 > goal) {
      shelves.push([]);
      filled = 0;
    }
    shelves.at(-1)?.push(namespace);
    filled += height;
  });
  return shelves;
}

/** Returns the number of shelves with which the whole graph is largest in the pane. */
function shelfCount(total: number, tallest: number, width: number, most: number, aspect: number): number {
  const extent = (count: number) =>
    Math.max((count * (width + SHELF_GAP) - SHELF_GAP) / aspect, Math.max(total / count, tallest));
  let best = 1;
  for (let count = 2; count <= most; count++) {
    if (extent(best) >= extent(count) * WORTH_A_SHELF) best = count;
  }
  return best;
}

/**
 * Returns the shelves, some of them upside down: a shelf whose edges to the shelves on its left become
 * shorter that way. The ends of two shelves are then next to each other.
 */
export function turnShelves(shelves: Shelves, bands: NamespaceLayouts, between: readonly Link[]): Shelves {
  if (shelves.length < 2) return shelves;
  const shelfOf = new Map<string, number>();
  shelves.forEach((shelf, at) => {
    for (const namespace of shelf) shelfOf.set(namespace, at);
  });
  const backwards: Link[][] = shelves.map(() => []);
  for (const edge of between) {
    const { source, target } = edge;
    const from = shelfOf.get(source.namespace) as number;
    const to = shelfOf.get(target.namespace) as number;
    if (from !== to) backwards[Math.max(from, to)]?.push(edge);
  }
  const middles = new Map<string, number>();
  const measure = (shelf: readonly string[]) => {
    let y = 0;
    for (const namespace of shelf) {
      const height = bandHeight(bands.get(namespace));
      middles.set(namespace, y + height / 2);
      y += height + NAMESPACE_GAP.narrow;
    }
  };
  const middleOf = (namespace: string) => middles.get(namespace) ?? 0;
  const lengthOf = (edges: readonly Link[]) =>
    edges.reduce(
      (sum, { source, target }) => sum + Math.abs(middleOf(source.namespace) - middleOf(target.namespace)),
      0,
    );
  return shelves.map((shelf, at) => {
    const edges = backwards[at] ?? [];
    measure(shelf);
    const straight = lengthOf(edges);
    const turned = [...shelf].reverse();
    measure(turned);
    if (lengthOf(edges) < straight) return turned;
    measure(shelf);
    return shelf;
  });
}

/**
 * Returns the columns at which a namespace can begin, each with all columns that it then covers. Only a
 * namespace without cards has a choice.
 */
export function rangesOf(nodes: readonly GraphNode[], columns: readonly Column[]): readonly ColumnRange[] {
  if (nodes.length > 0) return [columnRange(nodes, columns)];
  return startsOf(columns).map((at) => columnRange([], columns, at));
}

/**
 * Returns the place of each namespace: below those that are before it on its shelf, in the columns that it
 * covers. `piles` are the namespaces that are drawn as one node.
 */
export function placeShelves(
  shelves: Shelves,
  ranges: ReadonlyMap<string, readonly ColumnRange[]>,
  bands: NamespaceLayouts,
  columns: readonly Column[],
  piles: ReadonlySet<string>,
  space: number,
): ReadonlyMap<string, NodePosition> {
  const places = new Map<string, NodePosition>();
  for (const shelf of shelves) {
    const skyline = new Skyline(columns, 0);
    for (const namespace of shelf) {
      const possible = ranges.get(namespace) as readonly ColumnRange[];
      const range = possible.reduce((best, each) =>
        skyline.topOf(each) < skyline.topOf(best) ? each : best,
      );
      const y = skyline.topOf(range);
      places.set(namespace, { top: y + CONTAINER.header, start: range.first });
      const gap = piles.has(namespace) ? PILE_GAP : space;
      skyline.take(range, y + bandHeight(bands.get(namespace)) + gap);
    }
  }
  return places;
}
