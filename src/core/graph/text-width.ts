/** Average advance of a character, in parts of the size; CJK characters take a full square. */
const ADVANCE = 0.55;
const FIRST_WIDE = 0x2e80;

/** About how wide a line of text is in the interface's font, in the unit of the size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) as number) >= FIRST_WIDE ? size : size * ADVANCE;
  return width;
}

/**
 * The text, or what fits of it into a width: names differ at their ends, so the middle goes. Null when fewer than six
 * characters would be left.
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
