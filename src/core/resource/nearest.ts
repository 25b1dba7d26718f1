/**
 * Returns the candidate that a word most likely means: equal except for case, one edit away, or the only one
 * that contains it (`Prefix` for `PathPrefix`). Returns null if there is none.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let found: string | null = null;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === lower) return candidate;
    if (found === null && word.length > 2 && isOneEditAway(lower, candidate.toLowerCase())) found = candidate;
  }
  if (found !== null || word.length < 4) return found;
  const containing = candidates.filter((candidate) => candidate.toLowerCase().includes(lower));
  return containing.length === 1 ? (containing[0] ?? null) : null;
}

/** Returns true if one letter is added, removed or replaced, or two neighbouring letters are swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
