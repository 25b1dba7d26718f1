import { expect, test } from 'vitest';
import { freeName } from './free-name.ts';

test.each<readonly [words: readonly string[], taken: readonly string[], name: string]>([
  [['smiley', 'route'], [], 'smiley-route'],
  [['smiley', 'route'], ['smiley-route'], 'smiley-route-2'],
  [['smiley', 'route'], ['smiley-route', 'smiley-route-2', 'smiley-route-4'], 'smiley-route-3'],
  [['api.v1', 'route'], [], 'api-v1-route'],
  [['*.Example.COM', 'route'], [], 'example-com-route'],
  [['-a--b-'], [], 'a-b'],
  [['שלום'], [], 'new'],
  [['שלום'], ['new'], 'new-2'],
  [['x'.repeat(80), 'route'], [], 'x'.repeat(63)],
  [['x'.repeat(80)], ['x'.repeat(63)], `${'x'.repeat(61)}-2`],
  [[`${'x'.repeat(62)}.y`], [], 'x'.repeat(62)],
])('the free name of %j, with %j taken, is %j', (words, taken, name) => {
  expect(freeName(words, new Set(taken))).toBe(name);
  expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
});
