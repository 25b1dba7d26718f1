/** Control characters, direction marks, line and paragraph separators, joiners, and halves of surrogate pairs. */
const INVISIBLE =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Returns a text from a manifest in a form that is safe for a terminal or a log. Characters that are
 * invisible, move the cursor, change the direction or end the line become `\n`, `\r`, `\t` or `\u{1B}`.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => SHORT.get(character) ?? `\\u{${hex(character)}}`);
}

/** Returns true when a text has characters that `visible` escapes. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

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

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
