import fc from 'fast-check';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Alphabet } from './every-request.ts';
import type { Match, Route } from './random-mesh.ts';

/** Manifests that are small enough to try every request, and the values of these requests. */

/** Returns a plain request from a namespace to the only Service. */
export function requestTo(client: string, port: number): SimRequest {
  return {
    from: { namespace: client, workload: null, inMesh: true },
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host: 'shop.prod',
    port,
    portWritten: port !== 80,
    path: '/',
    query: '',
    headers: [],
    sni: null,
    podOf: null,
    backend: null,
  };
}

/**
 * All values that exact conditions and prefixes can distinguish, and in each dimension a value that no
 * condition names.
 */
export const PLAIN: Alphabet = {
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

/** Returns short texts of few letters. They show all differences between the patterns below. */
function texts(letters: string, longest: number): readonly string[] {
  let all = [''];
  let last = all;
  for (let at = 0; at < longest; at++) {
    last = last.flatMap((text) => [...letters].map((letter) => text + letter));
    all = [...all, ...last];
  }
  return all;
}

export const WITH_PATTERNS: Alphabet = {
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
  // A dot does not match a line break, and a query can contain one (%0A).
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

export const patternMatch = fc.record(
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

/** Matches that differ only in a header and a parameter. Several entries often cover an entry together. */
export const narrowMatch = fc.record(
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

export const NARROW: Alphabet = { ...WITH_PATTERNS, paths: ['/'], methods: ['GET'] };

/** Returns one route with one rule of these matches, on the first port. */
export function routeOf(matches: readonly unknown[]): Route {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'r', namespace: 'prod' },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 'shop', namespace: 'prod', port: 80 }],
      rules: [{ matches: matches as Match[], backendRefs: [{ name: 'shop', namespace: 'prod', port: 80 }] }],
    },
  };
}
