import type { Column } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import { CARD, isChip } from './node-size.ts';

/** Space between chips. */
const GAP = 8;
/** Space between the cards of a namespace and its chips. */
const ABOVE = 14;
const LEAST_WIDTH = 104;

/** The place of a chip: left edge and top, relative to the shelf and to the first row of the namespace. */
interface ChipPlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** The chips of a namespace, below its cards. */
export interface ChipRows {
  readonly places: ReadonlyMap<string, ChipPlace>;
  /** The bottom of the last row, relative to the first row of the namespace. */
  readonly height: number;
}

const NO_CHIPS: readonly GraphNode[] = [];

/** Returns the Services without routes among some nodes. */
export function chipsIn(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return nodes.some(isChip) ? nodes.filter(isChip) : NO_CHIPS;
}

/** Returns the left edges and the width of the chips that fit next to each other in a column. */
function cellsOf({ x, width }: Column): readonly ChipPlace[] {
  const count = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const each = (width - GAP * (count - 1)) / count;
  return Array.from({ length: count }, (_, at) => ({ x: x + at * (each + GAP), top: 0, width: each }));
}

/** Returns the number of chips in one row of some columns. */
export function chipsInRow(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + (column.width > 0 ? cellsOf(column).length : 0), 0);
}

/**
 * Returns the places of chips in rows below the cards. Chips are within the columns of cards, so that lines in
 * the space between the columns pass them.
 */
export function placeChips(chips: readonly GraphNode[], columns: readonly Column[], below: number): ChipRows {
  const cells = columns.flatMap((column) => (column.width > 0 ? cellsOf(column) : []));
  const places = new Map<string, ChipPlace>();
  const start = below > 0 ? below + ABOVE : 0;
  let height = below;
  chips.forEach(({ id }, at) => {
    const { x, width } = cells[at % cells.length] as ChipPlace;
    const top = start + Math.floor(at / cells.length) * (CARD.chip + GAP);
    places.set(id, { x, top, width });
    height = top + CARD.chip;
  });
  return { places, height };
}
