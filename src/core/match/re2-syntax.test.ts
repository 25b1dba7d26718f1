import { describe, expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';
import { inEngineSyntax } from './re2-syntax.ts';

describe('patterns of RE2 in the words of the engine', () => {
  test.each([
    ['a\\C', 'a[\\x00-\\x7f]'],
    ['\\C*', '(?s:.)*'],
    ['\\Q\\C\\E', '\\Q\\C\\E'],
    ['(?P<n>a)(?P<n>b)', '(a)(b)'],
    ['(?<n>a)(?:b)', '(a)(?:b)'],
    ['[(?P<n>]', '[(?P<n>]'],
    ['[]\\pL[:alpha:]](?P<n>x)', '[]\\pL[:alpha:]](x)'],
    ['\\\\C', '\\\\C'],
    ['\\x{1F600}', '\\x{1F600}'],
  ])('%s', (source, expected) => {
    expect(inEngineSyntax(source, 'characters')).toBe(expected);
  });

  test.each([
    '\\p{Emoji}',
    '\\p{Alphabetic}',
    '\\p{Assigned}',
    '\\p{Cn}',
    '\\p{LC}',
    '\\p{Garay}',
    '\\P{^Math}',
    '\\p{greek}',
  ])('%s is refused, as RE2 does', (source) => {
    expect(compilePattern(source, 'full').ok).toBe(false);
  });

  test.each(['\\p{Greek}', '\\pL', '\\p{Lu}', '\\p{^Han}', '\\p{Any}', '\\p{Old_South_Arabian}'])(
    '%s is taken',
    (source) => {
      expect(compilePattern(source, 'full').ok).toBe(true);
    },
  );

  test.each([
    ['.', 'é', false],
    ['..', 'é', true],
    ['é', 'é', true],
    ['[é]', 'é', false],
    ['\\pL', '日', false],
    ['\\C\\C\\C', '日', true],
    ['.', 'e', true],
  ])('over bytes %s matches %s: %s', (source, value, expected) => {
    const pattern = compilePattern(source, 'full', 'bytes');
    expect(pattern.ok && pattern.matches(value)).toBe(expected);
  });

  test('over bytes there is no character beyond one byte', () => {
    expect(compilePattern('\\x{1F600}', 'full', 'bytes').ok).toBe(false);
    expect(compilePattern('\\x{ff}', 'full', 'bytes').ok).toBe(true);
    expect(compilePattern('\\x{1F600}', 'full', 'characters').ok).toBe(true);
  });
});
