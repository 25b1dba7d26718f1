/** How JSON is laid out, as the third argument of `JSON.stringify` says. */
export interface JSONLayout {
  /** The indentation of one level. Empty for JSON on one line. */
  readonly gap: string;
  /** The level of what is printed. */
  readonly level: number;
}

/** Returns the break before a line of a level. Empty for JSON on one line. */
export function lineBreak({ gap, level }: JSONLayout): string {
  return gap === '' ? '' : `\n${gap.repeat(level)}`;
}

/** Returns the JSON of a value at a level: what `JSON.stringify` prints of it inside of other data. */
export function printAt(value: unknown, layout: JSONLayout): string {
  const text = JSON.stringify(value, null, layout.gap);
  // JSON escapes the line breaks of texts, so these are of the layout.
  return layout.gap === '' ? text : text.replaceAll('\n', lineBreak(layout));
}

/**
 * Returns the text of some JSON around values that are printed later. `print` prints JSON with a placeholder
 * in place of each of the `count` values.
 */
export function textAround(count: number, print: (placeholder: string) => string): readonly string[] {
  for (let placeholder = '?'; ; placeholder += '?') {
    const pieces = print(placeholder).split(JSON.stringify(placeholder));
    // More pieces mean that a text of the data is equal to the placeholder.
    if (pieces.length === count + 1) return pieces;
  }
}
