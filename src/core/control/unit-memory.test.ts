import { expect, test } from 'vitest';
import { grantsRead, type ReadKey, serviceRead } from '../resource/read-keys.ts';
import { type Unit, UnitMemory } from './unit-memory.ts';

const CART = serviceRead('shop/cart');
const BILL = serviceRead('shop/bill');
const GRANTS = grantsRead('shop');
const unit = (...keys: ReadKey[]): Unit => ({ reads: () => keys });

const A = unit(CART);
const B = unit(CART, GRANTS);
const MEMORY = new UnitMemory<string, Unit>(
  new Map([
    ['a', A],
    ['b', B],
    ['c', unit(BILL)],
    ['d', unit()],
  ]),
);

test('a memory finds the readers of keys', () => {
  expect([...MEMORY.readersOf(new Set())]).toEqual([]);
  expect([...MEMORY.readersOf(new Set([CART]))]).toEqual(['a', 'b']);
  expect([...MEMORY.readersOf(new Set([GRANTS, BILL]))]).toEqual(['b', 'c']);
  expect([...MEMORY.readersOf(new Set([serviceRead('web/cart')]))]).toEqual([]);
  expect(new UnitMemory().readersOf(new Set([CART])).size).toBe(0);
});

test('a changed memory forgets and adds, and leaves the earlier one as it is', () => {
  const more = unit(BILL);
  const changed = MEMORY.changed(
    ['a', 'none'],
    [
      ['c', more],
      ['e', A],
    ],
  );
  expect([...changed.entries()].map(([subject]) => subject)).toEqual(['b', 'c', 'd', 'e']);
  expect([changed.get('a'), changed.get('b'), changed.get('c')]).toEqual([undefined, B, more]);
  expect(MEMORY.get('a')).toBe(A);
  expect(MEMORY.get('e')).toBeUndefined();
});
