import { type Band, type Links, layOutBand, ROW_GAP } from './band.ts';
import { columnOf } from './columns.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import { assemble, bandHeight, CONTAINER, type GraphLayout, type NodeGroups } from './layout-frame.ts';
import { heightOf } from './node-size.ts';

/** Below this distance two namespaces would read as one. */
const MIN_NAMESPACE_GAP = 10;
const NAMESPACE_GAP = 40;
/** More news than this in one namespace, and it is laid out afresh. */
const MANY_NEW = 12;
/** How much farther away a free place may be than one on the straight line between a frontend and its backend. */
const CROSSING_COST = 90;

/**
 * Keeps what was there in its place and finds free places for what is new: in its column, near what it is joined to.
 * Only what has no room any more moves down.
 */
export function settle(
  graph: GraphModel,
  groups: NodeGroups,
  links: Links,
  previous: GraphLayout,
): GraphLayout {
  const near = nearOf(graph, previous);
  const bands = new Map<string, Band>();
  const tops = new Map<string, number>();
  for (const [namespace, nodes] of groups) {
    const top = rowsTop(namespace, nodes, previous);
    if (top === null) {
      bands.set(namespace, layOutBand(nodes, links));
      continue;
    }
    tops.set(namespace, top);
    const fresh = nodes.filter((node) => !previous.boxes.has(node.id));
    bands.set(
      namespace,
      fresh.length > MANY_NEW ? layOutBand(nodes, links) : keepBand(nodes, fresh, top, previous, near, links),
    );
  }
  const shelves = keepShelves(groups, previous);
  for (const shelf of shelves) {
    let free = Number.NEGATIVE_INFINITY;
    for (const namespace of shelf) {
      const known = tops.get(namespace);
      const least = free + (known === undefined ? NAMESPACE_GAP : MIN_NAMESPACE_GAP) + CONTAINER.header;
      const top = Math.max(known ?? CONTAINER.header, least);
      tops.set(namespace, top);
      free = top - CONTAINER.header + bandHeight(bands.get(namespace));
    }
  }
  return assemble(groups, shelves, previous.columns, (namespace) => tops.get(namespace) as number, bands);
}

/** Where the rows of a namespace began; null when it was not there. */
function rowsTop(namespace: string, nodes: readonly GraphNode[], previous: GraphLayout): number | null {
  const container = previous.boxes.get(`Namespace/${namespace}`);
  if (container) return container.y + CONTAINER.header;
  const tops = nodes.flatMap((node) => previous.boxes.get(node.id)?.y ?? []);
  return tops.length === 0 ? null : Math.min(...tops);
}

/** Known namespaces where they were; new ones below the shortest shelf. */
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

/** Heights of what new nodes are joined to: where they would like to stand. */
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
): Band {
  const columns: { node: GraphNode; top: number }[][] = [[], [], [], [], []];
  for (const node of nodes) {
    const box = previous.boxes.get(node.id);
    if (box) columns[columnOf(node)]?.push({ node, top: box.y - top });
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
    // What it is joined to may stand in another namespace: it comes as near as its own one allows.
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

/** Heights at which a frontend's line runs straight to its own backend, past the routes. */
function straightLines(
  nodes: readonly GraphNode[],
  previous: GraphLayout,
  top: number,
  links: Links,
): readonly number[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'frontend') return [];
    const box = previous.boxes.get(node.id);
    const straight = (links.out.get(node.id) ?? []).some((edge) => edge.kind === 'original');
    return box && straight ? [box.y + box.height / 2 - top] : [];
  });
}

/** The free place of least cost: near the wish, and not across a straight line. */
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
