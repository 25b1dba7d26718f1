import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseReach, type TableReach } from '../../src/core/answers/table-reach.ts';
import { analyse, decideRequest, type Snapshot } from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { everyRequest, expectedReach, satisfied, takeAll } from './every-request.ts';
import { routes, SERVICE, toText } from './random-mesh.ts';
import {
  NARROW,
  narrowMatch,
  PLAIN,
  patternMatch,
  requestTo,
  routeOf,
  WITH_PATTERNS,
} from './small-worlds.ts';

const BASE = requestTo('prod', 80);

function load(documents: readonly unknown[]): Snapshot {
  return analyse([{ file: 'a.yaml', text: toText(documents) }]);
}

/**
 * Compares a table's analysis with the definition over all requests. Returns the number of entries of each
 * kind.
 */
function compare(
  { table, entries, unmatched }: TableReach,
  requests: readonly SimRequest[],
  snapshot: Snapshot,
  seen: Map<string, number>,
): void {
  const sets = satisfied(table, requests);
  const expected = expectedReach(table, sets);
  expect(entries.map((each) => ({ reach: each.reach, blockers: each.blockers.length }))).toEqual(expected);
  const everything = (1n << BigInt(requests.length)) - 1n;
  const rejects = sets.reduce((all, set) => all | set, 0n) === everything ? 'none' : 'some';
  expect(unmatched.rejects).toBe(rejects);
  expect(unmatched.requests.length > 0).toBe(rejects === 'some');
  for (const { request } of unmatched.requests) {
    expect(decideRequest(snapshot, request).entry).toBe(null);
  }
  seen.set(`rejects ${rejects}`, (seen.get(`rejects ${rejects}`) ?? 0) + 1);
  for (const { entry, reach, witness, blockers } of entries) {
    seen.set(reach, (seen.get(reach) ?? 0) + 1);
    if (blockers.length > 1) seen.set('several blockers', (seen.get('several blockers') ?? 0) + 1);
    expect(witness === null).toBe(reach === 'dead');
    if (witness !== null) expect(decideRequest(snapshot, witness).entry).toBe(entry);
    if (reach !== 'dead') continue;
    expect(takeAll(entry, blockers, table, sets)).toBe(true);
    for (const left of blockers) {
      expect(
        takeAll(
          entry,
          blockers.filter((each) => each !== left),
          table,
          sets,
        ),
      ).toBe(false);
    }
  }
}

describe('the reach of an entry', () => {
  test('agrees with every possible request: exact values, prefixes, methods, headers, query', () => {
    const requests = everyRequest(PLAIN, BASE);
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(routes, (manifests) => {
        const snapshot = load([SERVICE, ...manifests]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 400 },
    );
    for (const kind of ['reachable', 'partly', 'dead', 'rejects none', 'rejects some']) {
      expect(seen.get(kind)).toBeGreaterThan(50);
    }
  });

  test('agrees with every possible request: patterns in paths and values', () => {
    const requests = everyRequest(WITH_PATTERNS, BASE);
    const seen = new Map<string, number>();
    const matches = fc.array(patternMatch, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(matches, (each) => {
        const snapshot = load([SERVICE, routeOf(each)]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 100 },
    );
    for (const kind of ['reachable', 'partly', 'dead']) expect(seen.get(kind)).toBeGreaterThan(20);
  });

  test('agrees with every possible request: patterns whose union matters', () => {
    const requests = everyRequest(NARROW, BASE);
    const seen = new Map<string, number>();
    const matches = fc.array(narrowMatch, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(matches, (each) => {
        const snapshot = load([SERVICE, routeOf(each)]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 1000 },
    );
    for (const kind of ['reachable', 'partly', 'dead', 'several blockers']) {
      expect(seen.get(kind)).toBeGreaterThan(100);
    }
  });
});
