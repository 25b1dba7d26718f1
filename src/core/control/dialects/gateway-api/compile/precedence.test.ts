import { describe, expect, test } from 'vitest';
import { gatewayAPI, load } from '../../../../../../tests/manifests.ts';
import { entry } from '../../../../../../tests/route-tables.ts';
import type { RankKey, RouteEntry } from '../../../../ir/table.ts';
import { GATEWAY_API, type Profile } from '../../../../profile/profile.ts';
import type { L4RouteResource } from '../../../../resource/gateway-resource.ts';
import type { GRPCRouteMatch, HTTPRouteMatch, RouteResource } from '../../../../resource/resource.ts';
import { compareEntries, rankConnection, rankGRPC, rankHTTP, routeTies } from './precedence.ts';

const { cluster } = load([
  gatewayAPI('HTTPRoute', 'shop/r', { rules: [{}] }),
  gatewayAPI('GRPCRoute', 'shop/g', { rules: [{}] }),
]);
const [HTTP, GRPC] = cluster.routes as readonly [RouteResource, RouteResource];

const named = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'Exact', name: 'a', value: '1' }) as const);
const path = (type: HTTPRouteMatch['path']['type'], value: string): Partial<HTTPRouteMatch> => ({
  path: { type, value },
});
const MATCH: HTTPRouteMatch = {
  path: { type: 'PathPrefix', value: '/' },
  method: null,
  headers: [],
  queryParams: [],
};
const CALL: GRPCRouteMatch = { method: null, headers: [] };

interface Place {
  readonly position?: number;
  readonly age?: number | null;
  readonly route?: Pick<RouteResource, 'namespace' | 'name'>;
}

/** Returns which of two HTTP matches takes precedence: negative for the first, 0 for neither. */
function order(
  a: Partial<HTTPRouteMatch> & Place,
  b: Partial<HTTPRouteMatch> & Place,
  profile: Partial<Profile> = {},
): number {
  const used: Profile = { ...GATEWAY_API, ...profile };
  const rankOf = ({ position = 0, age = null, route = HTTP, ...match }: Partial<HTTPRouteMatch> & Place) =>
    rankHTTP({ ...MATCH, ...match }, position, routeTies({ ...HTTP, ...route }, age, used), used);
  return compareEntries(entry([], { rank: rankOf(a) }), entry([], { rank: rankOf(b) }));
}

describe('of two HTTP matches the first goes first', () => {
  const at = (namespace: string, name: string) => ({ route: { namespace, name } });
  test.each<[string, Partial<HTTPRouteMatch> & Place, Partial<HTTPRouteMatch> & Place]>([
    ['an exact path before a longer prefix', path('Exact', '/a'), path('PathPrefix', '/abc')],
    ['an exact path before a pattern', path('Exact', '/a'), path('RegularExpression', '/abc')],
    ['a pattern before a prefix', path('RegularExpression', '/a'), path('PathPrefix', '/abc')],
    ['the longer prefix', path('PathPrefix', '/ab'), path('PathPrefix', '/a')],
    ['the longer pattern', path('RegularExpression', '/ab'), path('RegularExpression', '/a')],
    ['a method before headers', { method: 'GET' }, { headers: named(3) }],
    ['more headers before parameters', { headers: named(2) }, { headers: named(1), queryParams: named(3) }],
    ['more parameters', { queryParams: named(2) }, { queryParams: named(1), age: 1 }],
    ['the older route', { age: 1, ...at('z', 'z') }, { age: 2, ...at('a', 'a') }],
    ['a route whose age is known', { age: 9, ...at('z', 'z') }, { age: null, ...at('a', 'a') }],
    ['the route first by namespace', { ...at('a', 'z'), position: 9 }, { ...at('b', 'a'), position: 1 }],
    ['the route first by name', { ...at('a', 'a'), position: 9 }, { ...at('a', 'b'), position: 1 }],
    ['the earlier place', { position: 1 }, { position: 2 }],
  ])('%s', (_what, first, second) => {
    expect(order(first, second)).toBeLessThan(0);
    expect(order(second, first)).toBeGreaterThan(0);
  });

  test.each<[string, Partial<HTTPRouteMatch>, Partial<HTTPRouteMatch>, Partial<Profile>]>([
    [
      'a prefix before a pattern',
      path('PathPrefix', '/a'),
      path('RegularExpression', '/abc'),
      { regexRank: 'exact-prefix-regex' },
    ],
    [
      'the longer path, of whatever type',
      path('RegularExpression', '/abc'),
      path('Exact', '/a'),
      { regexRank: 'none' },
    ],
    [
      'a prefix with its slash',
      path('PathPrefix', '/a/'),
      path('PathPrefix', '/a'),
      { prefixTrailingSlash: 'count' },
    ],
    [
      'headers before a method',
      { headers: named(1) },
      { method: 'GET' },
      { httpCriteria: ['headers', 'method'] },
    ],
  ])('under another profile %s', (_what, first, second, profile) => {
    expect(order(first, second, profile)).toBeLessThan(0);
  });

  test('and neither where nothing differs', () => {
    expect(order({}, {})).toBe(0);
    expect(order(path('PathPrefix', '/a/'), path('PathPrefix', '/a'))).toBe(0);
  });
});

describe('of two gRPC matches the first goes first', () => {
  const method = (service: string, name: string) => ({
    method: { type: 'Exact', service, method: name } as const,
  });
  test.each<[string, Partial<GRPCRouteMatch>, Partial<GRPCRouteMatch>]>([
    ['the longer service', method('a.BC', ''), method('a.B', 'LongMethod')],
    ['the longer method', method('a.B', 'CD'), { ...method('a.B', 'C'), headers: named(2) }],
    ['more headers', { headers: named(2) }, { headers: named(1) }],
    ['a service before none', method('a', ''), { headers: named(2) }],
  ])('%s', (_what, first, second) => {
    const rank = (match: Partial<GRPCRouteMatch>) =>
      rankGRPC({ ...CALL, ...match }, 0, routeTies(GRPC, null, GATEWAY_API));
    expect(compareEntries(entry([], { rank: rank(first) }), entry([], { rank: rank(second) }))).toBeLessThan(
      0,
    );
  });

  test('by age, name and place where nothing else differs', () => {
    const [, , , ...ties] = rankGRPC(CALL, 7, routeTies(GRPC, 3, GATEWAY_API));
    expect(ties).toEqual([
      { by: 'age', prefer: 'lesser', value: 3 },
      { by: 'name', prefer: 'lesser', value: 'shop/g' },
      { by: 'position', prefer: 'lesser', value: 7 },
    ]);
  });
});

test('connections have their age, name and place alone', () => {
  const route = { namespace: 'shop', name: 't' } as L4RouteResource;
  expect(rankConnection(2, routeTies(route, null, { ...GATEWAY_API, nameOrder: 'tuple' }))).toEqual([
    { by: 'age', prefer: 'lesser', value: null },
    { by: 'name', prefer: 'lesser', value: 'shop\0t' },
    { by: 'position', prefer: 'lesser', value: 2 },
  ]);
});

test('entries of different lengths of rank are compared as far as both go', () => {
  const key = (value: number): RankKey => ({ by: 'headers', prefer: 'greater', value });
  const ranked = (...values: number[]): RouteEntry => entry([], { rank: values.map(key) });
  expect(compareEntries(ranked(1, 2), ranked(1))).toBe(0);
  expect(compareEntries(ranked(1), ranked(1, 2))).toBe(0);
  expect(compareEntries(ranked(1, 3), ranked(1, 2))).toBeLessThan(0);
});
