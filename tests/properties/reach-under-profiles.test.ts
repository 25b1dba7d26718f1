import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseReach, type TableReach } from '../../src/core/answers/table-reach.ts';
import { receiveRequest } from '../../src/core/dataplane/receive-request.ts';
import { analyse, decideRequest, type Snapshot } from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { holds } from '../../src/core/match/conditions.ts';
import { viewRequest } from '../../src/core/match/request-view.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { SERVICE, toText } from './random-mesh.ts';
import { requestTo, routeOf } from './small-worlds.ts';

/** Profiles that compare paths, queries, methods, headers and patterns differently from the default. */
const ISTIO = PROFILES.istio as Profile;
const READINGS: readonly Profile[] = [
  ISTIO,
  PROFILES['istio-1.30'] as Profile,
  PROFILES['envoy-gateway'] as Profile,
  { ...ISTIO, name: 'merging', pathNormalisation: 'merge' },
  { ...ISTIO, name: 'decoding', pathNormalisation: 'decode' },
  { ...ISTIO, name: 'searching', regexAnchor: 'search' },
  { ...ISTIO, name: 'form', queryDecoding: 'form' },
];

const PATHS = [
  ...[
    '/',
    '/a',
    '/a/',
    '/a/b',
    '/b',
    '/a/../b',
    '/./a',
    '/a//b',
    '//a',
    '/%61',
    '/%61/b',
    '/a%2Fb',
    '/a%2fb',
  ],
  ...['/a\\b', '/a/%2e%2e/b', '/x', '/a/x', '/a.', '/%zz', '/a%', '/..a', '/a..', '/%2E', '/b%20'],
];
const METHODS = ['GET', 'POST', 'CONNECT', 'FOO', 'PROPFIND'];
const HEADERS: readonly SimRequest['headers'][] = [
  ...['', 'a', 'b', 'é', 'ab', 'ü', '日', 'a b'].map((value) => [['x-a', value] as const]),
  [],
  [['x_u', 'a']],
  [['x_u', 'b']],
];
const QUERIES = ['', 'q=a%20b', 'q=a+b', 'q=a', 'q=1,2', 'q=1%2C2', 'q=%C3%A9', 'q=', 'q=a%26b'];

const REQUESTS: readonly SimRequest[] = PATHS.flatMap((path) =>
  METHODS.flatMap((method) => HEADERS.map((headers) => ({ path, method, headers, query: '' }))),
)
  .concat(
    ['/a', '/b'].flatMap((path) =>
      QUERIES.flatMap((query) => HEADERS.map((headers) => ({ path, method: 'GET', headers, query }))),
    ),
  )
  .map((each) => ({ ...requestTo('prod', 80), ...each }));

