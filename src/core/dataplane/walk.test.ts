import { describe, expect, test } from 'vitest';
import {
  forward,
  forwardPath,
  gateway,
  gatewayAPI,
  load,
  readRequest,
  service,
  toService,
} from '../../../tests/manifests.ts';
import type { SimRequest } from '../ir/request.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import { consider, considerQuickly } from './candidates.ts';
import { type Walk, walk } from './walk.ts';

const PLACE = () => ({ file: 'a.yaml', document: 0, path: '', line: 1, column: 1 });
const CART = toService('cart', { namespace: 'shop' });

const SERVICES = [service('shop/cart'), service('shop/bare'), service('shop/names'), service('shop/raw')];
const ROUTES = [
  gatewayAPI('HTTPRoute', 'shop/all', {
    parentRefs: [CART],
    rules: [forwardPath('/a', 'cart'), forwardPath('/b', 'cart')],
  }),
  gatewayAPI('HTTPRoute', 'shop/exact', {
    parentRefs: [CART],
    rules: [forwardPath('/a/b', 'cart', 'Exact')],
  }),
  gatewayAPI('HTTPRoute', 'web/lane', { parentRefs: [CART], rules: [forwardPath('/c', 'cart')] }),
  gatewayAPI('TLSRoute', 'shop/tls', {
    parentRefs: [toService('names')],
    hostnames: ['a.test'],
    rules: [forward('names')],
  }),
  gatewayAPI('UDPRoute', 'shop/udp', { parentRefs: [toService('raw')], rules: [forward('raw')] }),
  gatewayAPI('TCPRoute', 'shop/tcp', { parentRefs: [toService('raw')], rules: [forward('raw')] }),
];
const LISTENERS = [
  { name: 'any', port: 80, protocol: 'HTTP' },
  { name: 'example', port: 80, protocol: 'HTTP', hostname: '*.example' },
];
const AT_GATEWAY = [
  gateway('shop/edge', LISTENERS),
  gatewayAPI('HTTPRoute', 'shop/wide', {
    parentRefs: [{ name: 'edge', sectionName: 'any' }],
    rules: [forwardPath('/a', 'cart')],
  }),
  gatewayAPI('HTTPRoute', 'shop/wild', {
    parentRefs: [{ name: 'edge', sectionName: 'example' }],
    rules: [forwardPath('/', 'cart')],
  }),
  gatewayAPI('HTTPRoute', 'shop/named', {
    parentRefs: [{ name: 'edge', sectionName: 'example' }],
    hostnames: ['x.example'],
    rules: [forwardPath('/b', 'cart')],
  }),
];

function walked(
  fields: object,
  profile: Partial<Profile> = {},
  manifests = [...SERVICES, ...ROUTES, ...AT_GATEWAY],
): Walk {
  const under = { ...GATEWAY_API, ...profile };
  const { ir } = load(manifests, profile).control;
  const request: SimRequest = readRequest(fields);
  const explained = walk(request, ir, under, (table, view) => consider(table, view, PLACE));
  const quick = walk(request, ir, under, considerQuickly);
  // A table that rejects several matches has to be compared entry by entry.
  if (under.severalMatches !== 'reject') expect(endOf(quick)).toBe(endOf(explained));
  return explained;
}

/** How a walk ends, with the route of the winner or the cause. */
function endOf(walk: Walk): string {
  if (walk.end === 'entry') return `entry ${walk.entry.route}`;
  return walk.end === 'no-entry' ? `no-entry ${walk.cause}` : walk.end;
}

const resultsOf = (found: Walk) =>
  'consideration' in found
    ? Array.from(found.consideration.considered, ({ route, result, lostBy }) => [
        route,
        result,
        lostBy ?? null,
      ])
    : [];

const SHOP = { from: 'shop' };
const WEB = { from: 'web' };
const OUTSIDE = { from: { namespace: 'shop', inMesh: false } };
const EDGE = { gateway: 'shop/edge' };

