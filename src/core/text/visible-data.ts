import { hex, INVISIBLE, visible } from './visible.ts';

/** The plain data of a value: what JSON would contain of it. */
export type PlainData<Data> = Data extends { toJSON(): infer Plain }
  ? PlainData<Plain>
  : Data extends object
    ? { [Key in keyof Data]: PlainData<Data[Key]> }
    : Data;

/** Returns plain data with every text in it made visible, including keys. */
export function visibleData<Data>(data: Data): PlainData<Data> {
  return copy(data) as PlainData<Data>;
}

function copy(data: unknown): unknown {
  if (typeof data === 'string') return visible(data);
  if (Array.isArray(data)) return data.map(copy);
  if (typeof data !== 'object' || data === null) return data;
  if ('toJSON' in data && typeof data.toJSON === 'function') return copy(data.toJSON());
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [visible(key), copy(value)]));
}

/** Returns JSON in which such characters are escaped. It represents the same data and is safe to print. */
export function visibleJSON(data: unknown): string {
  return escapeInvisible(JSON.stringify(data, null, 2));
}

/** Returns the text of some JSON with such characters escaped. */
export function escapeInvisible(json: string): string {
  return json.replace(INVISIBLE, (character) =>
    // The line breaks of the layout remain.
    character === '\n' ? character : `\\u${hex(character).padStart(4, '0').toLowerCase()}`,
  );
}
