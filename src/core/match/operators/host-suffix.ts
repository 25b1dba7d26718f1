import { coversHost } from '../../ir/host-pattern.ts';
import type { Operator } from './operator.ts';

/** A wildcard hostname: `*.example.com` covers one or more labels in front of `.example.com`. */
export const HOST_SUFFIX: Operator = {
  holds: ({ value }, actual) => coversHost(value, actual),
  expected: (value) => value,
  asksFor: 'host-suffix',
  language: ({ value }) => ({ kind: 'host-suffix', suffix: value.slice(1) }),
  indexKey: () => null,
  pathType: null,
};
