/**
 * The value of a key that may be any text, such as a name from a manifest; undefined where the table has no such key of
 * its own (`constructor`, `__proto__` and `toString` are names like others). `tests/look-ups.test.ts` holds that every
 * look-up by a text goes through here.
 */
export function own<Value>(
  table: Readonly<Record<string, Value>> | null | undefined,
  key: string,
): Value | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Sets a key that may be any text; `__proto__` becomes a field like others. */
export function put<Value>(table: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') table[key] = value;
  else Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}
