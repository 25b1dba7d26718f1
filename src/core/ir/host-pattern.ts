/** A hostname with an optional wildcard as its whole first label. Null matches every host. */
export type HostPattern = string | null;

/** Returns true if a pattern covers a host in lower case. `*.` covers one or more labels. */
export function coversHost(pattern: HostPattern, host: string): boolean {
  if (pattern === null || pattern === '' || pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  const suffix = pattern.slice(1);
  return host.length > suffix.length && host.endsWith(suffix);
}

/**
 * Returns a number that orders patterns by how specific they are: exact hostnames, then wildcards by their
 * number of labels, then null.
 */
export function hostSpecificity(pattern: HostPattern): number {
  if (pattern === null || pattern === '') return 0;
  return pattern.startsWith('*.') ? pattern.split('.').length : Number.MAX_SAFE_INTEGER;
}
