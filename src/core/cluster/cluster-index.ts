import { namespacedName } from '../ids/ids.ts';
import type { DecodedResource, Resource } from '../resource/decoded-resource.ts';
import type { Kind, ResourceOf } from '../resource/kinds/kind.ts';
import { patchMap } from '../text/map-patcher.ts';

/** The source of all resources whose kind is not decoded. */
export const NOT_DECODED = 'not decoded';

/** The resources that an index reads: those of a decoded kind, or all that are not decoded. */
export type IndexSource = Kind | typeof NOT_DECODED;

/** One resource before and after an edit that kept its identity. */
export interface ResourceEdit {
  readonly before: Resource;
  readonly after: Resource;
}

/**
 * A value that is computed from the resources of some kinds, such as the Services by name. A cluster computes
 * it on first use and keeps it (`Cluster.indexed`).
 */
export interface ClusterIndex<Value> {
  readonly reads: readonly IndexSource[] | 'all';
  /**
   * Returns the value for the resources of these kinds, which are in the order of the bundle. Never throws.
   */
  make(items: readonly Resource[]): Value;
  /**
   * Returns the value after edits of its resources. The result equals a newly computed value, and is the same
   * object if nothing in it changed. Null or absent: the value is computed again on next use.
   */
  replace?(value: Value, edits: readonly ResourceEdit[]): Value | null;
}

type ByKey<Value> = ReadonlyMap<string, Value>;

/** Returns an index of the resources of a kind by `ns/name`. */
export function byNamespacedName<K extends Kind>(kind: K): ClusterIndex<ByKey<ResourceOf<K>>> {
  return byKey(kind, ({ namespace, name }) => namespacedName(namespace, name));
}

/** Returns an index of the resources of a cluster-scoped kind by name. */
export function byName<K extends Kind>(kind: K): ClusterIndex<ByKey<ResourceOf<K>>> {
  return byKey(kind, ({ name }) => name);
}

/** Returns an index by a key that is a part of the identity, so that an edit never changes it. */
function byKey<K extends Kind>(
  kind: K,
  readKey: (resource: DecodedResource) => string,
): ClusterIndex<ByKey<ResourceOf<K>>> {
  const entry = ({ resource }: Resource) =>
    [readKey(resource as DecodedResource), resource as ResourceOf<K>] as const;
  return {
    reads: [kind],
    make: (items) => new Map(items.map(entry)),
    replace: (map, edits) =>
      patchMap(
        map,
        [],
        edits.map(({ after }) => entry(after)),
      ),
  };
}

/** Returns an index of the resources of some kinds in the order of the bundle. */
export function inOrder<Kinds extends readonly Kind[]>(
  ...kinds: Kinds
): ClusterIndex<readonly ResourceOf<Kinds[number]>[]> {
  return listOf(kinds, ({ resource }) => resource as ResourceOf<Kinds[number]>);
}

/**
 * Returns an index of the resources of some kinds that pass a test. `order` sorts them; by default they are in
 * the order of the bundle.
 */
export function selected<Item>(
  reads: readonly Kind[],
  test: (resource: Item) => boolean,
  order: (resources: readonly Item[]) => readonly Item[] = (resources) => resources,
): ClusterIndex<readonly Item[]> {
  const read = ({ resource }: Resource) => resource as Item;
  return {
    reads,
    make: (items) => order(items.map(read).filter(test)),
    replace(list, edits) {
      const concerned = edits.filter(({ before }) => test(read(before)));
      if (edits.some(({ before, after }) => test(read(before)) !== test(read(after)))) return null;
      return concerned.length === 0 ? list : replaceIn(list, concerned, read);
    },
  };
}

/** Returns an index with one value for each resource of some kinds, in the order of the bundle. */
export function listOf<Value>(
  reads: readonly IndexSource[],
  readValue: (item: Resource) => Value,
): ClusterIndex<readonly Value[]> {
  return {
    reads,
    make: (items) => items.map(readValue),
    replace: (list, edits) => replaceIn(list, edits, readValue),
  };
}

/**
 * Returns an index of the resources of a kind by a key that several resources may share. Resources without a
 * key (null) are left out.
 */
export function groupedBy<K extends Kind>(
  kind: K,
  readKey: (resource: ResourceOf<K>) => string | null,
): ClusterIndex<ByKey<readonly ResourceOf<K>[]>> {
  return groupsOf([kind], ({ resource }) => resource as ResourceOf<K>, readKey);
}

/**
 * Returns an index of the values of some kinds, grouped by key. Resources without a value (null) or a key
 * (null) are left out.
 */
export function groupsOf<Value>(
  reads: readonly IndexSource[],
  readValue: (item: Resource) => Value | null,
  readKey: (value: Value) => string | null,
): ClusterIndex<ByKey<readonly Value[]>> {
  const keyAt = (item: Resource) => {
    const value = readValue(item);
    return value === null ? null : readKey(value);
  };
  return {
    reads,
    make(items) {
      const groups = new Map<string, Value[]>();
      for (const item of items) {
        const value = readValue(item);
        const key = value === null ? null : readKey(value);
        if (value === null || key === null) continue;
        const group = groups.get(key);
        if (group) group.push(value);
        else groups.set(key, [value]);
      }
      return groups;
    },
    replace(groups, edits) {
      const concerned = new Map<string, ResourceEdit[]>();
      for (const edit of edits) {
        const key = keyAt(edit.after);
        if (keyAt(edit.before) !== key) return null;
        if (key !== null) concerned.set(key, [...(concerned.get(key) ?? []), edit]);
      }
      if (concerned.size === 0) return groups;
      const replaced = [...concerned].map(
        ([key, own]) =>
          [key, replaceIn(groups.get(key) ?? [], own, readValue as (item: Resource) => Value)] as const,
      );
      return patchMap(groups, [], replaced);
    },
  };
}

function replaceIn<Value>(
  list: readonly Value[],
  edits: readonly ResourceEdit[],
  readValue: (item: Resource) => Value,
): readonly Value[] {
  const replaced = list.slice();
  for (const { before, after } of edits) {
    const at = list.indexOf(readValue(before));
    if (at !== -1) replaced[at] = readValue(after);
  }
  return replaced;
}
