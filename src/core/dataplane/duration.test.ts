import { expect, test } from 'vitest';
import { printDuration, readDuration } from './duration.ts';

test.each([
  [0, '0s'],
  [80, '80ms'],
  [2000, '2s'],
  [1500, '1s500ms'],
  [90_250, '1m30s250ms'],
  [3_600_000, '1h'],
])('%d milliseconds are %s, and are read back', (milliseconds, text) => {
  expect(printDuration(milliseconds)).toBe(text);
  expect(readDuration(text)).toBe(milliseconds);
});
