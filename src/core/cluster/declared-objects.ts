import { resourceId } from '../resource/resource-id.ts';
import type { Cluster } from './cluster.ts';

/** A reference to an object of whatever kind. */
interface AnyRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

const kindsOf = new WeakMap<Cluster, ReadonlySet<string>>();

/**
 * What a bundle says about an object of a kind that is not simulated: `declared`; `missing` where other objects of its kind
 * are declared and this one is not; `unknown` where the bundle holds none of its kind (people paste half a cluster).
 */
export function findObject(ref: AnyRef, cluster: Cluster): 'declared' | 'missing' | 'unknown' {
  if (isDeclared(ref, cluster)) return 'declared';
  return declaresKind(ref.group, ref.kind, cluster) ? 'missing' : 'unknown';
}

function isDeclared({ group, kind, namespace, name }: AnyRef, cluster: Cluster): boolean {
  const at = (place: string) => cluster.byId.get(resourceId(kind, group, place, name))?.resource;
  return at(namespace)?.group === group || at('')?.group === group;
}

/** Whether a bundle holds an object of a kind, by group and name of the kind. */
export function declaresKind(group: string, kind: string, cluster: Cluster): boolean {
  let kinds = kindsOf.get(cluster);
  if (kinds === undefined) {
    kinds = new Set(cluster.resources.map(({ resource }) => `${resource.group}/${resource.kind}`));
    kindsOf.set(cluster, kinds);
  }
  return kinds.has(`${group}/${kind}`);
}

/** The groups, other than the core group, in which a bundle holds objects of a kind; sorted. */
export function groupsOfKind(kind: string, cluster: Cluster): readonly string[] {
  const groups = new Set<string>();
  for (const { resource } of cluster.resources)
    if (resource.kind === kind && resource.group !== '') groups.add(resource.group);
  return [...groups].sort();
}
