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
 * Returns the text of some JSON around values that are printed later. `print` prints JSON with these texts in
 * place of the values.
 */
export function textAround(
  count: number,
  print: (placeholders: readonly string[]) => string,
): readonly string[] {
  const without = print(new Array(count).fill(''));
  let name = 'value';
  // No text of the data may be equal to a placeholder.
  while (without.includes(name)) name += '-';
  const pieces = print(new Array(count).fill(name)).split(JSON.stringify(name));
  if (pieces.length !== count + 1) throw new Error(`${pieces.length} pieces of JSON around ${count} values`);
  // Copies, because a part of a split text refers to the whole text and is slower to join.
  return pieces.map((piece) => JSON.parse(JSON.stringify(piece)));
}
