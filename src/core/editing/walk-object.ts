import { own } from '../text/own.ts';
import type { Path } from '../text/path.ts';

/** A mapping of an object as written. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns the value as a mapping. Returns null when it is not a mapping. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** Returns the value of an own field. Returns undefined when there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  const fields = fieldsOf(value);
  return fields !== null && Object.hasOwn(fields, name) ? own(fields, name) : undefined;
}

/** Returns a non-empty text. Returns null for any other value. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Returns the value at a path of plain data. Returns undefined when the path does not exist. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') current = Array.isArray(current) ? current[step] : undefined;
    else current = fieldOf(current, step);
  }
  return current;
}

/** Returns every value at the keys of a pattern, with its path. `*` means each item of a list. */
export function valuesAt(
  value: unknown,
  pattern: readonly string[],
): readonly { readonly path: Path; readonly value: unknown }[] {
  let found: { path: Path; value: unknown }[] = [{ path: [], value }];
  for (const step of pattern) {
    const next: typeof found = [];
    for (const { path, value: at } of found) {
      if (step === '*') {
        const items: readonly unknown[] = Array.isArray(at) ? at : [];
        for (const [index, item] of items.entries()) next.push({ path: [...path, index], value: item });
      } else {
        const child = fieldOf(at, step);
        if (child !== undefined && child !== null) next.push({ path: [...path, step], value: child });
      }
    }
    found = next;
  }
  return found;
}

/** Returns true when a path matches a pattern. */
export function fitsPattern(path: Path, pattern: readonly string[]): boolean {
  return (
    path.length === pattern.length &&
    pattern.every((step, at) => (step === '*' ? typeof path[at] === 'number' : path[at] === step))
  );
}
