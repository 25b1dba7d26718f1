const NO_TEXTS: Readonly<Record<string, string>> = {};

/** The entries of a mapping whose values are texts: labels, annotations. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NO_TEXTS;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string')
    ? (value as Readonly<Record<string, string>>)
    : Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'));
}

const TIMESTAMP = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** Seconds since the epoch of an RFC 3339 timestamp, or null. */
export function secondsOf(timestamp: string): number | null {
  if (!TIMESTAMP.test(timestamp)) return null;
  const milliseconds = Date.parse(timestamp.replace(' ', 'T'));
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
