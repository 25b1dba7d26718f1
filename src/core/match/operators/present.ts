import type { Operator } from './operator.ts';

/** Every value, also an empty one (Istio 6.8). A part that is missing does not pass. */
export const PRESENT: Operator = {
  holds: () => true,
  expected: () => '*',
  asksFor: 'pattern',
  language: () => ({ kind: 'pattern', text: '(?s).*', anchor: 'full' }),
  indexKey: () => null,
  pathType: null,
};
