import { createStore, get, set, type UseStore } from 'idb-keyval';
import { type Carried, type CarriedReading, readCarried } from './carried.ts';

/** `work` is what the user is at; `kept` is what a link or an example took the place of. */
export type Slot = 'work' | 'kept';

let database: UseStore | null = null;
const slots = (): UseStore => {
  database ??= createStore('gammascope', 'work');
  return database;
};

/** Saves work on this device; false when the browser does not let us. */
export async function saveWork(slot: Slot, carried: Carried): Promise<boolean> {
  try {
    await set(slot, { v: 1, ...carried }, slots());
    return true;
  } catch {
    return false;
  }
}

/** Work saved on this device: null when there is none, `blocked` when the browser does not let us look. */
export async function loadWork(slot: Slot): Promise<CarriedReading | null | 'blocked'> {
  try {
    const value: unknown = await get(slot, slots());
    return value === undefined ? null : readCarried(value);
  } catch {
    return 'blocked';
  }
}

const LAST = 'gammascope.last';

/**
 * Keeps work that the browser's database may not take any more, because the page is being left: this storage is slower
 * and smaller, but done when the call returns. What does not fit is not kept.
 */
export function keepLast(carried: Carried): void {
  try {
    localStorage.setItem(LAST, JSON.stringify({ v: 1, ...carried }));
  } catch {
    // Too large or blocked: the database has what it got.
  }
}

/** Work that was kept while the page was left, newer than what the database has; null when there is none. */
export function lastKept(): CarriedReading | null {
  try {
    const text = localStorage.getItem(LAST);
    return text === null ? null : readCarried(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The database has everything. */
export function dropLast(): void {
  try {
    localStorage.removeItem(LAST);
  } catch {
    // Blocked: then nothing was kept either.
  }
}
