import type { SnapshotView } from '../core/answers/page-first-view.ts';
import { sameData } from '../core/ir/same-data.ts';
import { own, put } from '../core/text/own.ts';
import { type Hunk, type ListPatch, partsOf, type ViewPatch } from './view-patch.ts';

/**
 * The distance within which the end of a change is searched. A longer change extends to the common end of
 * both lists.
 */
const REACH = 48;

/**
 * Returns the nearest pair of indexes from `at` and `to` on where two lists agree again. Returns null when
 * there is none.
 */
function meet(
  before: readonly unknown[],
  after: readonly unknown[],
  at: number,
  to: number,
): { readonly at: number; readonly to: number } | null {
  for (let away = 1; away <= REACH; away++) {
    for (let gone = 0; gone <= away; gone++) {
      const [old, now] = [at + gone, to + away - gone];
      if (old < before.length && now < after.length && sameData(before[old], after[now])) {
        return { at: old, to: now };
      }
    }
  }
  return null;
}

function diffList(before: readonly unknown[], after: readonly unknown[]): readonly Hunk[] {
  const shared = Math.min(before.length, after.length);
  let tail = 0;
  while (tail < shared && sameData(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  const [end, stop] = [before.length - tail, after.length - tail];
  const [head, rest] = [before.slice(0, end), after.slice(0, stop)];
  const hunks: Hunk[] = [];
  let [at, to] = [0, 0];
  while (at < end || to < stop) {
    if (at < end && to < stop && sameData(head[at], rest[to])) {
      at++;
      to++;
      continue;
    }
    const next = meet(head, rest, at, to) ?? { at: end, to: stop };
    hunks.push({ at, removed: next.at - at, items: rest.slice(to, next.to) });
    ({ at, to } = next);
  }
  return hunks;
}

/** Returns the patch that turns `before` into `after`. Without `before` the patch holds everything. */
export function diffView(before: SnapshotView | null, after: SnapshotView): ViewPatch {
  const patch: Record<string, ListPatch | { value: unknown }> = {};
  const old = before ? partsOf(before) : {};
  for (const [name, value] of Object.entries(partsOf(after))) {
    const was = own(old, name);
    if (Array.isArray(value) && Array.isArray(was)) {
      const hunks = diffList(was, value);
      if (hunks.length > 0) put(patch, name, { hunks });
    } else if (!sameData(was, value)) put(patch, name, { value });
  }
  return patch;
}
