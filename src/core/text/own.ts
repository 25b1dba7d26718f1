/**
 * Returns the value of a key that can be any text, such as a name from a manifest. Returns undefined when the
 * table has no such key of its own (`constructor`, `__proto__` and `toString` are ordinary names).
 * `tests/look-ups.test.ts` verifies that every look-up by a text uses this function.
 */
export function own<Value>(
  table: Readonly<Record<string, Value>> | null | undefined,
  key: string,
): Value | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Sets a key that can be any text. `__proto__` becomes an ordinary field. */
export function put<Value>(table: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') table[key] = value;
  else Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}
