/** Reads what a manifest says of a kind without a schema; anything may stand anywhere. */
import { type Fields, isMapping } from '../../text/mapping.ts';
import { own } from '../../text/own.ts';

const NOTHING: Fields = {};

/** The mapping under a key of a value; an empty one where there is none. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  let current: unknown = value;
  for (const key of path)
    current = isMapping(current) && Object.hasOwn(current, key) ? own(current, key) : null;
  return isMapping(current) ? current : NOTHING;
}

/** The items of the list under a key; none where there is no list. */
export function itemsAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const key = path.at(-1) ?? '';
  const holder = fieldsAt(value, ...path.slice(0, -1));
  const list = Object.hasOwn(holder, key) ? own(holder, key) : undefined;
  return Array.isArray(list) ? list : [];
}

/** The text under a key, or null. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const key = path.at(-1) ?? '';
  const holder = fieldsAt(value, ...path.slice(0, -1));
  const text = Object.hasOwn(holder, key) ? own(holder, key) : undefined;
  return typeof text === 'string' && text !== '' ? text : null;
}

/** The texts of the list under a key. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return itemsAt(value, ...path).filter((item): item is string => typeof item === 'string' && item !== '');
}

/** The texts of the mapping under a key, such as labels. */
export function labelsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fieldsAt(value, ...path)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Whether a value has a key, whatever its value is. */
export function hasField(value: unknown, key: string): boolean {
  return isMapping(value) && Object.hasOwn(value, key) && own(value, key) !== null;
}
