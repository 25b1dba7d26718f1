import type { CardGraph } from './card-rows.ts';
import { rowsOn } from './card-rows.ts';
import { type ChipRows, chipsIn, chipsInRow, placeChips } from './chip-rows.ts';
import { type Column, columnOf } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import { CARD, heightOf, isChip, lineMiddle } from './node-size.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the cards of one column or layer are, along the way of a request. */
export interface Slot {
  readonly start: number;
  readonly end: number;
}

/** The place of every node: boxes by node id, including containers and the lines of workloads. */
export interface GraphLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  /** Requests travel to the right, or down in panes that are higher than wide. */
  readonly direction: 'right' | 'down';
  readonly columns: readonly Column[];
  /** Namespaces from top to bottom. Large graphs have several shelves next to each other. */
  readonly shelves: readonly (readonly string[])[];
  /** The columns of all shelves, or the layers, in the order of the way. */
  readonly slots: readonly Slot[];
  readonly width: number;
  readonly height: number;
}

/** Space around the nodes of a namespace, and for its name above them. */
export const CONTAINER = { padding: 10, header: 28, emptyWidth: 200, emptyHeight: 20 } as const;

/** Tops of the nodes of one namespace, relative to its first row, and the bottom of the last node. */
export interface NamespaceLayout {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
}

/** The layouts of namespaces, by name. */
export type NamespaceLayouts = ReadonlyMap<string, NamespaceLayout>;

/** Nodes by namespace, without the containers. An empty namespace has an empty list. */
export type NodeGroups = ReadonlyMap<string, readonly GraphNode[]>;

/** Space between two shelves. */
export const SHELF_GAP = 64;

export function bandHeight(band: NamespaceLayout | undefined): number {
  return CONTAINER.header + Math.max(band?.height ?? 0, CONTAINER.emptyHeight) + CONTAINER.padding;
}

export interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** More rows of chips than this make a namespace as wide as its shelf. */
const FEW_ROWS = 2;

/**
 * Returns the first and last column that the container of some nodes covers. An empty container (or one that
 * is drawn as one node) can begin at any column.
 */
export function columnRange(nodes: readonly GraphNode[], columns: readonly Column[], start = 0): ColumnRange {
  if (nodes.length === 0) {
    const right = (columns[start]?.x ?? 0) + CONTAINER.emptyWidth;
    const last = columns.findLastIndex((column) => column.width > 0 && column.x < right);
    return { first: start, last: Math.max(start, last) };
  }
  let [first, last, chips] = [columns.length, -1, 0];
  for (const node of nodes) {
    if (isChip(node)) {
      chips++;
      continue;
    }
    first = Math.min(first, columnOf(node));
    last = Math.max(last, columnOf(node));
  }
  if (last === -1 || (chips > 0 && chips > FEW_ROWS * chipsInRow(columns.slice(first, last + 1)))) {
    return { first: 0, last: columns.length - 1 };
  }
  return { first, last };
}

/** Returns a namespace with its chips below its cards. */
export function withChips(
  band: NamespaceLayout,
  nodes: readonly GraphNode[],
  columns: readonly Column[],
): NamespaceLayout {
  const chips = chipsIn(nodes);
  if (chips.length === 0) return band;
  return { tops: band.tops, height: chipRowsOf(chips, nodes, columns, band.height).height };
}

function chipRowsOf(
  chips: readonly GraphNode[],
  nodes: readonly GraphNode[],
  columns: readonly Column[],
  below: number,
): ChipRows {
  const { first, last } = columnRange(nodes, columns);
  return placeChips(chips, columns.slice(first, last + 1), below);
}

/** The occupied height of each column while containers are stacked. */
export class Skyline {
  readonly #free: number[];

  constructor(columns: readonly Column[], start: number) {
    this.#free = columns.map(() => start);
  }

