import { clear, createStore, delMany, getMany, promisifyRequest, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { type Carried, type CarriedReading, readCarried } from './carried.ts';

/** The maximum number of earlier works, and their maximum size in bytes of text. */
export const MOST_WORKS = 20;
export const MOST_BYTES = 20 * 1024 * 1024;

/** The entry of an earlier work in the list. */
export interface WorkSummary {
  /** The number of the work. Later works have higher numbers. */
  readonly id: number;
  readonly title: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  readonly files: number;
  /** Null when the work was saved before the page had read it. */
  readonly documents: number | null;
  readonly bytes: number;
}

/** The list, newest first. An unreadable work has only its number, so that the user can delete it. */
export interface WorkList {
  readonly works: readonly (WorkSummary | { readonly id: number; readonly damaged: true })[];
  /** The number of old works that were deleted because of the limits. */
  readonly dropped: number;
}

const summary = v.object({
  title: v.pipe(v.string(), v.maxLength(400)),
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  files: v.pipe(v.number(), v.integer(), v.minValue(0)),
  documents: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  bytes: v.pipe(v.number(), v.minValue(0)),
});

const DROPPED = 'dropped';
const LISTED = /^about:(\d+)$/;
const about = (id: number) => `about:${id}`;
const work = (id: number) => `work:${id}`;

let database: UseStore | null = null;
const store = (): UseStore => {
  database ??= createStore('gammascope-earlier', 'works');
  return database;
};

/** Returns the saved works, newest first, as part of the transaction of `records`. */
async function summariesIn(records: IDBObjectStore): Promise<WorkList['works']> {
  const found = await promisifyRequest(records.getAllKeys());
  const ids = found.flatMap((key) => {
    const id = typeof key === 'string' ? LISTED.exec(key)?.[1] : undefined;
    return id === undefined ? [] : [Number(id)];
  });
  ids.sort((a, b) => b - a);
  const values: unknown[] = await Promise.all(ids.map((id) => promisifyRequest(records.get(about(id)))));
  return ids.map((id, at) => {
    const read = v.safeParse(summary, values[at]);
    return read.success ? { id, ...read.output } : ({ id, damaged: true } as const);
  });
}

/** Lists the saved works. Returns `blocked` when the browser does not allow it. */
export async function listWorks(): Promise<WorkList | 'blocked'> {
  try {
    return await store()('readonly', async (records) => {
      const works = await summariesIn(records);
      const dropped: unknown = await promisifyRequest(records.get(DROPPED));
      return { works, dropped: typeof dropped === 'number' && dropped > 0 ? dropped : 0 };
    });
  } catch {
    return 'blocked';
  }
}

/**
 * Saves a work as the newest. It replaces a work with the same texts, and the oldest works are deleted when
 * the limits are exceeded. Returns false when the work could not be saved: the browser does not allow it, or
 * the work exceeds the limits.
 */
export async function keepWork(
  carried: Carried,
  told: Omit<WorkSummary, 'id' | 'bytes' | 'files'>,
): Promise<boolean> {
  const bytes = sizeOf(carried);
  if (bytes > MOST_BYTES) return false;
  const entry = { ...told, title: told.title.slice(0, 400), files: carried.files.length, bytes };
  try {
    // One transaction: another tab that saves a work at the same time comes before or after, and gets another
    // number.
    await store()('readwrite', async (records) => {
      const older = await summariesIn(records);
      const id = (older[0]?.id ?? 0) + 1;
      const same: number[] = [];
      for (const each of older) {
        if (!('bytes' in each) || each.bytes !== bytes) continue;
        if (sameFiles(await promisifyRequest(records.get(work(each.id))), carried)) same.push(each.id);
      }
      records.put(entry, about(id));
      records.put({ v: 1, ...carried }, work(id));
      const gone = beyondLimits(
        older.filter((each) => !same.includes(each.id)),
        bytes,
      );
      for (const each of [...same, ...gone]) {
        records.delete(about(each));
        records.delete(work(each));
      }
      if (gone.length > 0) {
        const before: unknown = await promisifyRequest(records.get(DROPPED));
        records.put((typeof before === 'number' ? before : 0) + gone.length, DROPPED);
      }
      await promisifyRequest(records.transaction);
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the numbers of the works to delete when another one is saved.
 * @param older The saved works, newest first.
 * @param newest Bytes of the new work, which always remains.
 */
export function beyondLimits(older: WorkList['works'], newest: number): readonly number[] {
  const gone: number[] = [];
  let sum = newest;
  for (const [at, each] of older.entries()) {
    sum += 'bytes' in each ? each.bytes : 0;
    if (at + 1 >= MOST_WORKS || sum > MOST_BYTES) gone.push(each.id);
  }
  return gone;
}

function sameFiles(value: unknown, { files }: Carried): boolean {
  const texts = value === undefined ? undefined : readCarried(value).carried.files;
  return (
    texts?.length === files.length &&
    files.every(({ name, text }, at) => texts[at]?.name === name && texts[at]?.text === text)
  );
}

/** Reads an earlier work, part by part. Returns null when there is nothing to read. */
export async function loadEarlier(id: number): Promise<CarriedReading | null> {
  try {
    const [value]: unknown[] = await getMany([work(id)], store());
    return value === undefined ? null : readCarried(value);
  } catch {
    return null;
  }
}

/** Deletes works. */
export async function removeWorks(ids: readonly number[]): Promise<void> {
  await delMany(
    ids.flatMap((id) => [about(id), work(id)]),
    store(),
  );
}

/** Deletes all works. */
export async function removeAllWorks(): Promise<void> {
  await clear(store());
}

/** Returns the bytes of the texts in the largest encoding of browsers. */
function sizeOf({ files }: Carried): number {
  return files.reduce((sum, { name, text }) => sum + 2 * (name.length + text.length), 0);
}
