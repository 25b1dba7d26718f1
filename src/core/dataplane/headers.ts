import type { HeaderChange } from '../ir/filter.ts';
import type { ResponseHeaders } from '../ir/outcome.ts';
import type { Profile } from '../profile/profile.ts';

/** One header: its name as first spelled, and its lines. Nearly all headers have one line. */
interface Header {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Header fields by lower-case name. */
export type Headers = Map<string, Header>;

/** Lines of this header are never joined (RFC 9110, 5.3). */
const NEVER_JOINED = 'set-cookie';

/**
 * Returns the headers of a request or response. Repeated headers are joined by a comma, except the
 * cookies that a response sets.
 */
export function readHeaders(pairs: readonly (readonly [string, string])[]): Headers {
  const headers: Headers = new Map();
  for (const [name, value] of pairs) append(headers, name, value);
  return headers;
}

function append(headers: Headers, name: string, value: string): void {
  const key = name.toLowerCase();
  const known = headers.get(key);
  if (known === undefined) headers.set(key, { name, lines: [value] });
  else if (key === NEVER_JOINED) headers.set(key, { name: known.name, lines: [...known.lines, value] });
  else headers.set(key, { name: known.name, lines: [`${known.lines[0]},${value}`] });
}

/**
 * Applies a modifier in place: `set` overwrites or creates, `add` appends after a comma or creates, `remove`
 * deletes. Several actions on one name are invalid. They are evaluated in the order set, add, remove
 * or with the removal first.
 */
export function changeHeaders(headers: Headers, change: HeaderChange, profile: RemovalRules): void {
  const last = removedLast(change, profile);
  for (const name of change.remove) if (!last.includes(name)) headers.delete(name.toLowerCase());
  for (const { name, value } of change.set) headers.set(name.toLowerCase(), { name, lines: [value] });
  for (const { name, value } of change.add) append(headers, name, value);
  for (const name of last) headers.delete(name.toLowerCase());
}

type RemovalRules = Pick<Profile, 'removedHeaders'>;

/** Returns the names that a modifier removes and neither sets nor adds afterwards. */
export function removedLast(change: HeaderChange, profile: RemovalRules): readonly string[] {
  const written = new Set([...change.set, ...change.add].map(({ name }) => name.toLowerCase()));
  const both = change.remove.some((name) => written.has(name.toLowerCase()));
  if (!both || profile.removedHeaders === 'last') return change.remove;
  return change.remove.filter((name) => !written.has(name.toLowerCase()));
}

/**
 * Applies a modifier to the headers of a request, in place, and returns its host. A modifier that sets or
 * adds the Host header replaces the host. No modifier removes it.
 */
export function changeRequestHeaders(
  headers: Headers,
  change: HeaderChange,
  host: string,
  profile: RemovalRules,
): string {
  changeHeaders(headers, change, profile);
  const own = headers.get('host');
  headers.delete('host');
  return own?.lines[0] ?? host;
}

/** Headers about one connection, in addition to those that Connection names (RFC 9110, 7.6.1). */
const OF_ONE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
];

/**
 * Removes the headers that no intermediary forwards. The upgrade to a WebSocket and `TE: trailers` are
 * forwarded.
 */
export function dropHopByHop(headers: Headers): void {
  const named = headers.get('connection')?.lines[0]?.split(',') ?? [];
  const upgrades = headers.get('upgrade')?.lines[0]?.toLowerCase() === 'websocket';
  const trailers = headers.get('te')?.lines[0]?.toLowerCase() === 'trailers';
  for (const key of [...OF_ONE_CONNECTION, ...named.map((name) => name.trim().toLowerCase())]) {
    const kept = (upgrades && (key === 'upgrade' || key === 'connection')) || (trailers && key === 'te');
    if (!kept) headers.delete(key);
  }
}

/** Returns headers as a record, by name as spelled, sorted by name. A header with several lines is a list. */
export function printHeaders(headers: Headers): ResponseHeaders {
  const record: Record<string, string | readonly string[]> = {};
  for (const { name, lines } of inOrder(headers)) define(record, name, lines.length === 1 ? lines[0] : lines);
  return record;
}

/** Returns the headers of a request as a record. Every header has one line. */
export function printRequestHeaders(headers: Headers): Readonly<Record<string, string>> {
  const record: Record<string, string> = {};
  for (const { name, lines } of inOrder(headers)) define(record, name, lines.join(','));
  return record;
}

function inOrder(headers: Headers): readonly Header[] {
  return [...headers.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, header]) => header);
}

/** Defines a property. `__proto__` is a valid header name and must not change the prototype of the record. */
function define(record: object, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
}
