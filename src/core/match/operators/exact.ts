import type { Operator } from './operator.ts';

/** The value itself. */
export const EXACT: Operator = {
  holds: ({ value }, actual) => actual === value,
  expected: (value) => value,
  asksFor: 'value',
  language: ({ value }) => ({ kind: 'value', value }),
  indexKey: (value) => ({ kind: 'value', value }),
  pathType: 'exact',
};
