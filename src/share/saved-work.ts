import { createStore, get, getMany, keys, set, type UseStore } from 'idb-keyval';
import type { Carried, CarriedReading } from './carried.ts';

/** The place where a tab saves its work. The first one has no number. */
export type Slot = 'work' | `work:${string}`;

/** `work` is the present work of a tab. `kept` is the work that a link or an example replaced. */
export type Part = 'work' | 'kept';

let database: UseStore | null = null;
export const slots = (): UseStore => {
  database ??= createStore('gammascope', 'work');
  return database;
};

export const storageKey = (slot: Slot, part: Part | 'listed') => slot.replace('work', part);
const WORK_KEY = /^work(?::|$)/;

/** Saves work on this device. Returns false when the browser does not allow it. */
export async function saveWork(slot: Slot, part: Part, carried: Carried): Promise<boolean> {
  try {
    await set(storageKey(slot, part), { v: 1, at: Date.now(), ...carried }, slots());
    return true;
  } catch {
    return false;
  }
}

/** Reads saved work. The code that checks it loads only when there is some. */
async function read(value: unknown): Promise<CarriedReading> {
  return (await import('./carried.ts')).readCarried(value);
}

/**
 * Returns the work saved on this device. Returns null when there is none, and `blocked` when the browser does
 * not allow access.
 */
export async function loadWork(slot: Slot, part: Part): Promise<CarriedReading | null | 'blocked'> {
  try {
    const value: unknown = await get(storageKey(slot, part), slots());
    return value === undefined ? null : await read(value);
  } catch {
    return 'blocked';
  }
}

/** A slot and the time when it was last saved, in milliseconds since 1970. 0 when the time is not known. */
export interface SavedSlot {
  readonly slot: Slot;
  readonly at: number;
}

/** Returns the slots with work, newest first. */
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
 * Saves work when the page closes and the browser's database may not complete an operation any more. This
 * storage is slower and smaller, but complete when the call returns. Work that does not fit is not saved.
 */
export function keepLast(slot: Slot, carried: Carried): void {
  try {
    localStorage.setItem(lastKey(slot), JSON.stringify({ v: 1, at: Date.now(), ...carried }));
  } catch {
    // Too large or blocked. The database has the last completed save.
  }
}

/**
 * Returns the work that was saved when the page closed, if it is newer than the work in the database. Returns
 * null when there is none.
 */
export async function lastKept(slot: Slot): Promise<CarriedReading | null> {
  try {
    const text = localStorage.getItem(lastKey(slot));
    return text === null ? null : await read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Deletes that work, because the database has everything. */
export function dropLast(slot: Slot): void {
  try {
    localStorage.removeItem(lastKey(slot));
  } catch {
    // The storage is blocked, so it holds no work.
  }
}
