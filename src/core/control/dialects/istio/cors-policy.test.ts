import { expect, test } from 'vitest';
import { secondsOf } from './cors-policy.ts';

test.each([
  ['24h', 86_400],
  ['1h30m', 5400],
  ['1.5m', 90],
  ['1500ms', 1.5],
  ['0s', 0],
  ['86400', null],
  ['1d', null],
  ['', null],
])('the seconds of %j are %s', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
