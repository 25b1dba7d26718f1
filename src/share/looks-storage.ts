import * as v from 'valibot';
import { put } from '../core/text/own.ts';

const PREFIX = 'gammascope.';

const READERS = {
  theme: v.picklist(['light', 'dark', 'system']),
  language: v.picklist(['en', 'zh-Hant', 'zh-Hans']),
  ghosts: v.pipe(v.string(), v.parseJson(), v.boolean()),
  speed: v.pipe(v.string(), v.parseJson(), v.picklist([0.5, 1, 2])),
  columns: v.pipe(
    v.string(),
    v.parseJson(),
    v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  ),
} as const;

export interface StoredLooks {
  readonly theme?: 'light' | 'dark' | 'system';
  readonly language?: 'en' | 'zh-Hant' | 'zh-Hans';
  readonly ghosts?: boolean;
  readonly speed?: 0.5 | 1 | 2;
  readonly columns?: Readonly<Record<string, number>>;
}

/** How the page looked last time; whatever is missing or damaged is left out. */
export function loadLooks(): StoredLooks {
  const looks: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(READERS)) {
    try {
      const read = v.safeParse(schema, localStorage.getItem(PREFIX + key));
      if (read.success) put(looks, key, read.output);
    } catch {
      // Storage is blocked: the defaults it is.
    }
  }
  return looks;
}

/** Remembers one of the looks on this device, as far as the browser lets us. */
export function saveLook(key: keyof StoredLooks, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // A full or blocked storage costs the memory of a pane's size, nothing else.
  }
}
