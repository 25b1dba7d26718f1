import { listSlots, type Slot } from './saved-work.ts';

/**
 * The slots of a tab: its own slot, and the slot whose work it starts with (another tab's when that is
 * newer).
 */
export interface TabSlot {
  readonly slot: Slot;
  /** Null when there is no saved work. */
  readonly startsWith: Slot | null;
}

const REMEMBERED = 'gammascope.slot';
/** Milliseconds to wait for the lock of this tab's last page. A duplicated tab never gets that lock. */
const LOCK_PATIENCE = 400;

/**
 * Claims a slot for this tab that no other open tab saves to. A reload gets its previous slot. The first tab
 * after a start of the browser continues with the newest slot. A further tab starts with a copy of the newest
 * work. Returns null when the browser does not allow access.
 */
export async function claimTabSlot(): Promise<TabSlot | null> {
  const had = rememberedSlot();
  if (had !== null && (await lockSlot(had, LOCK_PATIENCE)) !== 'held') return { slot: had, startsWith: had };
  const slots = await listSlots();
  if (slots === 'blocked') return null;
  const newest = had ?? slots[0]?.slot ?? null;
  const wanted = had === null ? (newest ?? 'work') : null;
  if (wanted !== null && (await lockSlot(wanted)) === 'locked') return claim(wanted, newest);
  const fresh = freshSlot();
  await lockSlot(fresh);
  return claim(fresh, newest);
}

function claim(slot: Slot, startsWith: Slot | null): TabSlot {
  try {
    sessionStorage.setItem(REMEMBERED, slot);
  } catch {
    // A reload then starts with a copy.
  }
  return { slot, startsWith };
}

function rememberedSlot(): Slot | null {
  try {
    const slot = sessionStorage.getItem(REMEMBERED);
    return slot !== null && isSlot(slot) ? slot : null;
  } catch {
    return null;
  }
}

function isSlot(name: string): name is Slot {
  return /^work(?::[0-9a-f]{16})?$/.test(name);
}

/** Returns a slot that no tab has. */
export function freshSlot(): Slot {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `work:${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Locks a slot until this page closes. Returns `held` when another tab has the lock, and `unknown` when the
 * browser has no locks for this page, such as on plain HTTP.
 */
function lockSlot(slot: Slot, patience = 0): Promise<'locked' | 'held' | 'unknown'> {
  if (!('locks' in navigator)) return Promise.resolve('unknown');
  const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise((settle) => {
    navigator.locks
      .request(`gammascope ${slot}`, options, (lock) => {
        settle(lock === null ? 'held' : 'locked');
        return lock === null ? null : new Promise<never>(() => {});
      })
      .catch((error: unknown) => {
        const waited = error instanceof DOMException && error.name === 'TimeoutError';
        settle(waited ? 'held' : 'unknown');
      });
  });
}
