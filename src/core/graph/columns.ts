import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import { labelWidth } from './label-width.ts';
import { CARD, isChip, wishedWidth } from './node-size.ts';

export type ColumnIndex = 0 | 1 | 2 | 3;

/** Clients, frontends, routes and backends: the columns in the order in which a request reaches them. */
const COLUMN_COUNT = 4;

export interface Column {
  /** The left edge, relative to the shelf. */
  readonly x: number;
  readonly width: number;
}

/** Space after a column for lines without labels, and for each line that turns there, up to a limit. */
const GAP = { least: 28, turn: 7, turns: 6 } as const;
/** Space between a label and the lines that turn before it. */
const BEFORE_LABEL = 6;
/** Longer labels are shortened. */
const LONGEST_LABEL = 132;
/** The width below which a column is not narrowed to fit into the pane. */
const NARROW = [96, 92, 124, 104] as const;
const CHIPS_WIDTH = 112;

/** Returns the column of a card. */
export function columnOf(node: GraphNode): ColumnIndex {
  switch (node.kind) {
    case 'client':
    case 'namespace':
      return 0;
    case 'frontend':
    case 'gateway':
      return 1;
    case 'route':
    case 'grant':
      return 2;
    case 'backend':
      return 3;
    case 'workload':
      // Only a workload without a card.
      return node.facts.part === 'sender' ? 0 : 3;
    case 'missing':
      return node.facts.part === 'parent' ? 1 : 3;
    case 'other':
      // To the left of its target.
      return node.facts.on === 'route' ? 1 : 2;
    default:
      return node.kind satisfies never;
  }
}

/**
 * Returns the columns, each as wide as its widest card, or narrower so that all of them fit into `room`.
 * Empty columns have no width, so that small graphs remain large on the screen.
 */
export function measureColumns(
  { nodes, edges }: GraphModel,
  room = Number.POSITIVE_INFINITY,
): readonly Column[] {
  const widths = Array.from({ length: COLUMN_COUNT }, () => 0);
  const chipsOnly = new Map<string, boolean>();
  for (const node of nodes) {
    if (node.kind === 'namespace') continue;
    chipsOnly.set(node.namespace, isChip(node) && (chipsOnly.get(node.namespace) ?? true));
    if (isChip(node)) continue;
    const at = columnOf(node);
    widths[at] = Math.max(widths[at] as number, wishedWidth(node));
  }
  if ([...chipsOnly.values()].includes(true)) {
    for (let at = 0; at < COLUMN_COUNT; at++) widths[at] = Math.max(widths[at] as number, CHIPS_WIDTH);
  }
  const gaps = gapsFor(nodes, edges);
  const used = widths.reduce((sum, width, at) => sum + (width > 0 ? width + (gaps[at] as number) : 0), 0);
  narrow(widths, used - room);
  let x = 0;
  return widths.map((width, at) => {
    const column = { x, width };
    if (width > 0) x += width + (gaps[at] as number);
    return column;
  });
}

/** Returns the space after each column: for its labels and for the lines that turn there. */
function gapsFor(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly number[] {
  const labels = [0, 0, 0, 0];
  const need = (at: number, width: number) => {
    labels[at] = Math.max(labels[at] as number, width);
  };
  for (const edge of edges) {
    const width = labelWidth(edge);
    if (width > 0) need(edge.kind === 'attached' ? 1 : 2, Math.min(LONGEST_LABEL, width) + BEFORE_LABEL);
  }
  const turning = turnsIn(nodes, edges);
  return labels.map((width, at) =>
    at === COLUMN_COUNT - 1 ? 0 : GAP.least + GAP.turn * Math.min(GAP.turns, turning[at] as number) + width,
  );
}

/** Returns the largest number of cards of one namespace whose lines turn after each column, less one. */
function turnsIn(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly number[] {
  const sources = new Set<string>();
  for (const { from } of edges) sources.add(from);
  const counts = new Map<string, number[]>();
  const most = [0, 0, 0, 0];
  for (const node of nodes) {
    if (!sources.has(node.id)) continue;
    const at = columnOf(node);
    let list = counts.get(node.namespace);
    if (!list) {
      list = [-1, -1, -1, -1];
      counts.set(node.namespace, list);
    }
    const count = (list[at] as number) + 1;
    list[at] = count;
    if (count > (most[at] as number)) most[at] = count;
  }
  return most;
}

/** Narrows the widest columns first, until they have lost the excess or all of them are narrow. */
function narrow(widths: number[], excess: number): void {
  let left = excess;
  for (let step = 0; step < 200 && left > 0; step++) {
    let widest = -1;
    let spare = 0;
    widths.forEach((width, at) => {
      const more = width - (NARROW[at] ?? CARD.minWidth);
      if (more > spare) [widest, spare] = [at, more];
    });
    if (widest === -1) return;
    const cut = Math.min(spare, left, 4);
    widths[widest] = (widths[widest] as number) - cut;
    left -= cut;
  }
}

/** Returns true when an earlier layout has a column for every card. */
export function fitsInto(columns: readonly Column[], nodes: readonly GraphNode[]): boolean {
  return nodes.every(
    (node) => node.kind === 'namespace' || isChip(node) || (columns[columnOf(node)]?.width ?? 0) > 0,
  );
}
