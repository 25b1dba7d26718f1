import type { Condition } from '../ir/condition.ts';
import type { Profile } from '../profile/profile.ts';
import { operatorOf } from './operators/operators.ts';
import { withoutTrailingSlashes } from './operators/path-prefix.ts';

/** Returns the rank of the type of a path match (R-220 item 2; for regular expressions). */
export function rankOfPathType(op: Condition['op'], { regexRank }: Pick<Profile, 'regexRank'>): number {
  const type = operatorOf(op)?.pathType ?? null;
  if (regexRank === 'none' || type === null) return 0;
  switch (type) {
    case 'exact':
      return 2;
    case 'pattern':
      return regexRank === 'exact-regex-prefix' ? 1 : 0;
    case 'prefix':
      return regexRank === 'exact-regex-prefix' ? 0 : 1;
    default:
      return type satisfies never;
  }
}

/**
 * Returns the length of a path's value in characters. Trailing slashes of a prefix do not count (R-224,
 *
 */
export function lengthOfPath(
  op: Condition['op'],
  value: string,
  { prefixTrailingSlash }: Pick<Profile, 'prefixTrailingSlash'>,
): number {
  const stripped = operatorOf(op)?.pathType === 'prefix' && prefixTrailingSlash === 'strip';
  return [...(stripped ? withoutTrailingSlashes(value) : value)].length;
}
