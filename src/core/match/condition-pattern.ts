import type { Condition } from '../ir/condition.ts';
import type { Profile } from '../profile/profile.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** The part of a profile that defines the meaning of a pattern. */
export type PatternRules = Pick<Profile, 'regexAnchor' | 'patternUnit' | 'starPattern'>;

/** Returns the pattern of a condition under a profile. */
export function patternOf(condition: Pick<Condition, 'of' | 'value'>, rules: PatternRules): Pattern {
  return compilePattern(patternText(condition, rules), rules.regexAnchor, rules.patternUnit);
}

/**
 * Returns the text of a pattern as the engine reads it. In some profiles, `*` on headers and query parameters
 * means "is present".
 */
export function patternText(
  { of, value }: Pick<Condition, 'of' | 'value'>,
  rules: Pick<PatternRules, 'starPattern'>,
): string {
  const star = value === '*' && (of === 'header' || of === 'query') && rules.starPattern === 'present';
  return star ? '(?s).*' : value;
}
