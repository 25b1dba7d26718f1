import { describe, expect, it } from 'vitest';
import { condition, entry, snapshotOf, sourceOf } from '../../../../tests/route-tables.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { EmptyPairs, NO_ENTRY, type Places } from './empty-pairs.ts';

const SNAPSHOT = snapshotOf(`kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: cart}], rules: [{}]}
`);

const header = (name: string): RouteEntry => entry([condition('header', 'exact', '1', name)]);
const table = (letters: string): RouteEntry[] => [...letters].map(header);
const headers = (...names: string[]): RouteEntry =>
  entry(names.map((name) => condition('header', 'exact', '1', name)));
const pattern = (value: string): RouteEntry => entry([condition('path', 'regex', value)]);

function pairsOf(before: readonly RouteEntry[], after: readonly RouteEntry[], patterns = false): EmptyPairs {
  return new EmptyPairs(before, after, sourceOf(SNAPSHOT), patterns);
}

/** Returns the pairs that are not known to be empty, as text. */
function open(pairs: EmptyPairs, before: readonly RouteEntry[], after: readonly RouteEntry[]): string[] {
  return before.flatMap((_, old) =>
    after.flatMap((_, fresh) => (pairs.has(old, fresh) ? [] : [`${old}${fresh}`])),
  );
}

describe('pairs of entries that win no common request', () => {
  it.each<[string, string, string, string[]]>([
    ['the same order: each with itself', 'ab', 'ab', ['00', '11']],
    [
      'the reversed order: each with those that were below it',
      'abc',
      'cba',
      ['00', '01', '02', '10', '11', '20'],
    ],
    ['a new entry: with those below it', 'ab', 'axb', ['00', '11', '12']],
    ['an entry that is gone: with those below it', 'axb', 'ab', ['00', '11', '21']],
    ['the same entry twice: the first one', 'aba', 'ba', ['00', '01', '10']],
    ['nothing in common: all', 'ab', 'xy', ['00', '01', '10', '11']],
  ])('%s', (_what, before, after, expected) => {
    const [old, fresh] = [table(before), table(after)];
    expect(open(pairsOf(old, fresh), old, fresh)).toEqual(expected);
  });

  it('have no entry on one side if an entry of that side has equal conditions', () => {
    const pairs = pairsOf(table('ab'), table('ac'));
    expect(pairs.has(0, NO_ENTRY)).toBe(true);
    expect(pairs.has(1, NO_ENTRY)).toBe(false);
    expect(pairs.has(NO_ENTRY, 0)).toBe(true);
    expect(pairs.has(NO_ENTRY, 1)).toBe(false);
    expect(pairs.has(NO_ENTRY, NO_ENTRY)).toBe(false);
  });

  const wide = headers('z');
  const narrow = headers('z', 'n');
  const other = headers('o');
  it.each<[string, RouteEntry[], RouteEntry[], Places, Places, string[]]>([
    [
      'an entry after that matches all requests of the one before',
      [narrow],
      [wide, other],
      [0, 1],
      [0, 0],
      ['00'],
    ],
    [
      'an entry before that matches all requests of the one after',
      [wide, other],
      [narrow],
      [1, 0],
      [0, 0],
      ['00'],
    ],
    [
      'an entry before that matches all requests of another one before',
      [wide, narrow],
      [other],
      [1, 0],
      [0, 0],
      ['00'],
    ],
    [
      'an entry after that matches all requests of another one after',
      [other],
      [wide, narrow],
      [0, 1],
      [0, 0],
      ['00'],
    ],
    [
      'an entry that matches some requests of both',
      [narrow],
      [headers('n', 'o'), other],
      [0, 1],
      [0, 0],
      ['00', '01'],
    ],
  ])('learns from %s', (_what, before, after, pair, winners, expected) => {
    const pairs = pairsOf(before, after);
    expect(open(pairs, before, after).length).toBe(before.length * after.length);
    pairs.learn(pair, winners);
    expect(open(pairs, before, after)).toEqual(expected);
  });

  it('learns about patterns whose values another pattern includes', () => {
    const [before, after] = [[pattern('/a/b.*')], [pattern('/a.*'), pattern('/.*/b')]];
    const asTexts = pairsOf(before, after);
    asTexts.learn([0, 1], [0, 0]);
    expect(open(asTexts, before, after)).toEqual(['00', '01']);
    const asLanguages = pairsOf(before, after, true);
    asLanguages.learn([0, 1], [0, 0]);
    expect(open(asLanguages, before, after)).toEqual(['00']);
    const apart = [pattern('/a/c.*'), pattern('/.*/b')];
    const partly = pairsOf(before, apart, true);
    partly.learn([0, 1], [0, 0]);
    expect(open(partly, before, apart)).toEqual(['00', '01']);
  });
});
