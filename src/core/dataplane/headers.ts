import type { HeaderChange } from '../ir/mesh-ir.ts';

/** Header fields by lower-case name, keeping the spelling of whoever wrote them first. */
export type Headers = Map<string, { readonly name: string; readonly value: string }>;

/** Headers of a request; repeated ones are joined by `, `. */
export function readHeaders(pairs: readonly (readonly [string, string])[]): Headers {
  const headers: Headers = new Map();
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const known = headers.get(key);
    headers.set(key, { name: known?.name ?? name, value: known ? `${known.value}, ${value}` : value });
  }
  return headers;
}

/**
 * Applies a modifier in place: `set` overwrites or creates, `add` appends after a comma or creates, `remove` deletes
 * . Several actions on one name are invalid; they are evaluated set → add → remove.
 */
export function changeHeaders(headers: Headers, change: HeaderChange): void {
  for (const { name, value } of change.set) headers.set(name.toLowerCase(), { name, value });
  for (const { name, value } of change.add) {
    const key = name.toLowerCase();
    const known = headers.get(key);
    headers.set(key, known ? { name: known.name, value: `${known.value},${value}` } : { name, value });
  }
  for (const name of change.remove) headers.delete(name.toLowerCase());
}

/** Headers as a record, by name as spelled, in the order of their names. */
export function printHeaders(headers: Headers): Readonly<Record<string, string>> {
  const sorted = [...headers.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const record: Record<string, string> = {};
  for (const [, { name, value }] of sorted) {
    // `__proto__` is a legal header name and must not touch the record's prototype.
    Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return record;
}
