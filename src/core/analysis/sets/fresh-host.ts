/**
 * Returns a hostname that no name is equal to and no wildcard covers. It starts with `word`. Only listeners and
 * routes without a hostname have it.
 */
export function freshHost(word: string, names: readonly string[]): string {
  return firstFree((at) => `${word}.example${at === 1 ? '' : at}`, names);
}

/**
 * Returns a hostname below a wildcard (`*.example.com`) that no narrower name has. Returns one that such a name
 * has if `names` leave none, which takes more names than any listener has.
 */
export function freshHostBelow(wildcard: string, word: string, names: readonly string[]): string {
  const narrower = names.filter((name) => name.length > wildcard.length);
  return firstFree((at) => `${word}${at === 1 ? '' : at}${wildcard.slice(1)}`, narrower);
}

function firstFree(candidate: (at: number) => string, names: readonly string[]): string {
  for (let at = 1; at <= names.length; at++) {
    const host = candidate(at);
    if (!names.some((name) => covers(name, host))) return host;
  }
  return candidate(names.length + 1);
}

function covers(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : name === host;
}
