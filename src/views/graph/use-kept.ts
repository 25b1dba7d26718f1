import { useState } from 'react';
import { sameData } from '../../core/ir/same-data.ts';

/**
 * Returns the value of the previous render while the new one equals it, so that values derived from it are
 * not computed again.
 */
export function useKept<Value>(value: Value): Value {
  // A cache, not state: its content follows from the values that were shown.
  const [memory] = useState({ value });
  if (!sameData(memory.value, value)) memory.value = value;
  return memory.value;
}

/** Returns a list of items with ids. Each item that equals the previous one is the same object. */
export function useKeptItems<Item extends { readonly id: string }>(items: Item[]): Item[] {
  const [memory] = useState<{ items: Item[]; from: Item[] }>({ items, from: items });
  if (memory.from === items) return memory.items;
  const known = new Map(memory.items.map((item) => [item.id, item]));
  const next = items.map((item) => {
    const before = known.get(item.id);
    return before && sameData(before, item) ? before : item;
  });
  const kept = next.length === memory.items.length && next.every((item, at) => item === memory.items[at]);
  memory.from = items;
  if (!kept) memory.items = next;
  return memory.items;
}