describe('how far a request comes', () => {
  test.each<[string, object, Partial<Profile>, string]>([
    ['a Gateway that no manifest declares', { gateway: 'shop/none', url: 'http://a.test/' }, {}, 'no-proxy'],
    ['a client outside the mesh', { ...OUTSIDE, url: 'http://cart.shop/a' }, {}, 'not-intercepted'],
    [
      'a client outside, where the server side enforces routes',
      { ...OUTSIDE, url: 'http://cart.shop/a' },
      { serverSideProducerRoutes: true },
      'entry HTTPRoute/shop/all',
    ],
    ['an unknown host', { ...SHOP, url: 'http://nowhere.test/' }, {}, 'no-virtual-host'],
    ['a Service without routes', { ...SHOP, url: 'http://bare/' }, {}, 'no-table'],
    ['a connection to a Service with routes of requests', { ...SHOP, url: 'tcp://cart:80' }, {}, 'no-table'],
    ['a packet to a Service with routes of requests', { ...SHOP, url: 'udp://cart:80' }, {}, 'no-table'],
    [
      'a request that the data plane refuses',
      { ...SHOP, url: 'http://cart/a', method: 'FOO' },
      { refusedRequests: 'envoy' },
      'answered-before',
    ],
    [
      'the same request where no table reads it',
      { ...SHOP, url: 'http://bare/a', method: 'FOO' },
      { refusedRequests: 'envoy' },
      'no-table',
    ],
    [
      'a path that is normalised first',
      { ...SHOP, url: 'http://cart/x/../a' },
      { pathNormalisation: 'base' },
      'entry HTTPRoute/shop/all',
    ],
    ['a request that matches', { ...SHOP, url: 'http://cart/b' }, {}, 'entry HTTPRoute/shop/all'],
    [
      'a request that several entries match',
      { ...SHOP, url: 'http://cart/a/b' },
      {},
      'entry HTTPRoute/shop/exact',
    ],
    [
      'a request that several routes match, where they are rejected',
      { ...SHOP, url: 'http://cart/a/b' },
      { severalMatches: 'reject' },
      'no-entry several-routes',
    ],
    [
      'a request that one route matches, where several are rejected',
      { ...SHOP, url: 'http://cart/a' },
      { severalMatches: 'reject' },
      'entry HTTPRoute/shop/all',
    ],
    ['a request that none matches', { ...SHOP, url: 'http://cart/z' }, {}, 'no-entry no-match'],
    [
      'a consumer that its own routes do not match',
      { ...WEB, url: 'http://cart.shop/a' },
      {},
      'no-entry no-match',
    ],
    [
      'a consumer whose table leaves it to the producer',
      { ...WEB, url: 'http://cart.shop/a' },
      { consumerFallback: 'fallbackToProducer' },
      'entry HTTPRoute/shop/all',
    ],
    [
      'a consumer that its own routes match',
      { ...WEB, url: 'http://cart.shop/c' },
      { consumerFallback: 'fallbackToProducer' },
      'entry HTTPRoute/web/lane',
    ],
    [
      'a consumer that neither table matches',
      { ...WEB, url: 'http://cart.shop/z' },
      { consumerFallback: 'fallbackToProducer' },
      'no-entry no-match',
    ],
    ['TLS, by its SNI', { ...SHOP, url: 'tls://names:80', sni: 'a.test' }, {}, 'entry TLSRoute/shop/tls'],
    [
      'HTTPS, by its SNI',
      { ...SHOP, url: 'https://names:80/', sni: 'a.test' },
      {},
      'entry TLSRoute/shop/tls',
    ],
    ['TLS of another SNI', { ...SHOP, url: 'tls://names:80', sni: 'b.test' }, {}, 'no-entry no-match'],
    ['a connection', { ...SHOP, url: 'tcp://raw:80' }, {}, 'entry TCPRoute/shop/tcp'],
    ['a packet', { ...SHOP, url: 'udp://raw:80' }, {}, 'entry UDPRoute/shop/udp'],
    [
      'a request that no table reads',
      { ...SHOP, url: 'http://raw/', method: 'FOO' },
      { refusedRequests: 'envoy' },
      'entry TCPRoute/shop/tcp',
    ],
    [
      'a request where connections are routed',
      { ...SHOP, url: 'http://raw/' },
      {},
      'entry TCPRoute/shop/tcp',
    ],
    [
      'at a Gateway, the listener of the host alone',
      { ...EDGE, url: 'http://y.example/a' },
      {},
      'entry HTTPRoute/shop/wild',
    ],
    [
      'at a Gateway, a host that falls through',
      { ...EDGE, url: 'http://x.example/a' },
      {},
      'entry HTTPRoute/shop/wild',
    ],
    [
      'at a Gateway, a host that does not fall through',
      { ...EDGE, url: 'http://x.example/a' },
      { hostnameFallthrough: false },
      'no-entry no-match',
    ],
    [
      'at a Gateway, the most specific host without fall-through',
      { ...EDGE, url: 'http://x.example/b' },
      { hostnameFallthrough: false },
      'entry HTTPRoute/shop/named',
    ],
    [
      'at a Gateway, a host of one pattern without fall-through',
      { ...EDGE, url: 'http://y.example/b' },
      { hostnameFallthrough: false },
      'entry HTTPRoute/shop/wild',
    ],
    ['at a Gateway, another listener', { ...EDGE, url: 'http://x.test/a' }, {}, 'entry HTTPRoute/shop/wide'],
    ['at a Gateway, no entry of the listener', { ...EDGE, url: 'http://x.test/z' }, {}, 'no-entry no-match'],
  ])('%s', (_what, fields, profile, end) => {
    expect(endOf(walked(fields, profile))).toBe(end);
  });
});

