import { abandonedSlots } from '../share/abandoned-slots.ts';
import { isListed, markListed, removeSlot } from '../share/listed-slots.ts';
import { lastKept, listSlots, loadWork, type SavedSlot } from '../share/saved-work.ts';
import { keepEarlier } from './keep-earlier.ts';
import { carriedOf, slotOfTab, workFrom } from './persistence.ts';
import { store } from './store.ts';
import { isUntouched } from './untouched.ts';

/** The number of slots of closed tabs to keep, because a browser can restore tabs. */
const MOST_ABANDONED = 8;

/** Adds the work of closed tabs to the earlier works, and removes the oldest slots. */
export async function listAbandonedWork(): Promise<void> {
  const own = slotOfTab();
  const slots = own === null ? 'blocked' : await listSlots();
  if (own === null || slots === 'blocked') return;
  for (const [at, saved] of (await abandonedSlots(slots, own)).entries()) {
    const listed = await listWork(saved);
    if (listed && at >= MOST_ABANDONED) await removeSlot(saved.slot);
  }
}

/** Returns true when the work of a slot is in the list, or the slot holds no work. */
async function listWork(saved: SavedSlot): Promise<boolean> {
  if (await isListed(saved)) return true;
  const reading = (await lastKept(saved.slot)) ?? (await loadWork(saved.slot, 'work'));
  if (reading === 'blocked') return false;
  const work = reading && workFrom(reading);
  if (!work || (await isUntouched(work))) return true;
  const carried = carriedOf({ ...store.getState(), ...work });
  const listed = await keepEarlier(carried, null);
  if (listed) await markListed(saved);
  return listed;
}
