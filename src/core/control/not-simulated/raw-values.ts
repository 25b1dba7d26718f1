/** Reads values of manifests of kinds without a schema. Any field may have any type. */
import { own } from '../../text/own.ts';
import { fieldsAt } from './raw-fields.ts';

/** Returns the items of the list under a key. Returns none if there is no list. */
export function itemsAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const key = path.at(-1) ?? '';
  const holder = fieldsAt(value, ...path.slice(0, -1));
  const list = Object.hasOwn(holder, key) ? own(holder, key) : undefined;
  return Array.isArray(list) ? list : [];
}

/** Returns the text under a key, or null. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const key = path.at(-1) ?? '';
  const holder = fieldsAt(value, ...path.slice(0, -1));
  const text = Object.hasOwn(holder, key) ? own(holder, key) : undefined;
  return typeof text === 'string' && text !== '' ? text : null;
}

/** Returns the texts of the list under a key. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return itemsAt(value, ...path).filter((item): item is string => typeof item === 'string' && item !== '');
}

/** Returns the texts of the mapping under a key, such as labels. */
export function labelsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fieldsAt(value, ...path)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
