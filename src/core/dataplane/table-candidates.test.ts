import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tables, views } from '../../../tests/properties/random-tables.ts';
import { condition, entry, routeTable } from '../../../tests/route-tables.ts';
import { joinCandidates, losersIn, winnerIn } from '../ir/candidate-list.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { Candidate, CandidateList } from '../ir/trace.ts';
import { actualOf, holds } from '../match/conditions.ts';
import { expectedOf } from '../match/operators/operators.ts';
import { viewRequest, type WholeRequestView } from '../match/request-view.ts';
import { GATEWAY_API } from '../profile/profile.ts';
import { consider, withoutWinner } from './candidates.ts';
import { decider } from './decider.ts';

const PLACE = { file: 'a.yaml', document: 0, path: '', line: 1, column: 1 };
const place = () => PLACE;

/** Compares every entry, one after the other. */
function allCandidates(table: RouteTable, view: WholeRequestView): readonly Candidate[] {
  let winner: RouteEntry | null = null;
  return table.entries.map((each): Candidate => {
    const { route, rule, ruleName, match } = each;
    const name = ruleName === null ? null : { ruleName };
    const failed = each.conditions.filter((one) => !holds(one, view));
    const misses = failed.map((one) => ({
      on: one.on,
      expected: expectedOf(one),
      actual: actualOf(one, view),
    }));
    if (failed.length > 0) return { route, rule, ...name, match, result: 'missed', misses, origin: PLACE };
    if (winner === null) {
      winner = each;
      return { route, rule, ...name, match, result: 'won', misses, origin: PLACE };
    }
    return {
      route,
      rule,
      ...name,
      match,
      result: 'lost',
      misses,
      lostBy: decider(winner, each),
      origin: PLACE,
    };
  });
}

/** Expects that a list gives the same answers as a plain list of its candidates, to the byte. */
function expectSame(list: CandidateList, plain: readonly Candidate[]): void {
  expect(JSON.stringify(list)).toBe(JSON.stringify(plain));
  expect([...list]).toEqual(plain);
  expect(list.length).toBe(plain.length);
  expect(plain.map((_, at) => list.at(at))).toEqual(plain);
  expect([list.at(-1), list.at(plain.length)]).toEqual([undefined, undefined]);
  expect(list.slice(2, 5)).toEqual(plain.slice(2, 5));
  expect(list.matches).toEqual(plain.flatMap(({ result }, at) => (result === 'missed' ? [] : [at])));
  const fewest = Math.min(...plain.map(({ misses }) => misses.length));
  expect(list.nearest()).toEqual(plain.find(({ misses }) => misses.length === fewest));
  expect(list.routes()).toEqual([...new Set(plain.map(({ route }) => route))]);
  expect(winnerIn(list)).toEqual(plain.find(({ result }) => result === 'won'));
  expect(losersIn(list)).toEqual(plain.filter(({ result }) => result === 'lost'));
}

describe('the candidates of a table', () => {
  test('are those that comparing every entry gives', () => {
    let [won, lost] = [0, 0];
    fc.assert(
      fc.property(tables, views, (table, view) => {
        const { considered, matching, winner } = consider(table, view, place);
        const plain = allCandidates(table, view);
        expectSame(considered, plain);
        const matches = plain.flatMap(({ result }, at) => (result === 'missed' ? [] : [table.entries[at]]));
        expect(matching).toEqual(matches);
        expect(winner).toBe(matches[0] ?? null);
        won += winner === null ? 0 : 1;
        lost += Math.max(0, matches.length - 1);
      }),
      { numRuns: 600 },
    );
    expect(won).toBeGreaterThan(100);
    expect(lost).toBeGreaterThan(100);
  });

  test('without a winner differ only in the first match', () => {
    fc.assert(
      fc.property(tables, views, fc.boolean(), (table, view, byHostname) => {
        const why = byHostname ? 'hostname' : 'several-routes';
        const { considered } = withoutWinner(consider(table, view, place), why);
        const plain = allCandidates(table, view).map((each): Candidate => {
          if (each.result !== 'won') return each;
          return { ...each, result: 'lost', ...(byHostname ? { lostBy: 'hostname' } : null) };
        });
        expectSame(considered, plain);
      }),
    );
  });

  test('of two tables are those of one after those of the other', () => {
    fc.assert(
      fc.property(tables, tables, views, (first, second, view) => {
        const lists = [first, second].map((table) => consider(table, view, place).considered);
        const [one, two] = lists as [CandidateList, CandidateList];
        fc.pre(one.matches.length === 0);
        expectSame(joinCandidates(one, two), [...allCandidates(first, view), ...allCandidates(second, view)]);
      }),
    );
  });

  test('cannot be cloned without being read', () => {
    const table = routeTable([entry([condition('path', 'exact', '/a')])]);
    const request = { path: '/a', method: 'GET', headers: [], query: '', protocol: 'http', host: 'a' };
    const { considered } = consider(table, viewRequest(request as unknown as SimRequest, GATEWAY_API), place);
    expect(() => structuredClone(considered)).toThrow(/could not be cloned/);
    expect(structuredClone(considered.toJSON())).toEqual([...considered]);
  });
});
