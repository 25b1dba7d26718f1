import type { RouteEntry } from '../../ir/table.ts';
import { holds, isUnderstood } from '../../match/conditions.ts';
import type { RequestView } from '../../match/request-view.ts';

const known = new WeakMap<RouteEntry, boolean>();

/**
 * Returns true if the matcher knows the facet and the operator of every condition of an entry. The requests
 * of other entries are unknown, and an answer that depends on them is `unknown`.
 */
export function isUnderstoodEntry(entry: RouteEntry): boolean {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const answer = entry.conditions.every(isUnderstood);
  known.set(entry, answer);
  return answer;
}

/**
 * Returns true if an entry that is not understood may match a request: all conditions that are understood
 * hold.
 */
export function mayTake(entry: RouteEntry, view: RequestView): boolean {
  if (isUnderstoodEntry(entry)) return false;
  return entry.conditions.every((condition) => !isUnderstood(condition) || holds(condition, view));
}
