/** A hostname with an optional wildcard as its whole first label; null stands for every host. */
export type HostPattern = string | null;

/** Whether a pattern covers a host in lower case: `*.` stands for one or more labels. */
export function coversHost(pattern: HostPattern, host: string): boolean {
  if (pattern === null || pattern === '' || pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  const suffix = pattern.slice(1);
  return host.length > suffix.length && host.endsWith(suffix);
}

/** Orders patterns by how specific they are: exact, then more labels behind the wildcard, then all. */
export function hostSpecificity(pattern: HostPattern): number {
  if (pattern === null || pattern === '') return 0;
  return pattern.startsWith('*.') ? pattern.split('.').length : Number.MAX_SAFE_INTEGER;
}
