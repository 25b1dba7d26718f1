import type { CardGraph } from './card-rows.ts';
import { columnOf } from './columns.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import {
  assemble,
  bandHeight,
  CONTAINER,
  type ColumnRange,
  columnRange,
  type GraphLayout,
  type NamespaceLayout,
  type NodeGroups,
  type NodePosition,
  SHELF_GAP,
  Skyline,
  shelfWidth,
  withChips,
} from './layout-frame.ts';
import type { Links } from './links.ts';
import { CARD, heightOf, isChip, ROW_GAP } from './node-size.ts';
import { layOutNamespace } from './stack-namespace.ts';

/** Below this distance two namespaces look like one. */
const MIN_NAMESPACE_GAP = 10;
const NAMESPACE_GAP = 34;
/** A namespace with more new nodes than this is laid out again. */
const MANY_NEW = 12;
/**
 * How much farther away a free place may be than one on the straight line between a frontend and its backend.
 */
const CROSSING_COST = 90;

/**
 * Returns a layout that keeps known nodes in their places and puts new nodes into free places: in their
 * column, near the nodes that they are joined to. A node moves down only when its place is no longer free.
 */
export function settle(
  graph: CardGraph,
  groups: NodeGroups,
  links: Links,
  previous: GraphLayout,
): GraphLayout {
  const near = nearOf(graph, previous);
  const bands = new Map<string, NamespaceLayout>();
  const tops = new Map<string, number>();
  for (const [namespace, nodes] of groups) {
    const top = rowsTop(namespace, nodes, previous);
    const cards = nodes.filter((node) => !isChip(node));
    const fresh = cards.filter((node) => !isPlaced(node, previous));
    const keeps = top !== null && fresh.length <= MANY_NEW;
    const band = keeps ? keepBand(cards, fresh, top, previous, near, links) : layOutNamespace(nodes, links);
    bands.set(namespace, withChips(band, nodes, previous.columns));
    if (top !== null) tops.set(namespace, top);
  }
  const shelves = keepShelves(groups, previous);
  const places = new Map<string, NodePosition>();
  for (const shelf of shelves) placeShelf(shelf, groups, bands, tops, places, previous);
  return assemble(graph, groups, shelves, previous.columns, places, bands);
}

/** Returns true when a card had a place. A Service that was a chip had none for its card. */
function isPlaced(node: GraphNode, previous: GraphLayout): boolean {
  const box = previous.boxes.get(node.id);
  return box !== undefined && (box.height !== CARD.chip || heightOf(node) === CARD.chip);
}

/**
 * Returns tops for the namespaces of a shelf. A namespace that keeps its columns keeps its place, or moves
 * down by as much as one above it grew. A new or wider namespace gets the highest free place.
 */
function placeShelf(
  shelf: readonly string[],
  groups: NodeGroups,
  bands: ReadonlyMap<string, NamespaceLayout>,
  tops: ReadonlyMap<string, number>,
  places: Map<string, NodePosition>,
  previous: GraphLayout,
): void {
  const skyline = new Skyline(previous.columns, Number.NEGATIVE_INFINITY);
  const frames: Frame[] = [];
  const place = (namespace: string, range: ColumnRange, top: number) => {
    const bottom = top - CONTAINER.header + bandHeight(bands.get(namespace));
    places.set(namespace, { top, start: range.first });
    skyline.take(range, bottom);
    frames.push({ range, top: top - CONTAINER.header, bottom });
  };
  const homeless: { namespace: string; range: ColumnRange }[] = [];
  const stays = shelf.flatMap((namespace) => {
    const range = columnRange(groups.get(namespace) ?? [], previous.columns, startOf(namespace, previous));
    const top = tops.get(namespace);
    if (top !== undefined && fitsFrame(namespace, range, previous)) return [{ namespace, range, top }];
    homeless.push({ namespace, range });
    return [];
  });
  stays.sort((a, b) => a.top - b.top);
  for (const { namespace, range, top } of stays) {
    place(namespace, range, Math.max(top, skyline.topOf(range) + MIN_NAMESPACE_GAP + CONTAINER.header));
  }
  for (const { namespace, range } of homeless) {
    const height = bandHeight(bands.get(namespace));
    const wished = tops.get(namespace);
    const candidates = [
      ...(wished === undefined ? [] : [wished - CONTAINER.header]),
      ...(homeless.length > MANY_NEW
        ? []
        : frames.map((frame) => frame.bottom + NAMESPACE_GAP).sort(ascending)),
      0,
    ];
    const free = candidates.find((top) => !frames.some((frame) => collides(frame, range, top, height)));
    const lowest = skyline.topOf(range);
    const top = free ?? (lowest === Number.NEGATIVE_INFINITY ? 0 : lowest + NAMESPACE_GAP);
    place(namespace, range, top + CONTAINER.header);
  }
}

