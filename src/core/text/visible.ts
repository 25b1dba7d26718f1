/** Control characters, direction marks, line and paragraph separators, joiners, and halves of surrogate pairs. */
export const INVISIBLE =
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

export function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
