import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, condition, entry } from '../../../../tests/route-tables.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { twinEntries } from './twin-entries.ts';

const path = (value: string): RouteEntry => entry([condition('path', 'path-prefix', value)]);
const table = (letters: string): RouteEntry[] => [...letters].map((letter) => path(`/${letter}`));

describe('entries with equal conditions in the same relative order', () => {
  it.each<[string, string, string, [number, number][]]>([
    ['no entries', '', '', []],
    ['the same entries', 'abc', 'abc', [[0, 0], [1, 1], [2, 2]]], // biome-ignore format: pairs on one line
    ['one more entry', 'abc', 'axbc', [[0, 0], [1, 2], [2, 3]]], // biome-ignore format: pairs on one line
    ['one entry less', 'abc', 'ac', [[0, 0], [2, 1]]], // biome-ignore format: pairs on one line
    ['an entry that moved to the end', 'abc', 'bca', [[1, 0], [2, 1]]], // biome-ignore format: pairs on one line
    ['nothing in common', 'ab', 'xy', []],
    ['the same entry twice', 'aa', 'aba', [[0, 0], [1, 2]]], // biome-ignore format: pairs on one line
  ])('%s', (_what, before, after, pairs) => {
    expect([...twinEntries(table(before), table(after))]).toEqual(pairs);
  });

  it('compares conditions without their order, and the kind of requests', () => {
    const [a, b] = [condition('path', 'exact', '/a'), condition('method', 'exact', 'GET')];
    expect(twinEntries([entry([a, b])], [entry([b, a])]).size).toBe(1);
    expect(twinEntries([entry([a])], [entry([b])]).size).toBe(0);
    expect(twinEntries([entry([a])], [call([a])]).size).toBe(0);
    // The opposite of a condition, and one that ignores letter case, are other questions.
    expect(twinEntries([entry([a])], [entry([{ ...a, negated: true }])]).size).toBe(0);
    expect(twinEntries([entry([a])], [entry([{ ...a, ignoreCase: true }])]).size).toBe(0);
  });

  it('have equal conditions and rise on both sides; no list of distinct entries is longer', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdefgh')).map((each) => each.join(''));
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const pairs = [...twinEntries(table(before), table(after))];
        for (const [from, to] of pairs) expect(before[from]).toBe(after[to]);
        const rises = (list: readonly number[]) =>
          list.every((value, at) => at === 0 || value > Number(list[at - 1]));
        expect(rises(pairs.map(([from]) => from)) && rises(pairs.map(([, to]) => to))).toBe(true);
        expect(pairs.length).toBe(longestCommon(before, after));
      }),
    );
  });
});

/** Returns the length of the longest common subsequence, from its definition. */
function longestCommon(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a[0] === b[0]) return 1 + longestCommon(a.slice(1), b.slice(1));
  return Math.max(longestCommon(a.slice(1), b), longestCommon(a, b.slice(1)));
}
