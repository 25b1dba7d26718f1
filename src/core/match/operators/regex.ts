import { patternOf, patternText } from '../condition-pattern.ts';
import type { Operator } from './operator.ts';

/**
 * A regular expression of RE2 syntax, as the profile defines it. A pattern that RE2 refuses
 * never holds.
 */
export const REGEX: Operator = {
  holds(test, actual, rules) {
    const pattern = patternOf(test, rules);
    return pattern.ok && pattern.matches(actual);
  },
  expected: (value) => `~${value}`,
  asksFor: 'pattern',
  language: (test, rules) => ({ kind: 'pattern', text: patternText(test, rules), anchor: rules.regexAnchor }),
  indexKey: () => null,
  pathType: 'pattern',
};
