import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeReport, reportDifference } from '../../src/core/answers/report-difference.ts';
import { analyse, decideRequest, type Snapshot, traceRequest } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import { describes } from './described.ts';
import { type Alphabet, everyRequest } from './every-request.ts';
import { type Route, routes, SERVICE, toText } from './random-mesh.ts';
import { NARROW, narrowMatch, PLAIN, requestTo, routeOf } from './small-worlds.ts';

const FILTERS = [
  [],
  [],
  [],
  [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-a', value: '1' }] } }],
  [{ type: 'ResponseHeaderModifier', responseHeaderModifier: { add: [{ name: 'x-c', value: '1' }] } }],
  [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }],
  [{ type: 'CORS', cors: { allowOrigins: ['https://a.example'] } }],
];

/** Returns the routes with backends that alternate between two ports. `filtered` gives them filters. */
function withTargets(
  manifests: readonly Route[],
  offset: number,
  filtered: number | null,
): readonly unknown[] {
  return manifests.map((route, at) => ({
    ...route,
    spec: {
      ...route.spec,
      rules: route.spec.rules.map((rule, index) => {
        const filters = filtered === null ? [] : (FILTERS[(at + index + filtered) % FILTERS.length] ?? []);
        const redirects = filters.some(({ type }) => type === 'RequestRedirect');
        const port = (at + index + offset) % 3 === 0 ? 80 : 8080;
        return {
          ...rule,
          filters,
          backendRefs: redirects ? [] : [{ name: 'shop', namespace: 'prod', port }],
        };
      }),
    },
  }));
}

function load(documents: readonly unknown[]): Snapshot {
  return analyse([{ file: 'a.yaml', text: toText(documents) }]);
}

/** Returns the class of a request: what the outcome says without what the request itself decides. */
function nameOf({ kind, status, backends, response, redirect }: Outcome): string {
  const to = backends.map(({ service, port, share }) => `${service}:${port} ${share}`).join();
  return `${kind} ${status} ${to} ${JSON.stringify(response)} ${redirect?.scheme}`;
}

const seen = { exact: 0, inexact: 0, exceptions: 0, unions: 0 };

/**
 * Asks every request whether it is in the class, and whether the description says so. Classes that differ only
 * in filters have the same name here: a request is in one of them.
 */
function compare(before: Snapshot, after: Snapshot, alphabet: Alphabet): void {
  const groups = new Map<string, ChangeReport[]>();
  for (const change of reportDifference(before, after).changes) {
    const { frontend, client, condition } = change;
    const name = `${nameOf(change.before)} → ${nameOf(change.after)}`;
    const key = JSON.stringify([frontend, client, name]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
    seen[condition.exact ? 'exact' : 'inexact']++;
    if (!condition.exact) expect(condition.any).toEqual([]);
    if (condition.any.length > 1) seen.unions++;
    if (condition.any.some(({ except }) => except.length > 0)) seen.exceptions++;
  }
  for (const [key, changes] of groups) {
    const [frontend, client, wanted] = JSON.parse(key) as [string, string, string];
    const isWhole = changes.every(({ condition }) => condition.exact);
    const outcomes = new Map<string, string>();
    const base = requestTo(client === '*' ? 'prod' : client, Number(frontend.split(':')[1]));
    for (const request of everyRequest(alphabet, base)) {
      const winners = [before, after].map((snapshot) => decideRequest(snapshot, request));
      const pair = winners.map(({ kind, entry }) => `${kind} ${entry?.id}`).join(' ');
      let outcome = outcomes.get(pair);
      if (outcome === undefined) {
        outcome = [before, after]
          .map((snapshot) => nameOf(traceRequest(snapshot, request).outcome))
          .join(' → ');
        outcomes.set(pair, outcome);
      }
      const isMember = outcome === wanted;
      const isDescribed = changes.some(({ condition }) => describes(condition, request));
      if (isDescribed && !isMember) throw new Error(`wrong: ${JSON.stringify({ changes, request, wanted })}`);
      if (isWhole && isMember && !isDescribed)
        throw new Error(`missing: ${JSON.stringify({ changes, request, wanted })}`);
    }
  }
}

const SMALL: Alphabet = { ...PLAIN, headers: { 'x-a': [null, '1', '2'], 'x-b': [null, '1', '2'] } };

describe('the condition of a class describes its requests and no others', () => {
  test('when routes change', () => {
    fc.assert(
      fc.property(routes, routes, fc.nat(2), fc.nat(4), (old, donors, offset, at) => {
        const changed = old.map((route, index) =>
          index === at ? { ...route, spec: donors[0]?.spec ?? route.spec } : route,
        );
        const fresh = offset === 0 ? donors : changed;
        compare(
          load([SERVICE, ...withTargets(old, 0, null)]),
          load([SERVICE, ...withTargets(fresh, offset, null)]),
          SMALL,
        );
      }),
      { numRuns: 40 },
    );
    expect(seen.exact).toBeGreaterThan(60);
    expect(seen.exceptions).toBeGreaterThan(20);
    expect(seen.unions).toBeGreaterThan(3);
  });

  test('when filters act, which can make a change invisible for some requests', () => {
    const exact = seen.exact;
    fc.assert(
      fc.property(routes, routes, fc.nat(2), fc.nat(6), (old, fresh, offset, filtered) => {
        compare(
          load([SERVICE, ...withTargets(old, 0, 0)]),
          load([SERVICE, ...withTargets(offset === 0 ? fresh : old, offset, filtered)]),
          SMALL,
        );
      }),
      { numRuns: 40 },
    );
    expect(seen.exact).toBeGreaterThan(exact);
  });

  test('when patterns overlap', () => {
    const exact = seen.exact;
    const matches = fc.array(narrowMatch, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(matches, matches, (old, fresh) => {
        compare(
          load([SERVICE, ...withTargets([routeOf(old)], 0, null)]),
          load([SERVICE, ...withTargets([routeOf(fresh)], 1, null)]),
          NARROW,
        );
      }),
      { numRuns: 60 },
    );
    expect(seen.exact).toBeGreaterThan(exact);
  });
});
