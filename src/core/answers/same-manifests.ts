import { sameData } from '../ir/same-data.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Returns true when two snapshots hold the same resources and read them in the same way, regardless of files,
 * documents and their order. Such snapshots treat every request alike, because the tables depend on the
 * resources only.
 */
export function holdTheSame(before: Snapshot, after: Snapshot): boolean {
  const [old, fresh] = [before.cluster.byId, after.cluster.byId];
  return (
    before.clusterDomain === after.clusterDomain &&
    sameData(before.profile, after.profile) &&
    sameData(before.control.memo.creationOrder, after.control.memo.creationOrder) &&
    old.size === fresh.size &&
    [...old].every(([id, item]) => {
      const other = fresh.get(id);
      return other !== undefined && sameResource(item, other);
    })
  );
}

/** Returns true when two resources differ at most in the place where they are written. */
function sameResource(a: Resource, b: Resource): boolean {
  const { origin: _, ...left } = a.resource;
  const { origin: __, ...right } = b.resource;
  return a.decoded === b.decoded && sameData(left, right);
}
