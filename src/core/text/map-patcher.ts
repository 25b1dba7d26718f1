/** Returns a map without some keys and with others set. See patched-map.ts. */
export type PatchMap = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  removed: Iterable<Key>,
  set: Iterable<readonly [Key, Value]>,
) => ReadonlyMap<Key, Value>;

/** Until the patcher is provided, a map is copied. The result is the same. */
let provided: PatchMap = (map, removed, set) => {
  const copy = new Map(map);
  for (const key of removed) copy.delete(key);
  for (const [key, value] of set) copy.set(key, value);
  return copy;
};

/** Provides the function that patches a map at a cost in proportion to the changes. See core/libraries.ts. */
export function provideMapPatcher(patch: PatchMap): void {
  provided = patch;
}

/** Returns a map without some keys and with others set. `map` must not change afterwards. */
export const patchMap: PatchMap = (map, removed, set) => provided(map, removed, set);
