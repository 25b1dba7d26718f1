import { describe, expect, test } from 'vitest';
import {
  ask,
  forward,
  forwardPath,
  gateway,
  gatewayAPI,
  load,
  service,
  toService,
} from '../../../tests/manifests.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';

const SERVICES = [service('shop/cart'), service('shop/bill')];
const CART = toService('cart', { namespace: 'shop' });
const SHOP = { from: 'shop', url: 'http://cart.shop/a' };
const WEB = { from: 'web', url: 'http://cart.shop/a' };
const CALL = { from: 'shop', url: 'grpc://cart.shop:80/a.B/C' };
const CERTIFICATE = { mode: 'Terminate', certificateRefs: [{ name: 'cert' }] };
const EDGE = gateway('shop/edge', [
  { name: 'http', port: 80, protocol: 'HTTP' },
  { name: 'tls', port: 443, protocol: 'TLS', tls: CERTIFICATE },
  { name: 'pass', port: 444, protocol: 'TLS', tls: { mode: 'Passthrough' } },
]);
const AT_EDGE = { gateway: 'shop/edge', url: 'http://a.test/a' };

const on = (metadata: string | null) =>
  metadata === null ? {} : { creationTimestamp: `2024-01-0${metadata}T00:00:00Z` };

/** A route to Service `cart`; `day` null: its manifest tells no age. */
function route(
  name: string,
  path = '/a',
  day: string | null = null,
  kind = 'HTTPRoute',
  parent = CART,
): object {
  const rule = kind === 'HTTPRoute' ? forwardPath(path, 'cart') : forward('cart');
  return gatewayAPI(kind, name, { parentRefs: [parent], rules: [rule] }, on(day));
}

const exact = (name: string, day: string | null = null) => {
  const rules = [forwardPath('/a', 'cart', 'Exact')];
  return gatewayAPI('HTTPRoute', name, { parentRefs: [CART], rules }, on(day));
};
const atEdge = (name: string, day: string | null = null) =>
  route(name, '/a', day, 'HTTPRoute', { name: 'edge' } as never);
const TO_PATTERN = gatewayAPI('HTTPRoute', 'shop/r', {
  parentRefs: [CART],
  rules: [forwardPath('(', 'cart', 'RegularExpression')],
});
const HEADER_TOO = gatewayAPI('HTTPRoute', 'shop/r', {
  parentRefs: [CART],
  rules: [
    { matches: [{ path: { type: 'RegularExpression', value: '(' }, headers: [{ name: 'x', value: '1' }] }] },
  ],
});

function notes(
  routes: readonly object[],
  request: object,
  profile: Partial<Profile> = {},
): readonly TraceNote[] {
  return ask(load([...SERVICES, ...routes], profile), request).notes;
}

/** The args of the note with a code; null: the trace has no such note. */
function argsOf(found: readonly TraceNote[], code: TraceNote['code']): TraceNote['args'] | null {
  const [first, second] = found.filter((each) => each.code === code);
  if (second !== undefined) throw new Error(`${code} is noted twice`);
  return first?.args ?? null;
}

const COEXIST = { kindConflict: 'coexist' } as const;
const FALLBACK = { consumerFallback: 'fallbackToProducer' } as const;
const UNION = { consumerFallback: 'union' } as const;
const NAMES = { winner: 'HTTPRoute/shop/x', loser: 'HTTPRoute/shop/y' };