interface Frame {
  readonly range: ColumnRange;
  readonly top: number;
  readonly bottom: number;
}

function ascending(a: number, b: number): number {
  return a - b;
}

function collides(frame: Frame, range: ColumnRange, top: number, height: number): boolean {
  return (
    frame.range.first <= range.last &&
    range.first <= frame.range.last &&
    top < frame.bottom + MIN_NAMESPACE_GAP &&
    frame.top < top + height + MIN_NAMESPACE_GAP
  );
}

/** Returns true when a namespace still fits between the sides of its earlier container. */
function fitsFrame(namespace: string, range: ColumnRange, previous: GraphLayout): boolean {
  const container = previous.boxes.get(`Namespace/${namespace}`);
  if (!container) return true;
  const { columns } = previous;
  const left = leftOf(namespace, previous);
  const first = columns[range.first] as (typeof columns)[number];
  const last = columns[range.last] as (typeof columns)[number];
  return left + first.x >= container.x && left + last.x + last.width <= container.x + container.width;
}

/** Returns the column at which the container of a namespace began. */
function startOf(namespace: string, previous: GraphLayout): number {
  const container = previous.boxes.get(`Namespace/${namespace}`);
  if (!container) return 0;
  const left = container.x + CONTAINER.padding - leftOf(namespace, previous);
  return Math.max(
    0,
    previous.columns.findIndex((column) => column.x >= left && column.width > 0),
  );
}

/** Returns the left edge of the shelf of a namespace. */
function leftOf(namespace: string, { columns, shelves }: GraphLayout): number {
  const shelf = shelves.findIndex((each) => each.includes(namespace));
  return Math.max(0, shelf) * (shelfWidth(columns) + SHELF_GAP);
}

/** Returns the top of the rows of a namespace in the earlier layout. Returns null for a new namespace. */
function rowsTop(namespace: string, nodes: readonly GraphNode[], previous: GraphLayout): number | null {
  const container = previous.boxes.get(`Namespace/${namespace}`);
  if (container) return container.y + CONTAINER.header;
  const tops = nodes.flatMap((node) => previous.boxes.get(node.id)?.y ?? []);
  return tops.length === 0 ? null : Math.min(...tops);
}

/** Returns the shelves: known namespaces in their places, new ones below the shortest shelf. */
function keepShelves(groups: NodeGroups, previous: GraphLayout): readonly (readonly string[])[] {
  const known = new Set(previous.shelves.flat());
  const shelves = previous.shelves.map((shelf) => shelf.filter((namespace) => groups.has(namespace)));
  const bottom = (shelf: readonly string[]) => {
    const last = previous.boxes.get(`Namespace/${shelf.at(-1) ?? ''}`);
    return last ? last.y + last.height : 0;
  };
  for (const namespace of groups.keys()) {
    if (known.has(namespace)) continue;
    const shortest = shelves.reduce((best, shelf) => (bottom(shelf) < bottom(best) ? shelf : best));
    shortest.push(namespace);
  }
  return shelves;
}

