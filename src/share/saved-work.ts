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
