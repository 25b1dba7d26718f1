import type { RouteEntry } from '../../ir/table.ts';
import { conditionText } from '../sets/dimension.ts';

/**
 * Returns pairs of entries with equal conditions that have the same relative order in two tables: the longest
 * such list, as positions in `after` by their position in `before`.
 *
 * If a request is won by a twin on both sides, it is won by the same pair. Of two different pairs, the
 * earlier one matches on both sides, so the later one cannot win on either. The tables must be read under one
 * profile, because a profile decides when a condition holds.
 *
 * Takes time proportional to n log n.
 *
 * @example
 * ```
 * twinEntries([a, b, c], [b, new, a, c]); // Map { 1 => 0, 2 => 3 }: a moved behind b
 * ```
 */
export function twinEntries(
  before: readonly RouteEntry[],
  after: readonly RouteEntry[],
): ReadonlyMap<number, number> {
  const pairs = pairsOf(before, after);
  return new Map(longestRising(pairs));
}

type Pair = readonly [before: number, after: number];

/** Returns entries with equal conditions, each at most once, in the order of `before`. */
function pairsOf(before: readonly RouteEntry[], after: readonly RouteEntry[]): readonly Pair[] {
  const places = new Map<string, number[]>();
  for (let at = after.length - 1; at >= 0; at--) {
    const key = questionsOf(after[at] as RouteEntry);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  return before.flatMap((entry, at): Pair[] => {
    const to = places.get(questionsOf(entry))?.pop();
    return to === undefined ? [] : [[at, to]];
  });
}

/** Returns a text that is equal for entries with equal conditions, which match the same requests. */
export function questionsOf({ takes, conditions }: RouteEntry): string {
  const parts = conditions.map(conditionText);
  return JSON.stringify([takes, ...parts.sort()]);
}

/** Returns the longest list of pairs whose second positions rise, as the first ones do. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  /** The index of the pair that ends the best list of each length. */
  const ends: number[] = [];
  /** The index of the pair before each pair in its list. */
  const previous: number[] = [];
  pairs.forEach(([, to], at) => {
    const length = firstNotBelow(ends, to, pairs);
    previous.push(length === 0 ? -1 : (ends[length - 1] as number));
    ends[length] = at;
  });
  const list: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) list.push(pairs[at] as Pair);
  return list.reverse();
}

/** Returns the first length whose list ends at or after a position. */
function firstNotBelow(ends: readonly number[], to: number, pairs: readonly Pair[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [, end] = pairs[ends[middle] as number] as Pair;
    if (end < to) low = middle + 1;
    else high = middle;
  }
  return low;
}
