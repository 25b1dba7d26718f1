import fc from 'fast-check';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { meshRequest } from './choice-meshes.ts';
import type { Theme } from './choice-worlds.ts';

const BEHAVIOURS: readonly NonNullable<SimRequest['backend']>[] = [
  { latency: 16_000, failFirst: null, responseHeaders: [] },
  {
    latency: 0,
    failFirst: { times: 1, how: 'reset', status: 503, latency: 0 },
    responseHeaders: [['x-c', 'own']],
  },
  { latency: 0, failFirst: { times: 2, how: 'status', status: 503, latency: 0 }, responseHeaders: [] },
  { latency: 0, failFirst: { times: 1, how: 'status', status: 503, latency: 300 }, responseHeaders: [] },
];

const VALUE_HEADERS: readonly SimRequest['headers'][] = [
  [['x-a', 'é']],
  [['x-a', 'vxw']],
  [
    ['x-a', 'v'],
    ['x-a', 'w'],
  ],
  [
    ['x-b', 'v'],
    ['x-b', 'w'],
  ],
];
const OTHER_HEADERS: readonly SimRequest['headers'][] = [
  [],
  [['x-a', 'v']],
  [['x_b', 'v']],
  [
    ['accept', 'v'],
    ['accept', 'w'],
  ],
  [['Host', 'cart.prod']],
  [['Host', 'a.example.com:8080']],
];

const ODD_PATHS = [
  '/a',
  '/a',
  '/a/b',
  '/',
  '/a',
  '/a/b',
  '/b',
  '/a/',
  '/x/../a',
  '/%61',
  '//a',
  '/a//b',
  '/a%2Fb',
  '/a%00',
  '/a/x',
  '/\\a',
];

/** Returns requests for a theme, from inside the mesh, from outside, and through the Gateway. */
export function requestFor(theme: Theme): fc.Arbitrary<SimRequest> {
  if (theme === 'meshes') return meshRequest;
  const doors = theme === 'doors';
  return fc
    .record({
      from: fc.constantFrom('prod', 'client', 'stranger'),
      inMesh: fc.constantFrom(true, true, true, false),
      gateway: doors ? fc.constant(true) : fc.boolean(),
      secure: doors ? fc.boolean() : fc.constantFrom(false, false, true),
      protocol: fc.constantFrom('http' as const, 'http' as const, 'http' as const, 'grpc' as const),
      host: fc.constantFrom('a.example.com', 'b.example.com', 'example.org'),
      sni: fc.constantFrom(null, 'b.example.com', 'a.example.com'),
      port: fc.constantFrom(80, 80, 8080),
      method: fc.constantFrom('GET', ...(theme === 'anything' ? ['GET', 'FOO', 'CONNECT', 'OPTIONS'] : [])),
      path: fc.constantFrom(...(theme === 'anything' ? ODD_PATHS : ['/a', '/a/b', '/'])),
      query: fc.constantFrom(
        ...(theme === 'query' ? ['q=2&q=1', 'q=a%20b'] : ['', '']),
        'q=a%20b',
        'q=a+b',
        'q=1',
        'q=2&q=1',
        'r=1',
      ),
      headers: fc.constantFrom<SimRequest['headers']>(
        ...VALUE_HEADERS,
        ...(theme === 'values' ? [] : OTHER_HEADERS),
      ),
      backend: fc.constantFrom(
        ...(theme === 'retries' ? BEHAVIOURS.slice(1) : [null, null, null, ...BEHAVIOURS]),
      ),
    })
    .map((each): SimRequest => {
      const { gateway, protocol, path: given } = each;
      const call = protocol === 'grpc';
      const secure = gateway && each.secure && !call;
      const raw = theme === 'owners' && secure;
      const host = gateway ? each.host : 'shop.prod';
      return {
        from: gateway ? null : { namespace: each.from, workload: null, inMesh: each.inMesh },
        gateway: gateway ? { namespace: 'prod', name: 'gate', listener: null } : null,
        protocol: raw ? 'tls' : protocol,
        method: call ? 'POST' : each.method,
        scheme: call ? 'grpc' : raw ? 'tls' : secure ? 'https' : 'http',
        host,
        port: secure ? 443 : each.port,
        portWritten: !secure && each.port !== 80,
        path: call ? '/pkg.S/M' : given,
        query: call ? '' : each.query,
        headers: each.headers,
        sni: secure ? (each.sni ?? host) : null,
        podOf: null,
        backend: each.backend,
      };
    });
}
