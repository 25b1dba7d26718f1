import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

/** An ideograph has the width of two Latin letters. */
const measure = (text: string) =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);

/** Each case: a text, the width of a line, and the lines. */
const CASES: readonly (readonly [text: string, width: number, lines: readonly string[]])[] = [
  ['', 10, []],
  ['one line', 10, ['one line']],
  ['two words', 6, ['two', 'words']],
  ['a space at the limit', 7, ['a space', 'at the', 'limit']],
  ['averylongword', 5, ['avery', 'longw', 'ord']],
  ['see averylongword', 5, ['see', 'avery', 'longw', 'ord']],
  ['消費者路由接收請求', 8, ['消費者路', '由接收請', '求']],
  ['接收請求，轉送', 8, ['接收請', '求，轉送']],
  ['由 smiley-route 接收', 12, ['由', 'smiley-route', '接收']],
  ['😀😀😀', 4, ['😀😀', '😀']],
  ['ab', 0, ['a', 'b']],
];

for (const [text, width, lines] of CASES) {
  test(`${text || 'nothing'} in ${width}`, () => {
    expect(wrapLines(text, width, measure)).toEqual(lines);
  });
}

test('no character is lost, and no line is too wide', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', ' ', '消', '，', '😀', 'long-word/with.parts'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (value, width) => {
      const lines = wrapLines(value, width, measure);
      expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(width, 2));
    }),
  );
});
