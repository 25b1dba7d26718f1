import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { byDimension, type Dimension, sameCondition, type Value } from './dimension.ts';
import { holdsFor, type ValueSource, valuesOf } from './representative-values.ts';

/** A set of cells of a grid: 1 for each cell that belongs to it. */
export type Cells = Uint8Array;

/** One dimension of a grid. */
interface Axis {
  readonly dimension: Dimension;
  readonly values: readonly Value[];
  /** The number of cells between two neighbours on this axis. */
  readonly stride: number;
}

/** More cells take too long. */
const MOST_CELLS = 20_000;

/**
 * The requests of a space, one cell for each way in which some conditions can hold together. Two sets of
 * requests that the conditions define are equal if they have the same cells.
 */
export class ConditionGrid {
  readonly size: number;
  private readonly axes: ReadonlyMap<string, Axis>;
  private readonly source: ValueSource;

  private constructor(axes: ReadonlyMap<string, Axis>, size: number, source: ValueSource) {
    this.axes = axes;
    this.size = size;
    this.source = source;
  }

  /**
   * Returns the grid of the conditions of some entries. Returns null if patterns leave cells open, or if there
   * are too many cells.
   */
  static of(entries: readonly RouteEntry[], source: ValueSource): ConditionGrid | null {
    const concerned = new Map<string, { dimension: Dimension; conditions: Condition[] }>();
    for (const entry of entries) {
      for (const [key, { dimension, conditions }] of byDimension(entry)) {
        const known = concerned.get(key) ?? { dimension, conditions: [] };
        concerned.set(key, known);
        for (const each of conditions)
          if (!known.conditions.some((other) => sameCondition(each, other))) known.conditions.push(each);
      }
    }
    const axes = new Map<string, Axis>();
    let size = 1;
    for (const [key, { dimension, conditions }] of concerned) {
      const { values, complete } = valuesOf(dimension, [], conditions, source);
      if (!complete || values.length === 0) return null;
      axes.set(key, { dimension, values, stride: size });
      size *= values.length;
      if (size > MOST_CELLS) return null;
    }
    return new ConditionGrid(axes, size, source);
  }

  /** Returns the cells in which all conditions hold. */
  cellsOf(conditions: readonly Condition[]): Cells {
    const cells = new Uint8Array(this.size).fill(1);
    for (const { dimension, conditions: own } of byDimension(entryWith(conditions)).values()) {
      const axis = this.axes.get(dimension.key);
      if (axis === undefined) continue;
      const { stride, values } = axis;
      const holding = values.map((value) => own.every((each) => holdsFor(each, value, this.source)));
      for (let at = 0; at < this.size; at++)
        if (!holding[Math.floor(at / stride) % values.length]) cells[at] = 0;
    }
    return cells;
  }
}

/** Returns an entry with some conditions, to read them by dimension. */
function entryWith(conditions: readonly Condition[]): RouteEntry {
  return { conditions } as RouteEntry;
}
