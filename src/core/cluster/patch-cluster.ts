import { namespacedName } from '../ids/ids.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { EditEffect } from '../resource/kinds/kind.ts';
import { kindOf } from '../resource/kinds/kinds.ts';
import type { RouteResource } from '../resource/resource.ts';
import type { Cluster, ClusterPatch } from './cluster.ts';
import type { ResourceEdit } from './cluster-index.ts';
import { namespacesOf } from './named-namespaces.ts';

/** An edit touches a few documents; with more changes than this, indexing everything again is as fast. */
const MOST_CHANGES = 64;

/**
 * The cluster of `all` made from that of an earlier bundle, when the two differ in the content of a few resources only
 * and the kinds of these say what such an edit changes (`effectsOfEdit`); null when it must be indexed again. The result
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

/** What the rooms to the right need to know of the edits; null when anything may have changed. */
function patchOf(edits: readonly ResourceEdit[], previous: Cluster): ClusterPatch | null {
  const routes: { before: RouteResource; after: RouteResource }[] = [];
  const services = new Set<string>();
  const endpoints = new Set<string>();
  const grants = new Set<string>();
  for (const edit of edits) {
    const effects = effectsOf(edit);
    if (effects === null) return null;
    for (const effect of effects) {
      switch (effect.changes) {
        case 'route':
          routes.push({
            before: edit.before.resource as RouteResource,
            after: edit.after.resource as RouteResource,
          });
          break;
        case 'service':
          services.add(namespacedName(effect.namespace, effect.name));
          break;
        case 'endpoints':
          for (const key of servicesOf(effect, previous)) endpoints.add(key);
          break;
        case 'grants':
          grants.add(effect.namespace);
          break;
        default:
          return effect satisfies never;
      }
    }
  }
  return { basis: previous.identity, routes, services, endpoints, grants };
}

/** What an edit changes for other objects; null when anything may have changed. */
function effectsOf({ before, after }: ResourceEdit): readonly EditEffect[] | null {
  if (!before.decoded || !after.decoded) {
    // One with a Pod template is a workload, which the labels of all others are compared with.
    return [before, after].some((each) => !each.decoded && each.resource.workload !== undefined) ? null : [];
  }
  const kind = kindOf(after.resource.kind, after.resource.group);
  if (kind === null || kindOf(before.resource.kind, before.resource.group) !== kind) return null;
  // A namespace that is named for the first time, or no longer, matters to everything that looks for namespaces.
  if (namespacesOf(before).join() !== namespacesOf(after).join()) return null;
  return kind.effectsOfEdit?.(before.resource, after.resource) ?? null;
}

/** Keys of the Services that an effect is about. A Service keeps its name when it is edited. */
function servicesOf(
  { namespace, name }: EditEffect & { readonly changes: 'endpoints' },
  { services }: Cluster,
): readonly string[] {
  if (name !== null) return [namespacedName(namespace, name)];
  return [...services.keys()].filter((key) => services.get(key)?.namespace === namespace);
}
