import { describe, expect, test } from 'vitest';
import { gatewayAPI, load, service, toService } from '../../../tests/manifests.ts';
import type { RouteEntry } from '../ir/table.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import { notesOnOrder } from './order-notes.ts';

type Match = {
  readonly path?: readonly [string, string];
  readonly headers?: number;
  readonly method?: string;
  readonly query?: number;
};

const named = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `x${at}`, value: '1' }));

/** The entries of routes by name, each with one match, in the order of their table. */
function entriesOf(
  routes: Readonly<Record<string, Match>>,
  profile: Partial<Profile>,
): readonly RouteEntry[] {
  const manifests = Object.entries(routes).map(
    ([name, { path = ['PathPrefix', '/'], headers = 0, method, query = 0 }]) => {
      const [type, value] = path;
      const match = { path: { type, value }, headers: named(headers), queryParams: named(query), method };
      return gatewayAPI('HTTPRoute', name, {
        parentRefs: [toService('cart', { namespace: 'shop' })],
        rules: [{ matches: [match] }],
      });
    },
  );
  const { ir } = load([service('shop/cart'), ...manifests], profile).control;
  return ir.frontends.get('shop/cart:80')?.tables[0]?.entries ?? [];
}

/** Returns the choices that decide between entries which all match: code and the entry that would take precedence. */
function decided(routes: Readonly<Record<string, Match>>, profile: Partial<Profile> = {}): readonly string[] {
  const found = notesOnOrder(entriesOf(routes, profile), { ...GATEWAY_API, ...profile });
  return found.map(({ code, args }) => `${code} ${args.chosen} ${args.other}: ${args.entry}`);
}

describe('the choices of order that decide', () => {
  test.each<[string, Readonly<Record<string, Match>>, readonly string[]]>([
    ['none for one entry', { 'shop/a': {} }, []],
    ['none for names alone', { 'shop/a': {}, 'shop/b': {} }, []],
    [
      'none between an exact path and a prefix',
      { 'shop/a': { path: ['Exact', '/a'] }, 'shop/b': { path: ['PathPrefix', '/'] } },
      [],
    ],
    [
      'the rank of patterns',
      { 'shop/a': { path: ['RegularExpression', '/.*'] }, 'shop/b': { path: ['PathPrefix', '/ab'] } },
      ['regex-rank exact-regex-prefix exact-prefix-regex: HTTPRoute/shop/b rule 0'],
    ],
    [
      'trailing slashes',
      { 'shop/a': { path: ['PathPrefix', '/a'] }, 'shop/b': { path: ['PathPrefix', '/a/'] } },
      ['prefix-trailing-slash strip count: HTTPRoute/shop/b rule 0'],
    ],
  ])('%s', (_what, routes, expected) => {
    expect(decided(routes)).toEqual(expected);
  });

  test('are those of the profile: with another value the other entry goes first', () => {
    const routes: Readonly<Record<string, Match>> = {
      'shop/a': { path: ['RegularExpression', '/.*'] },
      'shop/b': { path: ['PathPrefix', '/ab'] },
    };
    expect(decided(routes, { regexRank: 'exact-prefix-regex' })).toContain(
      'regex-rank exact-prefix-regex exact-regex-prefix: HTTPRoute/shop/a rule 0',
    );
  });

  test('are the criteria, where methods, headers or parameters decide', () => {
    const codes = (a: Match, b: Match) =>
      decided({ 'shop/a': a, 'shop/b': b }).map((each) => each.split(' ')[0]);
    expect(codes({ method: 'GET' }, { headers: 2 })).toEqual(['criteria-order']);
    expect(codes({ headers: 2 }, { query: 3 })).toEqual([]);
  });

  test('are names, where a namespace is the beginning of another', () => {
    const cart = toService('cart', { namespace: 'shop' });
    const route = (name: string) => gatewayAPI('HTTPRoute', name, { parentRefs: [cart], rules: [{}] });
    const profile: Partial<Profile> = { consumerFallback: 'union' };
    const { ir } = load([service('shop/cart'), route('shop/z'), route('shop-a/a')], profile).control;
    const entries =
      ir.frontends.get('shop/cart:80')?.tables.find(({ scope }) => scope.namespace === 'shop-a')?.entries ??
      [];
    const [first] = notesOnOrder(entries, { ...GATEWAY_API, ...profile });
    expect(entries.map((each) => each.route)).toEqual(['HTTPRoute/shop-a/a', 'HTTPRoute/shop/z']);
    expect(first).toEqual({
      code: 'name-order',
      rule: 'R-226, A-14',
      args: { chosen: 'joined', other: 'tuple', entry: 'HTTPRoute/shop/z rule 0' },
    });
  });

  test('compare entries of the protocol of the winner alone', () => {
    const [entry] = entriesOf({ 'shop/a': { path: ['PathPrefix', '/a'] } }, {});
    const [other] = entriesOf({ 'shop/b': { path: ['PathPrefix', '/a/'] } }, {});
    if (entry === undefined || other === undefined) throw new Error('no entries');
    expect(notesOnOrder([entry, other], GATEWAY_API)).toHaveLength(1);
    expect(notesOnOrder([{ ...entry, takes: 'grpc' }, other], GATEWAY_API)).toEqual([]);
    expect(notesOnOrder([], GATEWAY_API)).toEqual([]);
  });
});
