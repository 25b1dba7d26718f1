import { describe, expect, test } from 'vitest';
import { fitsRawQuery } from '../ir/raw-query.ts';
import { readQuery } from './query.ts';
import { writeParameter } from './write-parameter.ts';

describe('query strings', () => {
  test.each([
    ['q', '1,2', 'q=1,2'],
    ['q', 'a/b?c:d@e', 'q=a/b?c:d@e'],
    ['q', 'a=b', 'q=a=b'],
    ['a=b', '1', 'a%3Db=1'],
    ['q', 'a b+c&d#e%f', 'q=a%20b%2Bc%26d%23e%25f'],
    ['q', 'é', 'q=%C3%A9'],
    ['q', '\ud800', 'q=%EF%BF%BD'],
  ])('%s: %s is written %s, encoding only what a query cannot hold', (name, value, written) => {
    expect(writeParameter(name, value, 'form')).toBe(written);
    if (value !== '\ud800') expect(readQuery(written, 'form')).toEqual(new Map([[name, [value]]]));
  });

  test('as it is written nothing is decoded', () => {
    expect(readQuery('q=a%20b&q=a+b&r', 'raw')).toEqual(
      new Map([
        ['q', ['a%20b', 'a+b']],
        ['r', ['']],
      ]),
    );
    expect(writeParameter('q', 'a%20b', 'raw')).toBe('q=a%20b');
  });

  test.each([
    ['1,2', true],
    ['a=b', true],
    ['', true],
    ['a b', false],
    ['a&b', false],
    ['a#b', false],
    ['é', false],
  ])('a URL can carry the value %s: %s', (value, expected) => {
    expect(fitsRawQuery(value, 'value')).toBe(expected);
  });

  test('a name has no equals sign and is not empty', () => {
    expect(fitsRawQuery('a=b', 'name')).toBe(false);
    expect(fitsRawQuery('', 'name')).toBe(false);
    expect(fitsRawQuery('a[]', 'name')).toBe(true);
  });
});
