import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDifference } from '../../src/core/answers/report-difference.ts';
import { analyse, decideRequest, type Snapshot, traceRequest } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { type Alphabet, everyRequest } from './every-request.ts';
import { type Route, routes, SERVICE, toText } from './random-mesh.ts';
import { NARROW, narrowMatch, PLAIN, requestTo, routeOf } from './small-worlds.ts';

/**
 * Returns the routes with backends that alternate between two ports, so that the destination of a request
 * shows the winner.
 */
function withTargets(manifests: readonly Route[], offset: number): readonly unknown[] {
  return manifests.map((route, at) => ({
    ...route,
    spec: {
      ...route.spec,
      rules: route.spec.rules.map((rule, index) => ({
        ...rule,
        backendRefs: [{ name: 'shop', namespace: 'prod', port: (at + index + offset) % 3 === 0 ? 80 : 8080 }],
      })),
    },
  }));
}

function load(documents: readonly unknown[]): Snapshot {
  return analyse([{ file: 'a.yaml', text: toText(documents) }]);
}

/** Returns the kind of an outcome, without the parts that depend on the request's own path and headers. */
function nameOf({ kind, status, backends }: Outcome): string {
  return `${kind} ${status} ${backends.map(({ service, port, share }) => `${service}:${port} ${share}`).join()}`;
}

interface Classes {
  /** `frontend client: before → after`. */
  readonly names: readonly string[];
}

/** Returns every class that some request shows, by asking each request before and after. */
function classesByTrial(before: Snapshot, after: Snapshot, alphabet: Alphabet): Classes {
  const names = new Set<string>();
  for (const port of [80, 8080]) {
    const id = `prod/shop:${port}`;
    const consumers = new Set(
      [before, after].flatMap((snapshot) =>
        (snapshot.control.ir.frontends.get(id)?.tables ?? [])
          .filter(({ scope }) => scope.role === 'consumer')
          .map(({ scope }) => scope.namespace),
      ),
    );
    for (const client of ['prod', 'client', 'other', 'stranger']) {
      const asked = new Map<string, [string, string]>();
      for (const request of everyRequest(alphabet, requestTo(client, port))) {
        const winners = [before, after].map((snapshot) => decideRequest(snapshot, request));
        const key = winners.map(({ kind, entry }) => `${kind} ${entry?.id}`).join(' ');
        let outcomes = asked.get(key);
        if (outcomes === undefined) {
          outcomes = [before, after].map((snapshot) => nameOf(traceRequest(snapshot, request).outcome)) as [
            string,
            string,
          ];
          asked.set(key, outcomes);
        }
        const label = consumers.has(client) ? client : '*';
        if (outcomes[0] !== outcomes[1]) names.add(`${id} ${label}: ${outcomes.join(' → ')}`);
      }
    }
  }
  return { names: [...names].sort() };
}

function compare(before: Snapshot, after: Snapshot, alphabet: Alphabet): number {
  const { changes, complete } = reportDifference(before, after);
  expect(complete).toBe(true);
  const names = changes.map(
    ({ frontend, client, before: first, after: second }) =>
      `${frontend} ${client}: ${nameOf(first)} → ${nameOf(second)}`,
  );
  expect([...names].sort()).toEqual(classesByTrial(before, after, alphabet).names);
  for (const { frontend, witness, before: first, after: second } of changes) {
    const request = readWitness(witness, frontend);
    expect(traceRequest(before, request).outcome).toEqual(first);
    expect(traceRequest(after, request).outcome).toEqual(second);
  }
  return changes.length;
}

function readWitness(
  {
    from,
    method,
    url,
    headers,
  }: { from?: string; method: string; url: string; headers: SimRequest['headers'] },
  frontend: string,
): SimRequest {
  const { pathname, search } = new URL(url);
  const port = Number(frontend.split(':')[1]);
  return {
    ...requestTo(from ?? '', port),
    method,
    path: decodeURI(pathname),
    query: search.replace(/^\?/, ''),
    headers,
  };
}

const SMALL: Alphabet = {
  ...PLAIN,
  headers: { 'x-a': [null, '1', '2'], 'x-b': [null, '1', '2'] },
};

describe('the difference between two sets of manifests', () => {
  test('has exactly the classes that asking about each request shows', () => {
    let changes = 0;
    fc.assert(
      fc.property(routes, routes, fc.nat(2), (old, fresh, offset) => {
        changes += compare(
          load([SERVICE, ...withTargets(old, 0)]),
          load([SERVICE, ...withTargets(fresh, offset)]),
          SMALL,
        );
      }),
      { numRuns: 30 },
    );
    expect(changes).toBeGreaterThan(40);
  });

  test('shows the effect of one changed route, and nothing without a change', () => {
    fc.assert(
      fc.property(routes, routes, fc.nat(4), (old, donors, at) => {
        const changed = old.map((route, index) =>
          index === at ? { ...route, spec: donors[0]?.spec ?? route.spec } : route,
        );
        const before = load([SERVICE, ...withTargets(old, 0)]);
        compare(before, load([SERVICE, ...withTargets(changed, 0)]), SMALL);
        expect(reportDifference(before, load([SERVICE, ...withTargets(old, 0)].reverse()))).toEqual({
          changes: [],
          complete: true,
          notSimulated: [],
          sampled: [],
        });
      }),
      { numRuns: 30 },
    );
  });

  test('has every class when patterns overlap', () => {
    const matches = fc.array(narrowMatch, { minLength: 1, maxLength: 5 });
    let changes = 0;
    fc.assert(
      fc.property(matches, matches, (old, fresh) => {
        changes += compare(
          load([SERVICE, ...withTargets([routeOf(old)], 0)]),
          load([SERVICE, ...withTargets([routeOf(fresh)], 1)]),
          NARROW,
        );
      }),
      { numRuns: 60 },
    );
    expect(changes).toBeGreaterThan(20);
  });
});
