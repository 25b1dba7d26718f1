import { type Column, columnOf } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import { heightOf } from './node-size.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of every node: boxes by node id, including containers. */
export interface GraphLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly columns: readonly Column[];
  /** Namespaces from top to bottom. Large graphs have several shelves next to each other. */
  readonly shelves: readonly (readonly string[])[];
  readonly width: number;
  readonly height: number;
}

/** Space around the nodes of a namespace, and for its name above them. */
export const CONTAINER = { padding: 14, header: 34, emptyWidth: 240, emptyHeight: 20 } as const;

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
export const SHELF_GAP = 120;

export function bandHeight(band: NamespaceLayout | undefined): number {
  return CONTAINER.header + Math.max(band?.height ?? 0, CONTAINER.emptyHeight) + CONTAINER.padding;
}

export interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the first and last column that the container of some nodes covers. An empty container (or one that
 * is drawn as one node) can begin at any column.
 */
export function columnRange(nodes: readonly GraphNode[], columns: readonly Column[], start = 0): ColumnRange {
  if (nodes.length === 0) {
    const right = (columns[start]?.x ?? 0) + CONTAINER.emptyWidth + 2 * CONTAINER.padding;
    const last = columns.findLastIndex((column) => column.x < right);
    return { first: start, last: Math.max(start, last) };
  }
  let [first, last] = [columns.length, 0];
  for (const node of nodes) {
    first = Math.min(first, columnOf(node));
    last = Math.max(last, columnOf(node));
  }
  return { first, last };
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
    at === 0 || (width > 0 && x + CONTAINER.emptyWidth + 2 * CONTAINER.padding <= right) ? [at] : [],
  );
}

/** Returns boxes for all nodes, given the place of each namespace. */
export function assemble(
  groups: NodeGroups,
  shelves: readonly (readonly string[])[],
  columns: readonly Column[],
  places: ReadonlyMap<string, NodePosition>,
  bands: NamespaceLayouts,
): GraphLayout {
  const boxes = new Map<string, Box>();
  let height = 0;
  shelves.forEach((shelf, at) => {
    const left = at * (shelfWidth(columns) + SHELF_GAP);
    for (const namespace of shelf) {
      const nodes = groups.get(namespace) ?? [];
      const band = bands.get(namespace);
      const { top, start } = places.get(namespace) as NodePosition;
      for (const node of nodes) {
        const { x, width } = columns[columnOf(node)] as Column;
        boxes.set(node.id, {
          x: left + x,
          y: top + (band?.tops.get(node.id) ?? 0),
          width,
          height: heightOf(node),
        });
      }
      const container = containerBox(nodes, boxes, left + (columns[start]?.x ?? 0), top);
      if (namespace !== '') boxes.set(`Namespace/${namespace}`, container);
      height = Math.max(height, container.y + container.height);
    }
  });
  const width = shelves.length * (shelfWidth(columns) + SHELF_GAP) - SHELF_GAP;
  return { boxes, columns, shelves, width, height };
}

function containerBox(
  nodes: readonly GraphNode[],
  boxes: ReadonlyMap<string, Box>,
  left: number,
  top: number,
): Box {
  const { padding, header, emptyWidth, emptyHeight } = CONTAINER;
  let [x, right, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, top + emptyHeight];
  for (const node of nodes) {
    const box = boxes.get(node.id) as Box;
    x = Math.min(x, box.x);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  if (nodes.length === 0) [x, right] = [left, left + emptyWidth];
  return {
    x: x - padding,
    y: top - header,
    width: right - x + 2 * padding,
    height: bottom - top + header + padding,
  };
}
