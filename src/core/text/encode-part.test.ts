import { expect, test } from 'vitest';
import { encodePart } from './encode-part.ts';

test.each([
  ['a b&c', 'a%20b%26c'],
  ['é😀', '%C3%A9%F0%9F%98%80'],
  ['a\ud800', 'a%EF%BF%BD'],
  ['\udfffa', '%EF%BF%BDa'],
])('%j', (text, encoded) => expect(encodePart(text)).toBe(encoded));
