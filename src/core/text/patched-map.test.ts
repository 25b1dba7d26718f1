import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patchedMap } from './patched-map.ts';

const KEY = fc.integer({ min: 0, max: 12 });
const STEP = fc.tuple(fc.array(KEY, { maxLength: 3 }), fc.array(fc.tuple(KEY, fc.nat(9)), { maxLength: 3 }));

it('has the entries of a map with the same changes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(KEY, fc.nat(9))), fc.array(STEP, { maxLength: 6 }), (first, steps) => {
      const start = new Map(first);
      const expected = new Map(start);
      let patched: ReadonlyMap<number, number> = start;
      for (const [removed, set] of steps) {
        for (const key of removed) expected.delete(key);
        for (const [key, value] of set) expected.set(key, value);
        patched = patchedMap(patched, removed, set);
      }
      const byKey = (map: ReadonlyMap<number, number>) => [...map].sort(([a], [b]) => a - b);
      expect(byKey(patched)).toEqual(byKey(expected));
      expect(patched.size).toBe(expected.size);
      expect([...patched.keys()].sort()).toEqual([...expected.keys()].sort());
      expect([...patched.values()].sort()).toEqual([...expected.values()].sort());
      for (let key = 0; key <= 12; key++) {
        expect(patched.get(key)).toBe(expected.get(key));
        expect(patched.has(key)).toBe(expected.has(key));
      }
      const seen: number[] = [];
      patched.forEach((_, key) => {
        seen.push(key);
      });
      expect(seen).toEqual([...patched.keys()]);
    }),
  );
});

it('becomes an ordinary map after many changes', () => {
  const many = Array.from({ length: 300 }, (_, at) => [at, at] as const);
  const map = patchedMap(new Map([[1, 5]]), [], many);
  expect(map).toBeInstanceOf(Map);
  expect(map.size).toBe(300);
  expect(map.get(1)).toBe(1);
});

it('keeps the position of a key', () => {
  const map = patchedMap(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    ['a'],
    [
      ['a', 3],
      ['c', 4],
    ],
  );
  expect([...map]).toEqual([
    ['a', 3],
    ['b', 2],
    ['c', 4],
  ]);
});