  /** Returns the highest top that is free in all columns of a range. */
  topOf({ first, last }: ColumnRange): number {
    return Math.max(...this.#free.slice(first, last + 1));
  }

  take({ first, last }: ColumnRange, bottom: number): void {
    for (let at = first; at <= last; at++) this.#free[at] = Math.max(this.#free[at] as number, bottom);
  }
}

/** Returns the width of a shelf with all its columns. */
export function shelfWidth(columns: readonly Column[]): number {
  const last = columns.findLast((column) => column.width > 0) ?? { x: 0, width: CONTAINER.emptyWidth };
  return last.x + last.width + 2 * CONTAINER.padding;
}

/** The place of a namespace: the top of its first row, and the first of its columns. */
export interface NodePosition {
  readonly top: number;
  readonly start: number;
}

/** Returns the columns at which an empty container can begin so that it ends within the shelf. */
export function startsOf(columns: readonly Column[]): readonly number[] {
  const right = shelfWidth(columns);
  return columns.flatMap(({ x, width }, at) =>
    at === 0 || (width > 0 && x + CONTAINER.emptyWidth <= right) ? [at] : [],
  );
}

/** Adds the boxes of a card's workloads, inside its box. */
export function placeRows(card: GraphNode, graph: CardGraph, boxes: Map<string, Box>): void {
  if (card.rows === undefined) return;
  const { x, y, width } = boxes.get(card.id) as Box;
  rowsOn(card, graph).forEach(({ key }, at) => {
    const top = y + lineMiddle(card, at) - CARD.line / 2;
    boxes.set(key, { x: x + 1, y: top, width: width - 2, height: CARD.line });
  });
}

/** Returns boxes for all nodes, given the place of each namespace. */
export function assemble(
  graph: CardGraph,
  groups: NodeGroups,
  shelves: readonly (readonly string[])[],
  columns: readonly Column[],
  places: ReadonlyMap<string, NodePosition>,
  bands: NamespaceLayouts,
): GraphLayout {
  const boxes = new Map<string, Box>();
  const slots: Slot[] = [];
  let height = 0;
  shelves.forEach((shelf, at) => {
    const left = at * (shelfWidth(columns) + SHELF_GAP);
    for (const { x, width } of columns) if (width > 0) slots.push({ start: left + x, end: left + x + width });
    for (const namespace of shelf) {
      const nodes = groups.get(namespace) ?? [];
      const band = bands.get(namespace);
      const { top, start } = places.get(namespace) as NodePosition;
      const chips = chipsIn(nodes);
      let below = 0;
      for (const node of nodes) {
        if (isChip(node)) continue;
        const { x, width } = columns[columnOf(node)] as Column;
        const y = band?.tops.get(node.id) ?? 0;
        const box = { x: left + x, y: top + y, width, height: heightOf(node) };
        boxes.set(node.id, box);
        placeRows(node, graph, boxes);
        below = Math.max(below, y + box.height);
      }
      if (chips.length > 0) {
        for (const [id, chip] of chipRowsOf(chips, nodes, columns, below).places) {
          boxes.set(id, { x: left + chip.x, y: top + chip.top, width: chip.width, height: CARD.chip });
        }
      }
      const container =
        nodes.length === 0
          ? emptyBox(columns, columnRange([], columns, start), left, top)
          : containerBox(nodes, boxes, top);
      if (namespace !== '') boxes.set(`Namespace/${namespace}`, container);
      height = Math.max(height, container.y + container.height);
    }
  });
  const width = shelves.length * (shelfWidth(columns) + SHELF_GAP) - SHELF_GAP;
  return { boxes, direction: 'right', columns, shelves, slots, width, height };
}

/** Returns the box of a container without nodes. It ends with a column, so that lines pass next to it. */
function emptyBox(columns: readonly Column[], { first, last }: ColumnRange, left: number, top: number): Box {
  const { padding, header, emptyWidth, emptyHeight } = CONTAINER;
  const start = columns[first]?.x ?? 0;
  const end = columns[last];
  const right = end === undefined || end.width === 0 ? start + emptyWidth : end.x + end.width;
  return {
    x: left + start - padding,
    y: top - header,
    width: right - start + 2 * padding,
    height: header + emptyHeight + padding,
  };
}

function containerBox(nodes: readonly GraphNode[], boxes: ReadonlyMap<string, Box>, top: number): Box {
  const { padding, header, emptyHeight } = CONTAINER;
  let [x, right, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, top + emptyHeight];
  for (const node of nodes) {
    const box = boxes.get(node.id) as Box;
    x = Math.min(x, box.x);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return {
    x: x - padding,
    y: top - header,
    width: right - x + 2 * padding,
    height: bottom - top + header + padding,
  };
}
