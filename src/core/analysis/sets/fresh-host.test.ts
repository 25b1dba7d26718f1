import { expect, test } from 'vitest';
import { freshHost, freshHostBelow } from './fresh-host.ts';

test.each<[readonly string[], string]>([
  [[], 'other.example'],
  [['a.example', '*.com'], 'other.example'],
  [['*.example'], 'other.example2'],
  [['other.example', '*.example2'], 'other.example3'],
])('no name of %j has the fresh host', (names, host) => {
  expect(freshHost('other', names)).toBe(host);
});

test.each<[readonly string[], string]>([
  [['*.shop.example'], 'other.shop.example'],
  [['*.shop.example', 'other.shop.example'], 'other2.shop.example'],
  [['*.shop.example', '*.example'], 'other.shop.example'],
  [['*.shop.example', 'other.shop.example', 'other2.shop.example'], 'other3.shop.example'],
])('no narrower name of %j has the fresh host below a wildcard', (names, host) => {
  expect(freshHostBelow('*.shop.example', 'other', names)).toBe(host);
});
