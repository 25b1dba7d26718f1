/** The reason why a path of type Exact or PathPrefix is refused. */
export type PathFlaw =
  | 'no-leading-slash'
  | 'double-slash'
  | 'dot-segment'
  | 'encoded-slash'
  | 'fragment'
  | 'forbidden-character';

const ALLOWED = /^(?:[A-Za-z0-9/\-._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

/** Returns the first flaw of a match path, or null. */
export function pathFlaw(path: string): PathFlaw | null {
  if (!path.startsWith('/')) return 'no-leading-slash';
  if (path.includes('//')) return 'double-slash';
  if (path.includes('/./') || path.includes('/../') || path.endsWith('/.') || path.endsWith('/..'))
    return 'dot-segment';
  if (path.includes('%2f') || path.includes('%2F')) return 'encoded-slash';
  if (path.includes('#')) return 'fragment';
  return ALLOWED.test(path) ? null : 'forbidden-character';
}