describe('notes on the tables that were asked and the entries that match', () => {
  test.each<[TraceNote['code'], string, object[], object, Partial<Profile>, TraceNote['args'] | null]>([
    [
      'protocol-mismatch',
      'a connection where requests are routed',
      [route('shop/x')],
      { from: 'shop', url: 'tcp://cart:80' },
      {},
      { kind: 'HTTPRoute' },
    ],
    [
      'protocol-mismatch',
      'a connection without routes',
      [],
      { from: 'shop', url: 'tcp://cart:80' },
      {},
      null,
    ],
    [
      'consumer-routes-elsewhere',
      'routes of other namespaces',
      [route('web/x'), route('api/x')],
      SHOP,
      {},
      { namespaces: 'api, web' },
    ],
    ['consumer-routes-elsewhere', 'no routes at all', [], SHOP, {}, null],
    [
      'consumer-shadows-producer',
      'a consumer route wins',
      [route('web/x'), route('shop/y')],
      WEB,
      {},
      { routes: 'HTTPRoute/shop/y', matched: 1 },
    ],
    [
      'consumer-shadows-producer',
      'neither side matches',
      [route('web/x', '/b'), route('shop/y', '/c')],
      WEB,
      {},
      { routes: 'HTTPRoute/shop/y', matched: 0 },
    ],
    ['consumer-shadows-producer', 'there are no producer routes', [route('web/x')], WEB, {}, null],
    [
      'producer-would-take',
      'a producer route would match',
      [route('web/x', '/b'), route('shop/y')],
      WEB,
      {},
      { taker: 'HTTPRoute/shop/y' },
    ],
    ['producer-would-take', 'a consumer route wins', [route('web/x'), route('shop/y')], WEB, {}, null],
    [
      'fell-back-to-producer',
      'the table of the producer is asked',
      [route('web/x', '/b'), route('shop/y')],
      WEB,
      FALLBACK,
      {},
    ],
    [
      'fell-back-to-producer',
      'the own table decides',
      [route('web/x'), route('shop/y')],
      WEB,
      FALLBACK,
      null,
    ],
    [
      'kind-conflict',
      'a kind loses the port',
      [route('shop/x'), route('shop/g', '', null, 'GRPCRoute')],
      CALL,
      {},
      { route: 'HTTPRoute/shop/x', lostTo: 'GRPCRoute' },
    ],
    [
      'kind-conflict',
      'kinds coexist',
      [route('shop/x'), route('shop/g', '', null, 'GRPCRoute')],
      CALL,
      COEXIST,
      null,
    ],
    [
      'kinds-coexist',
      'the winner is of the later kind',
      [route('shop/x'), route('shop/g', '', null, 'GRPCRoute')],
      SHOP,
      COEXIST,
      { route: 'HTTPRoute/shop/x', kind: 'GRPCRoute' },
    ],
    [
      'kinds-coexist',
      'the winner is of the first kind',
      [route('shop/x'), route('shop/g', '', null, 'GRPCRoute')],
      CALL,
      COEXIST,
      null,
    ],
    [
      'groups-united',
      'a producer route wins for a consumer',
      [route('web/x', '/b'), route('shop/y')],
      WEB,
      UNION,
      { namespace: 'web' },
    ],
    ['groups-united', 'a consumer route wins', [route('web/x'), route('shop/y', '/b')], WEB, UNION, null],
    [
      'groups-united',
      'the kind of one side loses',
      [route('web/x'), route('shop/y', '/b'), route('shop/g', '', null, 'GRPCRoute')],
      { ...CALL, from: 'web' },
      UNION,
      { namespace: 'web' },
    ],
    [
      'groups-united',
      'a kind of the consumer loses',
      [route('web/x'), route('web/g', '', null, 'GRPCRoute')],
      { ...CALL, from: 'web' },
      {},
      null,
    ],
    [
      'groups-united',
      'a producer meets its own routes',
      [route('web/x', '/b'), route('shop/y')],
      SHOP,
      UNION,
      null,
    ],
    [
      'several-routes-match',
      'of one role',
      [route('shop/x'), route('shop/y')],
      SHOP,
      {},
      { routes: 'HTTPRoute/shop/x, HTTPRoute/shop/y', mode: 'merge' },
    ],
    [
      'several-routes-match',
      'at a Gateway',
      [EDGE, atEdge('shop/x'), atEdge('shop/y')],
      AT_EDGE,
      {},
      { routes: 'HTTPRoute/shop/x, HTTPRoute/shop/y', mode: 'merge' },
    ],
    [
      'several-routes-match',
      'one route, several rules',
      [gatewayAPI('HTTPRoute', 'shop/x', { parentRefs: [CART], rules: [forward('cart'), forward('bill')] })],
      SHOP,
      {},
      null,
    ],
    [
      'name-decided',
      'no ages are known',
      [route('shop/x'), route('shop/y')],
      SHOP,
      {},
      { ...NAMES, undated: 1 },
    ],
    [
      'name-decided',
      'ages are equal',
      [route('shop/x', '/a', '1'), route('shop/y', '/a', '1')],
      SHOP,
      {},
      { ...NAMES, undated: 0 },
    ],
    ['name-decided', 'ages differ', [route('shop/x', '/a', '1'), route('shop/y', '/a', '2')], SHOP, {}, null],
    ['name-decided', 'the path decides', [exact('shop/x'), route('shop/y')], SHOP, {}, null],
    ['age-unknown', 'the loser has no age', [route('shop/x', '/a', '1'), route('shop/y')], SHOP, {}, NAMES],
    [
      'age-unknown',
      'both have one',
      [route('shop/x', '/a', '1'), route('shop/y', '/a', '2')],
      SHOP,
      {},
      null,
    ],
    ['age-unknown', 'neither has one', [route('shop/x'), route('shop/y')], SHOP, {}, null],
    ['age-unknown', 'the path decides', [exact('shop/x', '1'), route('shop/y')], SHOP, {}, null],
    [
      'grpc-on-http-route',
      'a call on an HTTPRoute',
      [route('shop/x', '/')],
      CALL,
      {},
      { route: 'HTTPRoute/shop/x' },
    ],
    ['grpc-on-http-route', 'a call on a GRPCRoute', [route('shop/g', '', null, 'GRPCRoute')], CALL, {}, null],
    ['grpc-on-http-route', 'a request', [route('shop/x')], SHOP, {}, null],
    [
      'http-on-grpc-route',
      'a request where calls alone are routed',
      [route('shop/g', '', null, 'GRPCRoute')],
      SHOP,
      {},
      {},
    ],
    [
      'http-on-grpc-route',
      'a request where requests are routed, too',
      [route('shop/x', '/b'), route('shop/g', '', null, 'GRPCRoute')],
      SHOP,
      COEXIST,
      null,
    ],
    ['http-on-grpc-route', 'a request that no HTTPRoute matches', [route('shop/x', '/b')], SHOP, {}, null],
    [
      'regex-invalid',
      'a pattern alone keeps an entry from matching',
      [TO_PATTERN],
      SHOP,
      {},
      { pattern: '(' },
    ],
    ['regex-invalid', 'a header keeps it from matching, too', [HEADER_TOO], SHOP, {}, null],
    ['regex-invalid', 'the pattern is valid', [route('shop/x', '/b')], SHOP, {}, null],
    [
      'one-level-only',
      'the backend has routes of its own',
      [
        gatewayAPI('HTTPRoute', 'shop/x', { parentRefs: [CART], rules: [forward('bill')] }),
        gatewayAPI('HTTPRoute', 'shop/b', { parentRefs: [toService('bill')], rules: [] }),
      ],
      SHOP,
      {},
      { service: 'shop/bill' },
    ],
    ['one-level-only', 'the backend is what was dialled', [route('shop/x')], SHOP, {}, null],
    [
      'one-level-only',
      'the backend has none',
      [gatewayAPI('HTTPRoute', 'shop/x', { parentRefs: [CART], rules: [forward('bill')] })],
      SHOP,
      {},
      null,
    ],
  ])('%s: %s', (code, _what, routes, request, profile, args) => {
    const found = argsOf(notes(routes, request, profile), code);
    if (args === null) expect(found).toBeNull();
    else expect(found).toMatchObject(args);
  });
});

