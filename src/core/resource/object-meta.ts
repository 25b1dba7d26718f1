const NO_TEXTS: Readonly<Record<string, string>> = {};

/** Returns the entries of a mapping whose values are texts: labels, annotations. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NO_TEXTS;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string')
    ? (value as Readonly<Record<string, string>>)
    : Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'));
}

/** The form of RFC 3339 that the API server accepts: capital letters, an offset, a second below 60. */
const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Returns the seconds since the epoch of a timestamp. Returns null for an invalid one: a day that its month
 * does not have, or no offset.
 */
export function secondsOf(timestamp: string): number | null {
  const match = TIMESTAMP.exec(timestamp);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const [offsetHours, offsetMinutes] = [Number(match[8] ?? 0), Number(match[9] ?? 0)];
  if (!isDay || hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59)
    return null;
  const offset = (match[7] === '-' ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60);
  return date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset;
}
