/** The candidate that is one edit away from a word (or differs only in case); null when there is none. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let found: string | null = null;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === lower) return candidate;
    if (found === null && word.length > 2 && isOneEditAway(lower, candidate.toLowerCase())) found = candidate;
  }
  return found;
}

/** One letter more, less or different, or two neighbours swapped. */
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
