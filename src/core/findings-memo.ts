import type { FindingsMemo, Snapshot } from './snapshot.ts';

const memos = new WeakMap<Snapshot, FindingsMemo>();

/** What a snapshot found, for the next one; null until its findings were collected. */
export function findingsMemoOf(snapshot: Snapshot): FindingsMemo | null {
  return memos.get(snapshot) ?? null;
}

/** Keeps what a snapshot found, for as long as the snapshot is there. */
export function keepFindingsMemo(snapshot: Snapshot, memo: FindingsMemo): void {
  memos.set(snapshot, memo);
}
