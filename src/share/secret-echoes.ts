import type { SecretSpan } from './secret-span.ts';

/** Values are found by their first characters; shorter ones stand elsewhere by chance and are not looked for. */
export const SHORTEST_ECHO = 8;

/**
 * Where the values of Secrets are said again: in a Pod's variables, in a comment, in a header. The text is read once, however
 * many values there are; of two values at one place the longer one counts.
 */
export function echoesIn(text: string, values: ReadonlySet<string>): readonly SecretSpan[] {
  if (values.size === 0) return [];
  const byHead = new Map<string, Map<number, Set<string>>>();
  // Longer values first, so that each head has its lengths in the order in which they are tried.
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

/** The length of the longest value that stands at an offset; null when none does. */
function longestAt(text: string, at: number, lengths: ReadonlyMap<number, Set<string>>): number | null {
  for (const [length, values] of lengths) if (values.has(text.slice(at, at + length))) return length;
  return null;
}
