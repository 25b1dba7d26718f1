import { createStore, delMany, get, getMany, keys, set, type UseStore } from 'idb-keyval';
import type { Carried, CarriedReading } from './carried.ts';

/** Where one tab keeps its work; the first one has no number. */
export type Slot = 'work' | `work:${string}`;

/** `work` is what the user of a tab is at; `kept` is what a link or an example took the place of. */
export type Part = 'work' | 'kept';

let database: UseStore | null = null;
const slots = (): UseStore => {
  database ??= createStore('gammascope', 'work');
  return database;
};

const storageKey = (slot: Slot, part: Part | 'listed') => slot.replace('work', part);
const WORK_KEY = /^work(?::|$)/;

/** Saves work on this device; false when the browser does not let us. */
export async function saveWork(slot: Slot, part: Part, carried: Carried): Promise<boolean> {
  try {
    await set(storageKey(slot, part), { v: 1, at: Date.now(), ...carried }, slots());
    return true;
  } catch {
    return false;
  }
}

/** The code that checks saved work is fetched when there is some. */
async function read(value: unknown): Promise<CarriedReading> {
  return (await import('./carried.ts')).readCarried(value);
}

/** Work saved on this device: null when there is none, `blocked` when the browser does not let us look. */
export async function loadWork(slot: Slot, part: Part): Promise<CarriedReading | null | 'blocked'> {
  try {
    const value: unknown = await get(storageKey(slot, part), slots());
    return value === undefined ? null : await read(value);
  } catch {
    return 'blocked';
  }
}

/** A slot and when it was saved last, in milliseconds since 1970; 0 where nothing says. */
export interface SavedSlot {
  readonly slot: Slot;
  readonly at: number;
}

/** The slots that hold work, newest first. */
export async function listSlots(): Promise<readonly SavedSlot[] | 'blocked'> {
  try {
    const found = (await keys(slots())).filter(
      (key): key is Slot => typeof key === 'string' && WORK_KEY.test(key),
    );
    const values: unknown[] = await getMany(found, slots());
    const times = new Map<Slot, number>(found.map((slot, at) => [slot, timeOf(values[at])]));
    for (const { slot, at } of lastSlots()) times.set(slot, Math.max(at, times.get(slot) ?? 0));
    return [...times].map(([slot, at]) => ({ slot, at })).sort((a, b) => b.at - a.at);
  } catch {
    return 'blocked';
  }
}

function timeOf(value: unknown): number {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0;
  return typeof at === 'number' ? at : 0;
}

/** Removes a slot with all its parts. */
export async function removeSlot(slot: Slot): Promise<void> {
  await delMany([storageKey(slot, 'work'), storageKey(slot, 'kept'), storageKey(slot, 'listed')], slots());
  dropLast(slot);
}

/** Marks a slot as listed among the earlier works, so that the next visit leaves it alone. */
export async function markListed({ slot, at }: SavedSlot): Promise<void> {
  await set(storageKey(slot, 'listed'), at, slots());
}

/** Whether the work of a slot, as it is, was marked as listed. */
export async function isListed({ slot, at }: SavedSlot): Promise<boolean> {
  return (await get(storageKey(slot, 'listed'), slots())) === at;
}

const LAST = 'gammascope.last';
const lastKey = (slot: Slot) => slot.replace('work', LAST);

function lastSlots(): readonly SavedSlot[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key === LAST || key.startsWith(`${LAST}:`))
      .map((key) => {
        const slot = key.replace(LAST, 'work') as Slot;
        return { slot, at: timeOf(JSON.parse(localStorage.getItem(key) ?? 'null')) };
      });
  } catch {
    return [];
  }
}

/**
 * Keeps work that the browser's database may not take any more, because the page is being left: this storage is slower
 * and smaller, but done when the call returns. What does not fit is not kept.
 */
export function keepLast(slot: Slot, carried: Carried): void {
  try {
    localStorage.setItem(lastKey(slot), JSON.stringify({ v: 1, at: Date.now(), ...carried }));
  } catch {
    // Too large or blocked: the database has what it got.
  }
}

/** Work that was kept while the page was left, newer than what the database has; null when there is none. */
export async function lastKept(slot: Slot): Promise<CarriedReading | null> {
  try {
    const text = localStorage.getItem(lastKey(slot));
    return text === null ? null : await read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The database has everything. */
export function dropLast(slot: Slot): void {
  try {
    localStorage.removeItem(lastKey(slot));
  } catch {
    // Blocked: then nothing was kept either.
  }
}