describe('notes on TCPRoutes at a listener that terminates TLS', () => {
  const at = (section: string, kind: string, name: string) =>
    gatewayAPI(kind, name, {
      parentRefs: [{ name: 'edge', sectionName: section }],
      hostnames: kind === 'TLSRoute' ? ['a.test'] : undefined,
      rules: [forward('cart')],
    });
  const TERMINATED = { tcpRouteAtTLS: 'terminated' } as const;
  const TLS = { gateway: 'shop/edge', url: 'tls://a.test:443' };
  const args = { routes: 'TCPRoute/shop/t', read: 'refused' };
  test.each<[string, object[], object, Partial<Profile>, object | null]>([
    ['it is refused, and nothing wins', [at('tls', 'TCPRoute', 'shop/t')], TLS, {}, args],
    ['it wins', [at('tls', 'TCPRoute', 'shop/t')], TLS, TERMINATED, { ...args, read: 'terminated' }],
    ['a TLSRoute wins', [at('tls', 'TCPRoute', 'shop/t'), at('tls', 'TLSRoute', 'shop/s')], TLS, {}, null],
    [
      'the listener passes TLS through',
      [at('pass', 'TCPRoute', 'shop/t')],
      { ...TLS, url: 'tls://a.test:444' },
      {},
      null,
    ],
    ['there is none', [at('tls', 'TLSRoute', 'shop/s')], TLS, {}, null],
  ])('%s', (_what, routes, request, profile, expected) => {
    expect(argsOf(notes([EDGE, ...routes], request, profile), 'tcp-route-at-tls-listener')).toEqual(expected);
  });
});
