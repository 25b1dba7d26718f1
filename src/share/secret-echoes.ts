import type { SecretSpan } from './secret-span.ts';

/** Values are found by their first characters. Shorter values occur by chance, so they are not searched. */
export const SHORTEST_ECHO = 8;

/**
 * Returns the places where a text repeats the values of Secrets: in a Pod's variables, in a comment, in a
 * header. Reads the text once, regardless of the number of values. Of two values at one place, the longer one
 * counts.
 */
export function echoesIn(text: string, values: ReadonlySet<string>): readonly SecretSpan[] {
  if (values.size === 0) return [];
  const byHead = new Map<string, Map<number, Set<string>>>();
  // Longer values come first, so that the lengths of each head are in the order in which they are tried.
  for (const value of [...values].sort((a, b) => b.length - a.length)) {
    if (value.length < SHORTEST_ECHO) continue;
    const head = value.slice(0, SHORTEST_ECHO);
    const lengths = byHead.get(head) ?? new Map<number, Set<string>>();
    byHead.set(head, lengths.set(value.length, (lengths.get(value.length) ?? new Set()).add(value)));
  }
  const spans: SecretSpan[] = [];
  for (let at = 0; at + SHORTEST_ECHO <= text.length; ) {
    const lengths = byHead.get(text.slice(at, at + SHORTEST_ECHO));
    const found = lengths === undefined ? null : longestAt(text, at, lengths);
    if (found === null) {
      at++;
      continue;
    }
    spans.push({ start: at, end: at + found, kind: 'secret', name: '' });
    at += found;
  }
  return spans;
}

/** Returns the length of the longest value at an offset. Returns null when there is none. */
function longestAt(text: string, at: number, lengths: ReadonlyMap<number, Set<string>>): number | null {
  for (const [length, values] of lengths) if (values.has(text.slice(at, at + length))) return length;
  return null;
}
