import { compareRankKeys } from '../../../ir/rank.ts';
import type { RankKey, RouteEntry } from '../../../ir/table.ts';

/** Returns the order of two entries by their ranks. */
export function inOrderOfRank(a: RouteEntry, b: RouteEntry): number {
  for (let at = 0; at < a.rank.length; at++) {
    const order = compareRankKeys(a.rank[at] as RankKey, b.rank[at] as RankKey);
    if (order !== 0) return order;
  }
  return 0;
}

/** Returns a number that orders the paths of an Ingress as written. */
export function writtenPosition(rule: number, path: number): number {
  return rule * MOST_PATHS + path;
}

const MOST_PATHS = 1_000_000;
