import type { Condition } from '../ir/condition.ts';
import type { Profile } from '../profile/profile.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** The part of a profile that says what a pattern means. */
export type PatternRules = Pick<Profile, 'regexAnchor' | 'patternUnit' | 'starPattern'>;

/** The pattern of a condition as a profile reads it. */
export function patternOf(condition: Pick<Condition, 'of' | 'value'>, rules: PatternRules): Pattern {
  return compilePattern(patternText(condition, rules), rules.regexAnchor, rules.patternUnit);
}

/** The text of a pattern as the engine reads it: some take `*` for "is present" on headers and query parameters. */
export function patternText(
  { of, value }: Pick<Condition, 'of' | 'value'>,
  { starPattern }: PatternRules,
): string {
  const star = value === '*' && (of === 'header' || of === 'query') && starPattern === 'present';
  return star ? '(?s).*' : value;
}