const path = fc.oneof(
  fc.record({
    type: fc.constantFrom('Exact', 'PathPrefix'),
    value: fc.constantFrom('/', '/a', '/a/b', '/b', '/%61', '/a%20', '/a.', '/b/'),
  }),
  fc.record({
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom(
      '/.*',
      '/a.*',
      '/a/?',
      '/[^a].*',
      '/a(/.*)?',
      '/.+%.*',
      '/a//b',
      '/a\\.+',
      '/\\C+',
    ),
  }),
);
const header = fc.oneof(
  fc.record({ name: fc.constantFrom('x-a', 'x_u'), value: fc.constantFrom('a', 'b', 'é') }),
  fc.record({
    name: fc.constant('x-a'),
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom(
      '.',
      '..',
      '*',
      '.*',
      '[^a]',
      'a.*',
      '[^a].*',
      '\\pL',
      'é|a',
      '\\x{20AC}|a',
      '\\C',
      '[^\\x00-\\x7f]{2}',
    ),
  }),
);
const parameter = fc.oneof(
  fc.record({
    name: fc.constant('q'),
    value: fc.constantFrom('a b', 'a+b', 'a%20b', '1,2', 'é', 'a&b', 'a'),
  }),
  fc.record({
    name: fc.constant('q'),
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom('.*', 'a.b', '*', '[^a].*', 'a.+'),
  }),
);
const match = fc.record(
  {
    path,
    method: fc.constantFrom('GET', 'CONNECT', 'POST'),
    headers: fc.array(header, { minLength: 1, maxLength: 1 }),
    queryParams: fc.array(parameter, { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
);

/** Returns the requests that reach the routes, each in the form that is compared. */
function received(profile: Profile, requests: readonly SimRequest[]) {
  return requests.flatMap((request) => {
    const reception = receiveRequest(request, profile);
    return reception.as === 'request' ? [{ request, seen: reception.request }] : [];
  });
}

/** Checks the facts that every answer guarantees. */
function check(
  { entries, unmatched }: TableReach,
  snapshot: Snapshot,
  arriving: readonly SimRequest[],
): number {
  const { profile } = snapshot;
  const asked = received(profile, arriving).map(({ request, seen }) => ({
    view: viewRequest(seen, profile),
    winner: decideRequest(snapshot, request).entry,
  }));
  for (const { entry, reach, witness } of entries) {
    if (witness !== null) expect(decideRequest(snapshot, witness).entry).toBe(entry);
    if (reach === 'reachable' || reach === 'partly') expect(witness).not.toBe(null);
    const satisfying = asked.filter(({ view }) => entry.conditions.every((each) => holds(each, view)));
    const winning = satisfying.filter(({ winner }) => winner === entry);
    if (reach === 'dead') expect(winning.length).toBe(0);
    if (reach === 'reachable') expect(winning.length).toBe(satisfying.length);
  }
  const rejected = asked.filter(({ winner }) => winner === null);
  if (unmatched.rejects === 'none') expect(rejected.length).toBe(0);
  for (const { request } of unmatched.requests) expect(decideRequest(snapshot, request).entry).toBe(null);
  return entries.filter(({ reach }) => reach === 'unknown').length;
}

describe('the reach of an entry under the profiles of proxies', () => {
  test('in a mesh', () => {
    let all = 0;
    let open = 0;
    fc.assert(
      fc.property(
        fc.array(match, { minLength: 1, maxLength: 7 }),
        fc.constantFrom(...READINGS),
        (matches, profile) => {
          const text = toText([SERVICE, routeOf(matches)]);
          const snapshot = analyse([{ file: 'a.yaml', text }], { profile });
          for (const reach of analyseReach(snapshot)) {
            all += reach.entries.length;
            open += check(reach, snapshot, REQUESTS);
          }
        },
      ),
      { numRuns: 600 },
    );
    // An answer of "unknown" must be rare.
    expect(open / all).toBeLessThan(0.025);
  });

  test('at listeners with overlapping hostnames and no fallthrough', () => {
    const hosts = ['a.example.com', 'b.example.com', 'x.a.example.com', 'example.org'];
    const arriving = hosts.flatMap((host) =>
      ['/a', '/b', '/a/b'].map(
        (each): SimRequest => ({
          ...requestTo('prod', 80),
          from: null,
          gateway: { namespace: 'prod', name: 'gate', listener: null },
          host,
          path: each,
        }),
      ),
    );
    const route = fc.record({
      hostnames: fc.subarray(['a.example.com', '*.example.com', '*.a.example.com', 'example.org']),
      path: fc.constantFrom('/', '/a', '/b', '/a/b'),
    });
    let dead = 0;
    fc.assert(
      fc.property(fc.array(route, { minLength: 1, maxLength: 6 }), (routes) => {
        const gateway = {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'Gateway',
          metadata: { name: 'gate', namespace: 'prod' },
          spec: { gatewayClassName: 'demo', listeners: [{ name: 'l', port: 80, protocol: 'HTTP' }] },
        };
        const documents = routes.map(({ hostnames, path: value }, at) => ({
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: `r${at}`, namespace: 'prod' },
          spec: {
            parentRefs: [{ name: 'gate' }],
            hostnames,
            rules: [{ matches: [{ path: { value } }], backendRefs: [{ name: 'shop', port: 80 }] }],
          },
        }));
        const text = toText([SERVICE, gateway, ...documents]);
        const snapshot = analyse([{ file: 'a.yaml', text }], { profile: ISTIO });
        for (const reach of analyseReach(snapshot)) {
          check(reach, snapshot, arriving);
          dead += reach.entries.filter((each) => each.reach === 'dead').length;
        }
      }),
      { numRuns: 200 },
    );
    expect(dead).toBeGreaterThan(20);
  });
});
