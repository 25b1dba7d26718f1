import { resourceId } from '../resource/resource-id.ts';
import type { Cluster } from './cluster.ts';

/** A reference to an object of any kind. */
interface AnyRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

const kindsOf = new WeakMap<Cluster, ReadonlySet<string>>();

/**
 * Returns what a bundle shows about an object of a kind that is not simulated: `declared`, `missing` if the
 * bundle declares other objects of its kind, and `unknown` if it declares none (users often paste only a part
 * of their cluster).
 */
export function findObject(ref: AnyRef, cluster: Cluster): 'declared' | 'missing' | 'unknown' {
  if (isDeclared(ref, cluster)) return 'declared';
  return declaresKind(ref.group, ref.kind, cluster) ? 'missing' : 'unknown';
}

function isDeclared({ group, kind, namespace, name }: AnyRef, cluster: Cluster): boolean {
  const at = (place: string) => cluster.byId.get(resourceId(kind, group, place, name))?.resource;
  return at(namespace)?.group === group || at('')?.group === group;
}

/** Returns true if a bundle has an object of a kind, by group and name of the kind. */
export function declaresKind(group: string, kind: string, cluster: Cluster): boolean {
  let kinds = kindsOf.get(cluster);
  if (kinds === undefined) {
    kinds = new Set(cluster.resources.map(({ resource }) => `${resource.group}/${resource.kind}`));
    kindsOf.set(cluster, kinds);
  }
  return kinds.has(`${group}/${kind}`);
}

/** Returns the groups, without the core group, in which a bundle has objects of a kind. Sorted. */
export function groupsOfKind(kind: string, cluster: Cluster): readonly string[] {
  const groups = new Set<string>();
  for (const { resource } of cluster.resources)
    if (resource.kind === kind && resource.group !== '') groups.add(resource.group);
  return [...groups].sort();
}