/** Returns the heights of the neighbours of new nodes: the preferred places. */
function nearOf(graph: GraphModel, previous: GraphLayout): ReadonlyMap<string, readonly number[]> {
  const near = new Map<string, number[]>();
  const note = (id: string, other: string) => {
    if (previous.boxes.has(id)) return;
    const box = previous.boxes.get(other);
    if (!box) return;
    const list = near.get(id);
    if (list) list.push(box.y + box.height / 2);
    else near.set(id, [box.y + box.height / 2]);
  };
  for (const { from, to } of graph.edges) {
    note(from, to);
    note(to, from);
  }
  return near;
}

interface Slot {
  readonly top: number;
  readonly height: number;
}

function keepBand(
  nodes: readonly GraphNode[],
  fresh: readonly GraphNode[],
  top: number,
  previous: GraphLayout,
  near: ReadonlyMap<string, readonly number[]>,
  links: Links,
): NamespaceLayout {
  const columns: { node: GraphNode; top: number }[][] = [[], [], [], []];
  for (const node of nodes) {
    const box = previous.boxes.get(node.id);
    if (box && isPlaced(node, previous)) columns[columnOf(node)]?.push({ node, top: box.y - top });
  }
  const lines = fresh.length === 0 ? [] : straightLines(nodes, previous, top, links);
  const depth = columns.flat().reduce((low, each) => Math.max(low, each.top + heightOf(each.node)), 0);
  for (const node of fresh) {
    const at = columnOf(node);
    const column = columns[at] as { node: GraphNode; top: number }[];
    const heights = near.get(node.id);
    const wish =
      heights === undefined
        ? depth
        : heights.reduce((sum, y) => sum + y, 0) / heights.length - top - heightOf(node) / 2;
    // A neighbour can be in another namespace. The node then gets the nearest place within its own namespace.
    const lowest = Math.max(0, depth - heightOf(node));
    const taken = column.map((each) => ({ top: each.top, height: heightOf(each.node) }));
    column.push({
      node,
      top: freePlace(taken, heightOf(node), Math.min(wish, lowest), at === 2 ? lines : []),
    });
  }
  const tops = new Map<string, number>();
  let height = 0;
  for (const column of columns) {
    let free = Number.NEGATIVE_INFINITY;
    for (const { node, top: wished } of column.sort((a, b) => a.top - b.top)) {
      const y = Math.max(wished, free);
      tops.set(node.id, y);
      free = y + heightOf(node) + ROW_GAP;
      height = Math.max(height, free - ROW_GAP);
    }
  }
  return { tops, height };
}

/** Returns the heights of the straight edges from a frontend to its own backend, past the routes. */
function straightLines(
  nodes: readonly GraphNode[],
  previous: GraphLayout,
  top: number,
  links: Links,
): readonly number[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'frontend') return [];
    const box = previous.boxes.get(node.id);
    const straight = (links.out.get(node) ?? []).some(({ edge }) => edge.kind === 'original');
    return box && straight ? [box.y + box.height / 2 - top] : [];
  });
}

/** Returns the free place with the lowest cost: near the preferred height, and not across a straight edge. */
function freePlace(taken: readonly Slot[], height: number, wish: number, lines: readonly number[]): number {
  const bottom = taken.reduce((low, slot) => Math.max(low, slot.top + slot.height + ROW_GAP), 0);
  const candidates = [
    wish,
    0,
    bottom,
    ...taken.flatMap((slot) => [slot.top - ROW_GAP - height, slot.top + slot.height + ROW_GAP]),
    ...lines.flatMap((line) => [line + ROW_GAP / 2, line - ROW_GAP / 2 - height]),
  ];
  let best = bottom;
  let least = Number.POSITIVE_INFINITY;
  for (const top of candidates) {
    if (top < 0 || taken.some((slot) => overlap(slot, top, height))) continue;
    const crossed = lines.some((line) => line > top && line < top + height);
    const cost = Math.abs(top - wish) + (crossed ? CROSSING_COST : 0);
    if (cost < least) [best, least] = [top, cost];
  }
  return best;
}

function overlap(slot: Slot, top: number, height: number): boolean {
  return top < slot.top + slot.height + ROW_GAP && slot.top < top + height + ROW_GAP;
}
