import { useState } from 'react';
import { sameData } from '../../core/ir/same-data.ts';

/** The value of the render before for as long as the new one equals it, so that nothing that follows from it is redone. */
export function useKept<Value>(value: Value): Value {
  // A cache, not state: what is in it follows from the values that were shown.
  const [memory] = useState({ value });
  if (!sameData(memory.value, value)) memory.value = value;
  return memory.value;
}

/** The same for lists of things with ids: each thing that equals the one before is that one. */
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