describe('what was compared', () => {
  test('shows no winner where several routes match and are rejected', () => {
    const found = walked({ ...SHOP, url: 'http://cart/a/b' }, { severalMatches: 'reject' });
    expect(resultsOf(found)).toEqual([
      ['HTTPRoute/shop/exact', 'lost', null],
      ['HTTPRoute/shop/all', 'lost', 'exact-path'],
      ['HTTPRoute/shop/all', 'missed', null],
    ]);
  });

  test('is the entries of all tables that were asked', () => {
    const found = walked({ ...WEB, url: 'http://cart.shop/b' }, { consumerFallback: 'fallbackToProducer' });
    expect(resultsOf(found).map(([route, result]) => [route, result])).toEqual([
      ['HTTPRoute/web/lane', 'missed'],
      ['HTTPRoute/shop/exact', 'missed'],
      ['HTTPRoute/shop/all', 'missed'],
      ['HTTPRoute/shop/all', 'won'],
    ]);
    expect('first' in found && found.first !== found.table).toBe(true);
  });

  test('says that a hostname lost where it does not fall through', () => {
    const found = walked({ ...EDGE, url: 'http://x.example/a' }, { hostnameFallthrough: false });
    expect(resultsOf(found)).toEqual([
      ['HTTPRoute/shop/named', 'missed', null],
      ['HTTPRoute/shop/wild', 'lost', 'hostname'],
    ]);
    expect('consideration' in found && found.consideration.winner).toBeNull();
  });

  test('is the entries of all listeners of the port where they are not isolated', () => {
    const found = walked({ ...EDGE, url: 'http://y.example/a' }, { listenerIsolation: false });
    expect(resultsOf(found).map(([route]) => route)).toContain('HTTPRoute/shop/wide');
    const isolated = walked({ ...EDGE, url: 'http://y.example/a' });
    expect(resultsOf(isolated).map(([route]) => route)).not.toContain('HTTPRoute/shop/wide');
  });
});

test('a connection that routes of requests say nothing about comes with their table', () => {
  const mismatched = walked({ ...SHOP, url: 'tcp://cart:80' });
  expect(mismatched.end === 'no-table' && mismatched.mismatch?.routes).toEqual([
    'HTTPRoute/shop/all',
    'HTTPRoute/shop/exact',
  ]);
  const bare = walked({ ...SHOP, url: 'http://bare/' });
  expect(bare.end === 'no-table' && bare.mismatch).toBeNull();
});
