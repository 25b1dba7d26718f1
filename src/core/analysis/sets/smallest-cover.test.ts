import { describe, expect, test } from 'vitest';
import { coverCell, type Product } from './box-cover.ts';
import { smallestCover } from './smallest-cover.ts';

const bits = (...values: readonly number[]): bigint =>
  values.reduce((set, value) => set | (1n << BigInt(value)), 0n);

/** Returns a smallest cover of a set of numbers by sets of numbers: the case of one dimension. */
function cover(cell: readonly number[], sets: readonly (readonly number[])[], used?: readonly number[]) {
  const products = new Map<number, Product>(sets.map((set, id) => [id, [bits(...set)]]));
  const ids = new Set(used ?? sets.keys());
  return smallestCover([bits(...cell)], products, ids, { left: 1_000_000 });
}

const upTo = (end: number) => Array.from({ length: end }, (_, at) => at);

describe('a smallest cover', () => {
  test('is one set where one is enough', () => {
    expect(
      cover(
        [0, 1, 2],
        [
          [0, 1],
          [1, 2],
          [0, 1, 2],
        ],
      ),
    ).toEqual([2]);
  });

  test('keeps the first of equal sets', () => {
    expect(
      cover(
        [0, 1],
        [
          [0, 1],
          [0, 1],
        ],
      ),
    ).toEqual([0]);
    expect(cover([0, 1], [[0], [1], [0], [1]])).toEqual([0, 1]);
  });

  test('is every set where each is needed', () => {
    expect(cover([0, 1, 2], [[0], [1], [2]])).toEqual([0, 1, 2]);
  });

  test('leaves out contained sets before it counts them', () => {
    const single = upTo(15).map((each) => [each]);
    // Two halves cover what fifteen sets of one value cover together.
    expect(cover(upTo(15), [...single, upTo(8), upTo(15).slice(8)])).toEqual([15, 16]);
    // Only the part within the cell counts.
    expect(cover(upTo(15), [...single.map((each) => [...each, 20]), upTo(8), upTo(15).slice(8)])).toEqual([
      15, 16,
    ]);
  });

  test('is irreducible where there are too many sets to try them all', () => {
    const pairs = upTo(15).map((each) => [each, each + 1]);
    const [id, ...ids] = cover(upTo(16), [[0, 4, 8], ...pairs]);
    // The first set covers nothing that the others leave.
    expect([id, ...ids]).toEqual([1, 3, 5, 7, 9, 11, 13, 15]);
    const kept = [0, 2, 4, 6, 8, 10, 12, 14];
    expect(cover(upTo(16), pairs)).toEqual(kept);
    // A last set, or another order of the sets, does not change the result.
    expect(cover(upTo(16), [...pairs, [2, 4]])).toEqual(kept);
    expect(cover(upTo(16), pairs, upTo(15).reverse())).toEqual(kept);
  });

  test('counts equal sets once before it tries them all', () => {
    const single = upTo(8).map((each) => [each]);
    const again = upTo(8).map((each) => each + 8);
    expect(cover(upTo(8), [...single, ...single], again)).toEqual(upTo(8));
  });

  test('begins with the sets that the proof needed', () => {
    const pairs = upTo(15).map((each) => [each, each + 1]);
    expect(cover(upTo(16), [...pairs, [0, 15]], upTo(15))).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
  });

  test('is irreducible where the budget ends', () => {
    const products = new Map<number, Product>(
      [
        [0, [bits(0)]],
        [1, [bits(1)]],
        [2, [bits(0, 1)]],
      ].map(([id, set]) => [id as number, set as Product]),
    );
    expect(
      smallestCover([bits(0, 1, 2)], new Map([...products, [3, [bits(2)]]]), new Set([2, 3]), { left: 0 }),
    ).toEqual([2, 3]);
  });
});

describe('a cover of a box', () => {
  const product = (a: readonly number[], b: readonly number[]): Product => [bits(...a), bits(...b)];
  const ask = (products: readonly Product[], left = 1000) =>
    coverCell(product([0, 1], [0, 1]), new Map(products.entries()), { left });

  test('takes pieces in several dimensions', () => {
    expect(ask([product([0], [0, 1]), product([1], [0]), product([1], [1, 2])])).toEqual({
      covered: true,
      used: new Set([0, 1, 2]),
    });
  });

  test('names a piece that nothing takes', () => {
    expect(ask([product([0], [0, 1]), product([1], [0])])).toEqual({
      covered: false,
      rest: product([1], [1]),
    });
    expect(ask([])).toEqual({ covered: false, rest: product([0, 1], [0, 1]) });
  });

  test('has no answer where the budget ends', () => {
    expect(ask([product([0, 1], [0, 1])], 0)).toEqual({ covered: null });
  });
});
