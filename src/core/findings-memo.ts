import type { FindingsMemo, Snapshot } from './snapshot.ts';

const memos = new WeakMap<Snapshot, FindingsMemo>();

/**
 * Returns the findings that a snapshot keeps for the next one. Returns null until the findings of the
 * snapshot are collected.
 */
export function findingsMemoOf(snapshot: Snapshot): FindingsMemo | null {
  return memos.get(snapshot) ?? null;
}

/** Keeps the findings of a snapshot as long as the snapshot is in memory. */
export function keepFindingsMemo(snapshot: Snapshot, memo: FindingsMemo): void {
  memos.set(snapshot, memo);
}
