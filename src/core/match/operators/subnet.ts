import { isInSubnet, subnetPattern } from '../subnet.ts';
import type { Operator } from './operator.ts';

/** An IP address, or a range in CIDR notation (I-716). */
export const SUBNET: Operator = {
  holds: (test, actual) => isInSubnet(test.value, actual),
  expected: (value) => `∈ ${value}`,
  asksFor: 'pattern',
  language(test) {
    const text = subnetPattern(test.value);
    return text === null ? { kind: 'unknown' } : { kind: 'pattern', text, anchor: 'full' };
  },
  indexKey: () => null,
  pathType: null,
};
