/** The maximum length of a name that is made here: that of a DNS label. */
const LONGEST = 63;

/**
 * Returns a name for a new resource that is not taken, in kebab case: the words, followed by a number if
 * needed. The name is a valid DNS label.
 *
 * @example
 * ```
 * freeName(['api.v1', 'route'], new Set()); // 'api-v1-route'
 * freeName(['api', 'route'], new Set(['api-route'])); // 'api-route-2'
 * ```
 */
export function freeName(words: readonly string[], taken: ReadonlySet<string>): string {
  const wanted = words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `-${number}`;
    const stem = trimmed(trimmed(wanted).slice(0, LONGEST - ending.length)) || 'new';
    const name = `${stem}${ending}`;
    if (!taken.has(name)) return name;
  }
}

/** Returns a text without dashes at its ends. */
function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}
