import type { Operator } from './operator.ts';
import { lowered, textPattern } from './text-pattern.ts';

/** The start of the value, character by character: `/foo` covers `/foobar` (Istio 6.6). */
export const PREFIX: Operator = {
  holds: ({ value, ignoreCase }, actual) =>
    ignoreCase === true ? lowered(actual).startsWith(lowered(value)) : actual.startsWith(value),
  expected: (value) => `${value}…`,
  asksFor: 'pattern',
  language: ({ value, ignoreCase }) => ({
    kind: 'pattern',
    text: textPattern(value, '.*', ignoreCase === true),
    anchor: 'full',
  }),
  indexKey: () => null,
  pathType: 'prefix',
};
