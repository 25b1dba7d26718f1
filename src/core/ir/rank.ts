import { namespacedName } from '../ids/ids.ts';
import type { Profile } from '../profile/profile.ts';
import type { RankKey } from './table.ts';

/**
 * Returns namespace and name as one text that orders routes. For `tuple` and
 * `generated`, the namespace is compared first.
 */
export function orderOfName(
  namespace: string,
  name: string,
  { nameOrder }: Pick<Profile, 'nameOrder'>,
): string {
  if (nameOrder === 'joined') return namespacedName(namespace, name);
  // NUL sorts before every character of a name, and `~` after them (Istio 12.2).
  return `${namespace}\0${name}${nameOrder === 'generated' ? '~' : ''}`;
}

/**
 * Returns the order of two values of one criterion. A negative number means that the first takes precedence.
 * Unknown values are last.
 */
export function compareRankKeys(a: RankKey, b: RankKey): number {
  if (a.value === b.value) return 0;
  if (a.value === null) return 1;
  if (b.value === null) return -1;
  const less = a.value < b.value ? -1 : 1;
  return a.prefer === 'lesser' ? less : -less;
}
