import type { PatternRules } from './condition-pattern.ts';
import type { Test } from './operators/operator.ts';
import { languageOfTest } from './operators/operators.ts';
import { compilePattern } from './pattern.ts';

/**
 * Returns the reason why RE2 refuses the pattern of a test. Returns null if RE2 accepts it, or
 * if the test has no pattern.
 */
export function whyPatternIsRefused(test: Test, rules: PatternRules): string | null {
  const language = languageOfTest(test, rules);
  if (language.kind !== 'pattern') return null;
  const pattern = compilePattern(language.text, language.anchor, rules.patternUnit);
  return pattern.ok ? null : pattern.reason;
}
