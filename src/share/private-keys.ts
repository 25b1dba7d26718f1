import type { SecretSpan } from './secret-span.ts';

const BEGIN = /-----BEGIN ([A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?)-----/g;
/** The lines of a key without an end mark. */
const BODY = /(?:\s*[A-Za-z0-9+/=]{40,})+/y;
/** Keys are shorter than this. */
const LONGEST = 20_000;

/**
 * Returns the bodies of PEM private keys: the text between the marks, or, without an end mark, the lines that
 * look like a key. Takes linear time for all texts.
 */
export function privateKeysIn(text: string): readonly SecretSpan[] {
  const found: SecretSpan[] = [];
  let last = 0;
  const ends = new Map<string, number>();
  for (const match of text.matchAll(BEGIN)) {
    const start = match.index + match[0].length;
    if (start < last) continue;
    const [, name = ''] = match;
    const mark = `-----END ${name}-----`;
    // One search for the next end serves all begin marks before it.
    let end = ends.get(mark) ?? text.indexOf(mark, start);
    if (end !== -1 && end < start) end = text.indexOf(mark, start);
    ends.set(mark, end === -1 ? Number.POSITIVE_INFINITY : end);
    const stop = end - start <= LONGEST && end > start ? end : bodyEnd(text, start);
    if (stop <= start) continue;
    last = stop;
    found.push({ start, end: stop, kind: 'private-key', name: name.toLowerCase() });
  }
  return found;
}

function bodyEnd(text: string, start: number): number {
  BODY.lastIndex = start;
  return BODY.test(text) ? BODY.lastIndex : start;
}
