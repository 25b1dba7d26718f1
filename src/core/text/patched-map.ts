/** With more changes, a copy of the whole map is as fast as looking at the changes first. */
const MOST_CHANGES = 256;

/**
 * Returns a map without some keys and with others set, at a cost in proportion to the changes. A key that the
 * map has keeps its position. `map` must not change afterwards.
 *
 * @example
 * ```
 * const map = patchedMap(new Map([['a', 1], ['b', 2]]), ['a'], [['c', 3]]);
 * [...map.keys()]; // ['b', 'c']
 * ```
 */
export function patchedMap<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  removed: Iterable<Key>,
  set: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, Value> {
  const base = map instanceof PatchedMap ? map.base : map;
  const changes = new Map<Key, { readonly value: Value } | null>(
    map instanceof PatchedMap ? map.changes : [],
  );
  for (const key of removed) changes.set(key, null);
  for (const [key, value] of set) changes.set(key, { value });
  const patched = new PatchedMap<Key, Value>(base, changes);
  return changes.size > MOST_CHANGES ? new Map(patched) : patched;
}

/** A map that is another map with a few changes. Null is a removed key. */
class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  readonly changes: ReadonlyMap<Key, { readonly value: Value } | null>;
  readonly size: number;

  constructor(base: ReadonlyMap<Key, Value>, changes: ReadonlyMap<Key, { readonly value: Value } | null>) {
    this.base = base;
    this.changes = changes;
    let { size } = base;
    for (const [key, change] of changes) {
      if (change === null) {
        if (base.has(key)) size--;
      } else if (!base.has(key)) size++;
    }
    this.size = size;
  }

  get(key: Key): Value | undefined {
    const change = this.changes.get(key);
    return change === undefined ? this.base.get(key) : change?.value;
  }

  has(key: Key): boolean {
    const change = this.changes.get(key);
    return change === undefined ? this.base.has(key) : change !== null;
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const entry of this.base) {
      const change = this.changes.get(entry[0]);
      if (change === undefined) yield entry;
      else if (change !== null) yield [entry[0], change.value];
    }
    for (const [key, change] of this.changes) {
      if (change !== null && !this.base.has(key)) yield [key, change.value];
    }
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    // Faster than the iterators, for loops over everything.
    this.base.forEach((value, key) => {
      const change = this.changes.get(key);
      if (change === undefined) callback(value, key, this);
      else if (change !== null) callback(change.value, key, this);
    });
    for (const [key, change] of this.changes) {
      if (change !== null && !this.base.has(key)) callback(change.value, key, this);
    }
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }
}
