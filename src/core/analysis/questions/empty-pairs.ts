import type { RouteEntry } from '../../ir/table.ts';
import { coversAlone } from '../sets/entry-cover.ts';
import { plainlyCovers } from '../sets/entry-intersection.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import { questionsOf } from './twin-entries.ts';

/** The positions of two winners, before and after. */
export type Places = readonly [before: number, after: number];

/** The position of a winner that does not exist: no entry wins. */
export const NO_ENTRY = -1;

/** The last position that can win, for an entry that wins no request itself. */
const NEVER = -1;

/** The work for learning about patterns. It is not taken from the work for the pairs themselves. */
const STEPS_TO_LEARN = 500_000;

/** A position behind all entries of every table, and before infinity. */
const NO_PLACE = Number.MAX_VALUE;

/**
 * Knows pairs of an entry before and an entry after that win no common request. If `x` is in one table, and an
 * entry of the other table matches all requests of `x`, the entries below that one win no request that `x`
 * wins.
 *
 * At first it knows the entries that have equal conditions on both sides. It learns from requests that other
 * entries win. The tables must be read under one profile, because a profile decides when a condition holds.
 *
 * @example
 * ```
 * const pairs = new EmptyPairs([a, b], [b, a], source, false);
 * pairs.has(0, 0); // false: a request that a and b match is won by a before, and by b after
 * pairs.has(1, 1); // true: if b wins before, a does not match
 * ```
 */
export class EmptyPairs {
  private readonly before: readonly RouteEntry[];
  private readonly after: readonly RouteEntry[];
  private readonly source: ValueSource;
  /** For each entry before: the last position after that can win some of its requests. */
  private readonly lastAfter: Float64Array;
  /** For each entry after: the last position before that can win some of its requests. */
  private readonly lastBefore: Float64Array;
  /** True if the texts of conditions do not show whether an entry matches all requests of another. */
  private readonly patterns: boolean;
  /** Whether an entry matches all requests of another, as far as it was examined. */
  private readonly covered = new Map<RouteEntry, Map<RouteEntry, boolean>>();

  constructor(
    before: readonly RouteEntry[],
    after: readonly RouteEntry[],
    source: ValueSource,
    patterns: boolean,
  ) {
    this.patterns = patterns;
    this.before = before;
    this.after = after;
    this.source = { ...source, budget: { left: STEPS_TO_LEARN } };
    const [old, fresh] = [before.map(questionsOf), after.map(questionsOf)];
    this.lastAfter = lastPlaces(old, fresh);
    this.lastBefore = lastPlaces(fresh, old);
  }

  /**
   * Returns true if no request is won by the entry at one position before and by the other one after.
   * `NO_ENTRY` comes after all entries.
   */
  has(before: number, after: number): boolean {
    const [lastAfter, lastBefore] = [this.lastAfter[before], this.lastBefore[after]];
    return (
      (lastAfter !== undefined && (after === NO_ENTRY ? NO_PLACE : after) > lastAfter) ||
      (lastBefore !== undefined && (before === NO_ENTRY ? NO_PLACE : before) > lastBefore)
    );
  }

  /** Learns from the winners of a request that both entries of a pair match. */
  learn([before, after]: Places, [old, fresh]: Places): void {
    const pair = [this.before[before], this.after[after]] as const;
    if (old !== NO_ENTRY && old < before) {
      const winner = this.before[old];
      if (this.covers(winner, pair[0])) this.lastAfter[before] = NEVER;
      if (this.covers(winner, pair[1])) lower(this.lastBefore, after, old);
    }
    if (fresh !== NO_ENTRY && fresh < after) {
      const winner = this.after[fresh];
      if (this.covers(winner, pair[1])) this.lastBefore[after] = NEVER;
      if (this.covers(winner, pair[0])) lower(this.lastAfter, before, fresh);
    }
  }

  private covers(wide: RouteEntry | undefined, narrow: RouteEntry | undefined): boolean {
    if (wide === undefined || narrow === undefined) return false;
    if (plainlyCovers(wide, narrow, this.source)) return true;
    if (!this.patterns) return false;
    const known = this.covered.get(wide) ?? new Map<RouteEntry, boolean>();
    this.covered.set(wide, known);
    const before = known.get(narrow);
    if (before !== undefined) return before;
    const answer = coversAlone(wide, narrow, this.source);
    known.set(narrow, answer);
    return answer;
  }
}

function lower(places: Float64Array, at: number, place: number): void {
  places[at] = Math.min(places[at] as number, place);
}

/**
 * Returns for each entry of a table the first position in the other table with equal conditions. Returns
 * infinity if there is none, and `NEVER` for an entry below an equal one.
 */
function lastPlaces(own: readonly string[], other: readonly string[]): Float64Array {
  const firsts = new Map<string, number>();
  for (const [at, key] of other.entries()) if (!firsts.has(key)) firsts.set(key, at);
  const seen = new Set<string>();
  return Float64Array.from(own, (key) => {
    if (seen.has(key)) return NEVER;
    seen.add(key);
    return firsts.get(key) ?? Number.POSITIVE_INFINITY;
  });
}
