import { delMany, get, set } from 'idb-keyval';
import { dropLast, type SavedSlot, type Slot, slots, storageKey } from './saved-work.ts';

/** Removes a slot with all its parts. */
export async function removeSlot(slot: Slot): Promise<void> {
  await delMany([storageKey(slot, 'work'), storageKey(slot, 'kept'), storageKey(slot, 'listed')], slots());
  dropLast(slot);
}

/** Marks a slot as listed among the earlier works, so that the next visit ignores it. */
export async function markListed({ slot, at }: SavedSlot): Promise<void> {
  await set(storageKey(slot, 'listed'), at, slots());
}

/** Returns true when the present work of a slot was marked as listed. */
export async function isListed({ slot, at }: SavedSlot): Promise<boolean> {
  return (await get(storageKey(slot, 'listed'), slots())) === at;
}
