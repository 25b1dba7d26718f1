import {
  isListed,
  lastKept,
  listSlots,
  loadWork,
  markListed,
  removeSlot,
  type SavedSlot,
} from '../share/saved-work.ts';
import { abandonedSlots } from '../share/tab-slot.ts';
import { keepEarlier } from './keep-earlier.ts';
import { carriedOf, slotOfTab, workFrom } from './persistence.ts';
import { store } from './store.ts';
import { isUntouched } from './untouched.ts';

/** How many slots of tabs that are gone stay, for the tabs that a browser restores. */
const MOST_ABANDONED = 8;

/** Lists the work of tabs that are gone among the earlier works, and removes the slots of the oldest. */
export async function listAbandonedWork(): Promise<void> {
  const own = slotOfTab();
  const slots = own === null ? 'blocked' : await listSlots();
  if (own === null || slots === 'blocked') return;
  for (const [at, saved] of (await abandonedSlots(slots, own)).entries()) {
    const listed = await listWork(saved);
    if (listed && at >= MOST_ABANDONED) await removeSlot(saved.slot);
  }
}

/** True when the work of a slot is in the list, or is none. */
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
