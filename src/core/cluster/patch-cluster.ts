import type { Resource } from '../resource/decoded-resource.ts';
import { kindOf } from '../resource/kinds/kinds.ts';
import type { ReadKey } from '../resource/read-keys.ts';
import type { Cluster, ClusterPatch } from './cluster.ts';
import type { ResourceEdit } from './cluster-index.ts';
import { namespacesOf } from './named-namespaces.ts';

/** The largest number of changes for a patch. With more changes, a new index is as fast. */
const MOST_CHANGES = 64;

/**
 * Returns the cluster of `all`, derived from the cluster of an earlier bundle. This requires that the two
 * differ only in the content of a few resources, and that the kinds of these declare the effect of such an
 * edit (`changedByEdit`). Returns null if the bundle must be indexed again. The result equals a new cluster.
 */
export function patchCluster(all: readonly Resource[], previous: Cluster): Cluster | null {
  if (previous.findings.length > 0 || previous.resources.length !== all.length) return null;
  const edits: ResourceEdit[] = [];
  for (let at = 0; at < all.length; at++) {
    const before = previous.resources[at] as Resource;
    const after = all[at] as Resource;
    if (before.resource === after.resource) continue;
    if (before.resource.id !== after.resource.id || before.decoded !== after.decoded) return null;
    edits.push({ before, after });
    if (edits.length > MOST_CHANGES) return null;
  }
  const patch = patchOf(edits, previous);
  return patch === null ? null : previous.edited(all, edits, patch);
}

/**
 * Returns the edits with the keys that they change for other objects. Returns null if anything may have
 * changed.
 */
function patchOf(edits: readonly ResourceEdit[], previous: Cluster): ClusterPatch | null {
  const changed = new Set<ReadKey>();
  for (const edit of edits) {
    const keys = changedBy(edit);
    if (keys === null) return null;
    for (const key of keys) changed.add(key);
  }
  return { basis: previous.identity, edits, changed };
}

/** Returns the keys that an edit changes for other objects. Returns null if anything may have changed. */
function changedBy({ before, after }: ResourceEdit): readonly ReadKey[] | null {
  if (!before.decoded || !after.decoded) {
    // A resource with a Pod template is a workload. The selectors of all Services are compared with its
    // labels.
    return [before, after].some((each) => !each.decoded && each.resource.workload !== undefined) ? null : [];
  }
  const kind = kindOf(after.resource.kind, after.resource.group);
  if (kind === null || kindOf(before.resource.kind, before.resource.group) !== kind) return null;
  // A namespace that appears or disappears affects everything that looks up namespaces.
  if (namespacesOf(before).join() !== namespacesOf(after).join()) return null;
  return kind.changedByEdit?.(before.resource, after.resource) ?? null;
}
