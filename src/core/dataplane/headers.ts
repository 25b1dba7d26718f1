import type { ResponseHeaders } from '../ir/outcome.ts';

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

/** Adds a line to a header. It is joined to an earlier line, except in cookies. */
export function append(headers: Headers, name: string, value: string): void {
  const key = name.toLowerCase();
  const known = headers.get(key);
  if (known === undefined) headers.set(key, { name, lines: [value] });
  else if (key === NEVER_JOINED) headers.set(key, { name: known.name, lines: [...known.lines, value] });
  else headers.set(key, { name: known.name, lines: [`${known.lines[0]},${value}`] });
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
