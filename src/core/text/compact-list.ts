const EMPTY: never[] = [];

/**
 * Returns a copy of a list without spare capacity. A list that grew by `push` has room for at least 17 items,
 * which is most of the memory of the many short lists that an analysis keeps. Empty lists are shared.
 */
export function compactList<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? EMPTY : list.slice();
}
