import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseReach, type TableReach } from '../../src/core/analyse-reach.ts';
import { analyse, decideRequest, type Snapshot } from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/trace.ts';
import { type Alphabet, everyRequest, expectedReach, satisfied, takeAll } from './every-request.ts';
import { routes, SERVICE, toText } from './random-mesh.ts';

const BASE: SimRequest = {
  from: { namespace: 'prod', workload: null, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'shop.prod',
  port: 80,
  portWritten: false,
  path: '/',
  query: '',
  headers: [],
  sni: null,
  podOf: null,
  backend: null,
};

/** Everything that exact conditions and prefixes can tell apart, and in each dimension something nobody asks for. */
const PLAIN: Alphabet = {
  paths: [
    '/',
    '/a',
    '/a/',
    '/a/x',
    '/a/b',
    '/a/b/',
    '/a/b/x',
    '/a/b/c',
    '/a/b/c/x',
    '/ab',
    '/ab/x',
    '/c',
    '/c/x',
    '/x',
  ],
  methods: ['GET', 'POST', 'PUT'],
  headers: { 'x-a': [null, '', '1', '2'], 'x-b': [null, '1', '2'] },
  query: { q: [null, '1', '2'], r: [null, '1', '2'] },
};

/** Short texts of few letters: patterns below tell nothing apart that these do not show. */
function texts(letters: string, longest: number): readonly string[] {
  let all = [''];
  let last = all;
  for (let at = 0; at < longest; at++) {
    last = last.flatMap((text) => [...letters].map((letter) => text + letter));
    all = [...all, ...last];
  }
  return all;
}

const WITH_PATTERNS: Alphabet = {
  paths: [
    '/A',
    '/a/b/',
    '/a/b/a',
    '/a/b/x',
    '/a/bx',
    '/b/xx',
    ...texts('/abx', 4).filter((text) => text.startsWith('/')),
  ],
  methods: ['GET', 'PUT'],
  headers: { 'x-a': [null, ...texts('120z', 2)] },
  // A dot takes no line break, and a query can carry one (%0A).
  query: { q: [null, '', '1', 'z', '12', 'z1', '\n', '1\n', 'z\n'] },
};

const PATH_PATTERNS = [
  '/.*',
  '/a(/.*)?',
  '/[ab].*',
  '/a/?',
  '/(a|b)',
  '/[^a].*',
  '/|/[^a].*|/a.+',
  '/(?i)A',
  '/b\\b.*',
  '/x$',
  '(?!a)',
];
const VALUE_PATTERNS = [
  '.*',
  '.+',
  '1',
  '1|2',
  '[^1]*',
  '[^1].*',
  '1.*',
  '|[^1].*',
  '[12]+',
  '2?',
  '\\d*',
  '\\D+',
];
const QUERY_PATTERNS = ['.*', '1.*', '[^1].*', '(?s).*', '1'];

const patternMatch = fc.record(
  {
    path: fc.oneof(
      fc.record({
        type: fc.constant('RegularExpression'),
        value: fc.constantFrom(...PATH_PATTERNS),
      }),
      fc.record({
        type: fc.constantFrom('Exact', 'PathPrefix', 'PathPrefix'),
        value: fc.constantFrom('/', '/a', '/a/b', '/b'),
      }),
    ),
    method: fc.constantFrom('GET'),
    headers: fc
      .oneof(
        fc.record({ type: fc.constant('RegularExpression'), value: fc.constantFrom(...VALUE_PATTERNS) }),
        fc.record({ type: fc.constant('Exact'), value: fc.constantFrom('1', '2', '12') }),
      )
      .map((each) => [{ name: 'x-a', ...each }]),
    queryParams: fc
      .record({ type: fc.constant('RegularExpression'), value: fc.constantFrom(...QUERY_PATTERNS) })
      .map((each) => [{ name: 'q', ...each }]),
  },
  { requiredKeys: [] },
);

/** Matches that differ in a header and a parameter alone: here several entries often take everything together. */
const narrowMatch = fc.record(
  {
    headers: fc
      .record({ type: fc.constant('RegularExpression'), value: fc.constantFrom(...VALUE_PATTERNS) })
      .map((each) => [{ name: 'x-a', ...each }]),
    queryParams: fc
      .record({ type: fc.constant('RegularExpression'), value: fc.constantFrom(...QUERY_PATTERNS) })
      .map((each) => [{ name: 'q', ...each }]),
  },
  { requiredKeys: ['headers'] },
);

const NARROW: Alphabet = { ...WITH_PATTERNS, paths: ['/'], methods: ['GET'] };

function routeOf(matches: readonly unknown[]) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'r', namespace: 'prod' },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 'shop', namespace: 'prod', port: 80 }],
      rules: [{ matches, backendRefs: [{ name: 'shop', namespace: 'prod', port: 80 }] }],
    },
  };
}

function load(documents: readonly unknown[]): Snapshot {
  return analyse([{ file: 'a.yaml', text: toText(documents) }]);
}

/** Compares a table's analysis with the definition over all requests; returns how many entries of each kind it saw. */
function compare(
  { table, entries }: TableReach,
  requests: readonly SimRequest[],
  snapshot: Snapshot,
  seen: Map<string, number>,
): void {
  const sets = satisfied(table, requests);
  const expected = expectedReach(sets);
  expect(entries.map((each) => ({ reach: each.reach, blockers: each.blockers.length }))).toEqual(expected);
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

describe('what can still reach an entry', () => {
  test('agrees with every request there is: exact values, prefixes, methods, headers, query', () => {
    const requests = everyRequest(PLAIN, BASE);
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(routes, (manifests) => {
        const snapshot = load([SERVICE, ...manifests]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 600 },
    );
    for (const kind of ['reachable', 'partly', 'dead']) expect(seen.get(kind)).toBeGreaterThan(50);
  });

  test('agrees with every request there is: patterns in paths and values', () => {
    const requests = everyRequest(WITH_PATTERNS, BASE);
    const seen = new Map<string, number>();
    const matches = fc.array(patternMatch, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(matches, (each) => {
        const snapshot = load([SERVICE, routeOf(each)]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 150 },
    );
    for (const kind of ['reachable', 'partly', 'dead']) expect(seen.get(kind)).toBeGreaterThan(20);
  });

  test('agrees with every request there is: patterns whose union counts', () => {
    const requests = everyRequest(NARROW, BASE);
    const seen = new Map<string, number>();
    const matches = fc.array(narrowMatch, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(matches, (each) => {
        const snapshot = load([SERVICE, routeOf(each)]);
        for (const reach of analyseReach(snapshot)) compare(reach, requests, snapshot, seen);
      }),
      { numRuns: 1500 },
    );
    for (const kind of ['reachable', 'partly', 'dead', 'several blockers']) {
      expect(seen.get(kind)).toBeGreaterThan(100);
    }
  });
});
