import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from './text-change.ts';

const apply = (text: string, change: ReturnType<typeof changeBetween>) =>
  change === null ? text : text.slice(0, change.start) + change.text + text.slice(change.end);

describe('changeBetween', () => {
  it.each([
    ['port: 80', 'port: 8080', { start: 8, end: 8, text: '80' }],
    ['abc', 'abc', null],
    ['aXb', 'aYb', { start: 1, end: 2, text: 'Y' }],
    ['', 'new', { start: 0, end: 0, text: 'new' }],
    ['a\r\nb', 'a\nb', { start: 1, end: 3, text: '\n' }],
  ])('%j → %j', (from, to, change) => {
    expect(changeBetween(from, to)).toEqual(change);
  });

  it('converts the old text into the new one, and splits no pair', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁', '\ud83d') });
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(apply(from, changeBetween(from, to))).toBe(to);
      }),
    );
  });
});
