import { describe, expect, test } from 'vitest';
import { condition, entry } from '../../../../tests/route-tables.ts';
import type { Finding } from '../../findings/finding.ts';
import type { RankKey, RouteEntry } from '../../ir/table.ts';
import type { EntryReach } from '../questions/reach.ts';
import { checkReach } from './check-reach.ts';

const match = (rule: number, at: number, more: Partial<RouteEntry> = {}) =>
  entry([], { rule, match: at, ...more });

function dead(of: RouteEntry, blockers: readonly RouteEntry[], differentOutcome = false): EntryReach {
  return { entry: of, reach: 'dead', witness: null, blockers, differentOutcome };
}

function alive(of: RouteEntry, reach: EntryReach['reach'] = 'reachable'): EntryReach {
  return { entry: of, reach, witness: null, blockers: [], differentOutcome: false };
}

function findings(...tables: readonly (readonly EntryReach[])[]): readonly Finding[] {
  const found: Finding[] = [];
  checkReach(tables, (finding) => found.push(finding));
  return found;
}

describe('findings about rules that nothing reaches', () => {
  test('tell a rule from a match of it', () => {
    const taker = match(0, 0);
    expect(findings([alive(taker), dead(match(1, 0), [taker])]).map(({ code }) => code)).toEqual([
      'rule-never-reached',
    ]);
    expect(
      findings([alive(taker), dead(match(1, 0), [taker]), alive(match(1, 1))]).map(({ code, args }) => [
        code,
        args.match,
      ]),
    ).toEqual([['match-never-reached', 0]]);
  });

  test.each([
    [true, 'different'],
    [false, 'same'],
  ])('say whether something else happens to the requests: %s', (differs, effect) => {
    const taker = match(0, 0);
    const [rule] = findings([alive(taker), dead(match(1, 0), [taker], differs)]);
    expect(rule?.args.effect).toBe(effect);
    const [single] = findings([alive(taker), dead(match(1, 0), [taker], differs), alive(match(1, 1))]);
    expect(single?.args.effect).toBe(effect);
  });

  test('say that something else happens where it does for one of several matches, or in one of several tables', () => {
    const taker = match(0, 0);
    const [of] = findings([dead(match(1, 0), [taker]), dead(match(1, 1), [taker], true)]);
    expect(of?.args.effect).toBe('different');
    const both = [[dead(match(1, 0), [taker], true)], [dead(match(1, 0), [taker])]];
    expect(findings(...both)[0]?.args.effect).toBe('different');
  });

  test.each([
    [1, 'HTTPRoute/shop/r rule 0 match 0'],
    [3, 'HTTPRoute/shop/r rule 0 match 0, HTTPRoute/shop/r rule 0 match 1, HTTPRoute/shop/r rule 0 match 2'],
    [
      4,
      'HTTPRoute/shop/r rule 0 match 0, HTTPRoute/shop/r rule 0 match 1, HTTPRoute/shop/r rule 0 match 2 (+1)',
    ],
    [
      6,
      'HTTPRoute/shop/r rule 0 match 0, HTTPRoute/shop/r rule 0 match 1, HTTPRoute/shop/r rule 0 match 2 (+3)',
    ],
  ])('name three of %i blockers and count the rest', (count, names) => {
    const takers = Array.from({ length: count }, (_, at) => match(0, at));
    const [found] = findings([dead(match(1, 0), takers)]);
    expect(found?.args.blockers).toBe(names);
    expect(found?.related).toHaveLength(count);
  });

  test('are none for what another table reaches, for what is unknown, and for what no request satisfies', () => {
    const taker = match(0, 0);
    expect(findings([dead(match(1, 0), [taker])], [alive(match(1, 0))])).toEqual([]);
    expect(findings([alive(match(1, 0), 'unknown')])).toEqual([]);
    expect(findings([dead(match(1, 0), [])])).toEqual([]);
  });

  const age = (value: string | null): RankKey => ({ by: 'age', prefer: 'lesser', value });
  const other = { route: 'HTTPRoute/shop/s' };
  test.each<[string, Partial<RouteEntry>, Partial<RouteEntry>, string]>([
    ['nothing', {}, {}, ''],
    ['age of other routes', { rank: [age(null)] }, { ...other, rank: [age('2')] }, 'age'],
    ['known ages', { rank: [age('1')] }, { ...other, rank: [age('2')] }, ''],
    ['age within a route', { rank: [age(null)] }, { rank: [age('2')] }, ''],
    [
      'the type of a path',
      {
        conditions: [condition('path', 'regex', '/.*')],
        rank: [{ by: 'exact-path', prefer: 'greater', value: 1 }],
      },
      {
        conditions: [condition('path', 'path-prefix', '/a')],
        rank: [{ by: 'exact-path', prefer: 'greater', value: 0 }],
      },
      'regexRank',
    ],
    [
      'the length of a pattern',
      {
        conditions: [condition('path', 'regex', '/.*')],
        rank: [{ by: 'path-length', prefer: 'greater', value: 3 }],
      },
      {
        conditions: [condition('path', 'path-prefix', '/a')],
        rank: [{ by: 'path-length', prefer: 'greater', value: 2 }],
      },
      'regexRank',
    ],
    [
      'the length of a prefix',
      {
        conditions: [condition('path', 'path-prefix', '/a')],
        rank: [{ by: 'path-length', prefer: 'greater', value: 3 }],
      },
      {
        conditions: [condition('path', 'path-prefix', '/a')],
        rank: [{ by: 'path-length', prefer: 'greater', value: 2 }],
      },
      '',
    ],
  ])('name what the specification leaves open: %s', (_, blocker, blocked, open) => {
    const [found] = findings([dead(match(1, 0, blocked), [match(0, 0, blocker)])]);
    expect(found?.args.open).toBe(open);
  });
});
