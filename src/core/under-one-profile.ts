import { analyse } from './pipeline.ts';
import { GATEWAY_API } from './profile/profile.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Returns two snapshots under one profile, to compare them. If `auto` chose different ones, the snapshot whose
 * manifests name an implementation decides, and the other one is analysed again.
 */
export function underOneProfile(before: Snapshot, after: Snapshot): readonly [Snapshot, Snapshot] {
  if (before.profile === after.profile) return [before, after];
  const { profile, semantics } = after.profile === GATEWAY_API ? before : after;
  const again = (snapshot: Snapshot) =>
    snapshot.profile === profile
      ? snapshot
      : analyse(snapshot.sources, {
          profile: { profile, semantics },
          clusterDomain: snapshot.clusterDomain,
          previous: snapshot,
        });
  return [again(before), again(after)];
}
