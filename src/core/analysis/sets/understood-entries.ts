import type { RouteEntry } from '../../ir/table.ts';
import { holds, isUnderstood } from '../../match/conditions.ts';
import type { RequestView } from '../../match/request-view.ts';

const known = new WeakMap<RouteEntry, boolean>();

/**
 * Returns whether the matcher knows the facet and the operator of every condition of an entry. Which
 * requests another entry takes is not known: an answer that depends on it is `unknown`.
 */
export function isUnderstoodEntry(entry: RouteEntry): boolean {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const answer = entry.conditions.every(isUnderstood);
  known.set(entry, answer);
  return answer;
}

/** Returns whether an entry that is not understood may take a request: all conditions that are understood hold. */
export function mayTake(entry: RouteEntry, view: RequestView): boolean {
  if (isUnderstoodEntry(entry)) return false;
  return entry.conditions.every((condition) => !isUnderstood(condition) || holds(condition, view));
}
