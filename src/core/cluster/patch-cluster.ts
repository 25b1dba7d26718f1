import type { Resource } from '../resource/decoded-resource.ts';
import { kindOf } from '../resource/kinds/kinds.ts';
import type { ReadKey } from '../resource/read-keys.ts';
import type { Cluster, ClusterPatch } from './cluster.ts';
import type { ResourceEdit } from './cluster-index.ts';
import { namespacesOf } from './named-namespaces.ts';

/** An edit touches a few documents; with more changes than this, indexing everything again is as fast. */
const MOST_CHANGES = 64;

/**
 * The cluster of `all` made from that of an earlier bundle, when the two differ in the content of a few resources only
 * and the kinds of these say what such an edit changes (`changedByEdit`); null when it must be indexed again. The result
 * equals a fresh one.
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

/** Returns the edits with what they change for other objects; null when anything may have changed. */
function patchOf(edits: readonly ResourceEdit[], previous: Cluster): ClusterPatch | null {
  const changed = new Set<ReadKey>();
  for (const edit of edits) {
    const keys = changedBy(edit);
    if (keys === null) return null;
    for (const key of keys) changed.add(key);
  }
  return { basis: previous.identity, edits, changed };
}

/** Returns what an edit changes for other objects; null when anything may have changed. */
function changedBy({ before, after }: ResourceEdit): readonly ReadKey[] | null {
  if (!before.decoded || !after.decoded) {
    // One with a Pod template is a workload, which the labels of all others are compared with.
    return [before, after].some((each) => !each.decoded && each.resource.workload !== undefined) ? null : [];
  }
  const kind = kindOf(after.resource.kind, after.resource.group);
  if (kind === null || kindOf(before.resource.kind, before.resource.group) !== kind) return null;
  // A namespace that is named for the first time, or no longer, matters to everything that looks for namespaces.
  if (namespacesOf(before).join() !== namespacesOf(after).join()) return null;
  return kind.changedByEdit?.(before.resource, after.resource) ?? null;
}
