import type { Profile } from '../profile/profile.ts';
import type { Condition } from './condition.ts';
import type { RankKey } from './table.ts';

/** Where the type of a path stands (R-220 item 2; for regular expressions). */
export function rankOfPathType(op: Condition['op'], { regexRank }: Profile): number {
  if (regexRank === 'none') return 0;
  if (op === 'exact') return 2;
  return (op === 'regex') === (regexRank === 'exact-regex-prefix') ? 1 : 0;
}

/** Characters of a path's value; a prefix without its trailing slashes, as they have no meaning. */
export function lengthOfPath(op: Condition['op'], value: string, { prefixTrailingSlash }: Profile): number {
  const stripped = op === 'path-prefix' && prefixTrailingSlash === 'strip';
  return [...(stripped ? value.replace(/\/+$/, '') : value)].length;
}

/** Namespace and name as one text that orders routes; a tuple compares the namespace first. */
export function orderOfName(namespace: string, name: string, { nameOrder }: Profile): string {
  // NUL sorts before every character of a name.
  return `${namespace}${nameOrder === 'tuple' ? '\0' : '/'}${name}`;
}

/** Orders two values of one criterion: negative when the first goes first; unknown ones come last. */
export function compareRankKeys(a: RankKey, b: RankKey): number {
  if (a.value === b.value) return 0;
  if (a.value === null) return 1;
  if (b.value === null) return -1;
  const less = a.value < b.value ? -1 : 1;
  return a.prefer === 'lesser' ? less : -less;
}
