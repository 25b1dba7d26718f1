import { expect, test } from 'vitest';
import { own, put } from './own.ts';

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a name like others', (name) => {
  const table: Record<string, number> = { other: 1 };
  expect(own(table, name)).toBe(undefined);
  put(table, name, 2);
  expect(own(table, name)).toBe(2);
  expect(Object.keys(table)).toEqual(['other', name]);
  expect(Object.getPrototypeOf(table)).toBe(Object.prototype);
});

test('a table that is missing has no keys', () => {
  expect(own(undefined, 'a')).toBe(undefined);
  expect(own(null, 'a')).toBe(undefined);
});
