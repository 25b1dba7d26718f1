/** Average width of a character, as a fraction of the font size. CJK characters take a full square. */
const ADVANCE = 0.55;
const FIRST_WIDE = 0x2e80;

/** Returns the approximate width of a line of text in the interface's font, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) as number) >= FIRST_WIDE ? size : size * ADVANCE;
  return width;
}

/**
 * Returns the text, shortened to a width. Leaves out the middle, because names differ at their ends. Returns
 * null when fewer than six characters would remain.
 */
export function shortened(text: string, size: number, width: number): string | null {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  for (let kept = letters.length - 1; kept >= LEAST; kept--) {
    const tail = Math.floor(kept / 2);
    const short = `${letters.slice(0, kept - tail).join('')}…${letters.slice(-tail).join('')}`;
    if (textWidth(short, size) <= width) return short;
  }
  return null;
}

const LEAST = 5;
