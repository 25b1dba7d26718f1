/** Reads manifests of kinds without a schema. Any field may have any type. */
import { type Fields, isMapping } from '../../text/mapping.ts';
import { own } from '../../text/own.ts';

const NOTHING: Fields = {};

/** Returns the mapping under a key of a value. Returns an empty one if there is none. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  let current: unknown = value;
  for (const key of path)
    current = isMapping(current) && Object.hasOwn(current, key) ? own(current, key) : null;
  return isMapping(current) ? current : NOTHING;
}

/** Returns true if a value has a key, with any value. */
export function hasField(value: unknown, key: string): boolean {
  return isMapping(value) && Object.hasOwn(value, key) && own(value, key) !== null;
}
