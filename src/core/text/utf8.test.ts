import { expect, test } from 'vitest';
import { fromBytes } from './from-bytes.ts';
import { isASCII, toBytes } from './utf8.ts';

test.each([
  ['a', 'a'],
  ['é', '\xc3\xa9'],
  ['日', '\xe6\x97\xa5'],
  ['😀', '\xf0\x9f\x98\x80'],
])('%s and back', (text, bytes) => {
  expect(toBytes(text)).toBe(bytes);
  expect(fromBytes(bytes)).toBe(text);
  expect(isASCII(text)).toBe(text === 'a');
});

test.each(['\xc3', '\xa9', '\xc0\xaf', '\xff', '\xe6\x97', '\xf5\x80\x80\x80'])('%j is no UTF-8', (bytes) => {
  expect(fromBytes(bytes)).toBe(null);
});
