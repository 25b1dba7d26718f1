/** A hostname with an optional wildcard as its whole first label; null stands for every host. */
export type HostPattern = string | null;

/** Lower case, without port and trailing dot: how hosts are compared. */
export function normaliseHost(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}

/** Whether a pattern covers a host: `*.` stands for one or more labels. */
export function coversHost(pattern: HostPattern, host: string): boolean {
  if (pattern === null || pattern === '' || pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  const suffix = pattern.slice(1);
  return host.length > suffix.length && host.endsWith(suffix);
}

/** What two patterns have in common; undefined when nothing. */
export function intersectHosts(a: HostPattern, b: HostPattern): HostPattern | undefined {
  if (a === null || a === '') return b === '' ? null : b;
  if (b === null || b === '') return a;
  if (a === b) return a;
  const [wildA, wildB] = [a.startsWith('*.'), b.startsWith('*.')];
  if (wildA && wildB) {
    // The longer suffix is the narrower set.
    const [narrow, wide] = a.length >= b.length ? [a, b] : [b, a];
    return narrow.endsWith(wide.slice(1)) ? narrow : undefined;
  }
  if (wildA) return coversHost(a, b) ? b : undefined;
  if (wildB) return coversHost(b, a) ? a : undefined;
  return undefined;
}

/** Orders patterns by how specific they are: exact, then more labels behind the wildcard, then all. */
export function hostSpecificity(pattern: HostPattern): number {
  if (pattern === null || pattern === '') return 0;
  if (!pattern.startsWith('*.')) return Number.MAX_SAFE_INTEGER;
  return pattern.split('.').length;
}
