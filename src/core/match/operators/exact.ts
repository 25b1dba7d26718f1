import type { Operator } from './operator.ts';
import { sameText, textPattern } from './text-pattern.ts';

/** The value itself. */
export const EXACT: Operator = {
  holds: ({ value, ignoreCase }, actual) =>
    ignoreCase === true ? sameText(actual, value) : actual === value,
  expected: (value) => value,
  asksFor: 'value',
  language: ({ value, ignoreCase }) =>
    ignoreCase === true
      ? { kind: 'pattern', text: textPattern(value, '', true), anchor: 'full' }
      : { kind: 'value', value },
  indexKey: (value) => ({ kind: 'value', value }),
  pathType: 'exact',
};
