import { put } from '../core/text/own.ts';

const PREFIX = 'gammascope.';

const oneOf =
  (...allowed: readonly unknown[]) =>
  (value: unknown) =>
    allowed.includes(value);

function isColumns(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([name, size]) => name.length <= 40 && typeof size === 'number' && size >= 0 && size <= 100,
    )
  );
}

/** The settings that are stored as they are, and those that are stored as JSON. */
const TEXTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  theme: oneOf('light', 'dark', 'system'),
  language: oneOf('en', 'zh-Hant', 'zh-Hans'),
};
const VALUES: Readonly<Record<string, (value: unknown) => boolean>> = {
  ghosts: oneOf(true, false),
  speed: oneOf(0.5, 1, 2),
  columns: isColumns,
};

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
  const read = (key: string, fits: (value: unknown) => boolean, of: (text: string) => unknown) => {
    try {
      const text = localStorage.getItem(PREFIX + key);
      const value = text === null ? undefined : of(text);
      if (text !== null && fits(value)) put(looks, key, value);
    } catch {
      // The storage is blocked or the setting is damaged, so the page uses the default.
    }
  };
  for (const [key, fits] of Object.entries(TEXTS)) read(key, fits, (text) => text);
  for (const [key, fits] of Object.entries(VALUES)) read(key, fits, JSON.parse);
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
