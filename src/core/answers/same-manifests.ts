import { sameData } from '../ir/same-data.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Whether two snapshots hold the same resources and read them in the same way, whatever the files, the documents and
 * their order. Such snapshots treat every request alike: the tables are made of the resources alone.
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

/** The same in all but the place where it is written. */
function sameResource(a: Resource, b: Resource): boolean {
  const { origin: _, ...left } = a.resource;
  const { origin: __, ...right } = b.resource;
  return a.decoded === b.decoded && sameData(left, right);
}
