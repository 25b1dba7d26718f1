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

/** Returns the stored appearance of the page. Missing or damaged settings are left out. */
export function loadLooks(): StoredLooks {
  const looks: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(READERS)) {
    try {
      const read = v.safeParse(schema, localStorage.getItem(PREFIX + key));
      if (read.success) put(looks, key, read.output);
    } catch {
      // The storage is blocked, so the page uses the defaults.
    }
  }
  return looks;
}

/** Stores a setting of the page's appearance on this device, if the browser allows it. */
export function saveLook(key: keyof StoredLooks, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // A full or blocked storage only loses the setting.
  }
}
