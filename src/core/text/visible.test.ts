import { expect, test } from 'vitest';
import { hasInvisible, visible } from './visible.ts';
import { visibleData, visibleJSON } from './visible-data.ts';

test.each([
  ['plain text, 繁體中文, é and 😀', 'plain text, 繁體中文, é and 😀'],
  ['a\u001b[31mred', 'a\\u{1B}[31mred'],
  ['line\nbreak\r\ttab', 'line\\nbreak\\r\\ttab'],
  ['\u0085\u009b\u007f', '\\u{85}\\u{9B}\\u{7F}'],
  ['\u202eevil\u2066x', '\\u{202E}evil\\u{2066}x'],
  ['\u2028\u2029\ufffe\uffff', '\\u{2028}\\u{2029}\\u{FFFE}\\u{FFFF}'],
  ['\ud800', '\\u{D800}'],
])('%j is printed as %j', (text, printed) => {
  expect(visible(text)).toBe(printed);
  expect(hasInvisible(text)).toBe(text !== printed);
});

test('data is made visible with its keys, and JSON represents the same data', () => {
  const data = { 'a\u001b': ['b\n', 1, null, { c: '\u2028' }], __proto__x: true };
  expect(visibleData(data)).toEqual({ 'a\\u{1B}': ['b\\n', 1, null, { c: '\\u{2028}' }], __proto__x: true });
  expect(JSON.parse(visibleJSON(data))).toEqual(data);
  expect(visibleJSON(data)).not.toMatch(/[\u001b\u2028]/);
});
