import { describe, expect, test } from 'vitest';
import { forward, gateway, gatewayAPI, load, service, toService } from '../../../tests/manifests.ts';
import { EVERYBODY_ELSE, gatewayClass, namespaceClass, OUTSIDE_MESH } from '../ids/client-classes.ts';
import type { Sender } from '../ir/mesh-ir.ts';
import type { MeshProxy } from '../ir/proxy-config.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';

const CART = toService('cart', { namespace: 'shop' });
const route = (name: string, parents: readonly object[] = [CART]) =>
  gatewayAPI('HTTPRoute', name, { parentRefs: parents, rules: [forward('cart')] });
const listener = (name: string, more: object = {}) => ({ name, port: 80, protocol: 'HTTP', ...more });
const PORTS = [
  { name: 'http', port: 80 },
  { name: 'more', port: 90 },
];

const WORLD = [
  service('shop/cart', { ports: PORTS }),
  route('shop/own'),
  route('web/lane'),
  route('api/lane'),
  gateway('shop/edge', [
    listener('any'),
    listener('wild', { hostname: '*.example' }),
    listener('port', { port: 81 }),
    listener('tls', {
      port: 443,
      protocol: 'HTTPS',
      hostname: 'a.example',
      tls: { certificateRefs: [{ name: 'a' }] },
    }),
    listener('more', {
      port: 443,
      protocol: 'HTTPS',
      hostname: 'b.example',
      tls: { certificateRefs: [{ name: 'a' }] },
    }),
    listener('pass', { port: 443, protocol: 'TLS', hostname: 'c.example', tls: { mode: 'Passthrough' } }),
    listener('no-certificate', { port: 443, protocol: 'HTTPS' }),
  ]),
  gateway('infra/edge', [listener('any'), listener('odd', { protocol: 'example.com/odd' })]),
  route('shop/at-edge', [{ name: 'edge' }]),
];

const irOf = (profile: Partial<Profile> = {}, manifests = WORLD) => load(manifests, profile).control.ir;
const IR = irOf();
const client = (namespace: string, inMesh = true): Sender => ({
  from: { namespace, workload: null, inMesh },
  gateway: null,
});

describe('the classes of clients', () => {
  test('are namespaces with consumer routes, everybody else, those outside, and Gateways', () => {
    expect(IR.classes()).toEqual([
      namespaceClass('api'),
      namespaceClass('web'),
      EVERYBODY_ELSE,
      OUTSIDE_MESH,
      gatewayClass('infra/edge'),
      gatewayClass('shop/edge'),
    ]);
  });

  test.each<[string, Sender, string]>([
    ['a namespace with consumer routes', client('web'), namespaceClass('web')],
    ['the namespace of the producer', client('shop'), EVERYBODY_ELSE],
    ['another namespace', client('other'), EVERYBODY_ELSE],
    ['a client outside the mesh', client('web', false), OUTSIDE_MESH],
    ['no client', { from: null, gateway: null }, EVERYBODY_ELSE],
    [
      'a Gateway',
      { from: null, gateway: { namespace: 'shop', name: 'edge', listener: null } },
      gatewayClass('shop/edge'),
    ],
    [
      'an unknown Gateway',
      { from: null, gateway: { namespace: 'shop', name: 'no', listener: null } },
      gatewayClass('shop/no'),
    ],
  ])('hold %s', (_what, sender, expected) => {
    expect(IR.classOf(sender)).toBe(expected);
  });

  test('have a proxy each, compiled once; an unknown Gateway has none', () => {
    for (const each of IR.classes()) expect(IR.proxy(each)?.of).toBe(each);
    expect(IR.proxy(EVERYBODY_ELSE)).toBe(IR.proxy(EVERYBODY_ELSE));
    expect(IR.proxy(gatewayClass('shop/no'))).toBeNull();
  });
});

describe('a proxy of the mesh', () => {
  const proxy = (of = EVERYBODY_ELSE, profile: Partial<Profile> = {}) => irOf(profile).proxy(of) as MeshProxy;

  test('sees the requests of clients outside where the side of the server enforces routes', () => {
    const seen = (profile: Partial<Profile>) =>
      [EVERYBODY_ELSE, OUTSIDE_MESH].map((of) => proxy(of, profile).intercepts);
    expect(seen({})).toEqual([true, false]);
    expect(seen({ serverSideProducerRoutes: true })).toEqual([true, true]);
  });

  test('reads the Host header first where a profile says so', () => {
    expect(proxy().authorityFirst).toBe(false);
    expect(proxy(EVERYBODY_ELSE, { serviceIdentification: 'authority' }).authorityFirst).toBe(true);
  });

  test('has the tables of its class, for each transport, compiled once', () => {
    const frontend = IR.frontends.get('shop/cart:80');
    if (frontend === undefined) throw new Error('no frontend');
    const own = IR.proxy(namespaceClass('web')) as MeshProxy;
    const host = own.host(frontend, 'tcp');
    expect(host).toBe(own.host(frontend, 'tcp'));
    expect(host).toMatchObject({
      id: 'shop/cart:80',
      name: 'http',
      port: 80,
      service: 'shop/cart',
      usable: true,
      pooled: null,
    });
    expect([host.table, host.hidden].map((table) => table?.scope.namespace)).toEqual(['web', 'shop']);
    expect(own.host(frontend, 'udp').table).toBeNull();
  });
});

describe('the routes that a Service port does not have', () => {
  const routes = (ports: readonly object[], port: number) => {
    const ir = irOf({}, [service('shop/cart', { ports: PORTS }), ...ports]);
    const frontend = ir.frontends.get(`shop/cart:${port}`);
    const { host } = ir.proxy(EVERYBODY_ELSE) as MeshProxy;
    if (frontend === undefined) throw new Error('no frontend');
    return host(frontend, 'tcp')
      .passedOver()
      .map(({ route: id, why }) => `${id} ${why}`);
  };
  const bound = [route('shop/r', [toService('cart', { port: 90 })])];

  test('are those of other ports, and none at the port that they bind', () => {
    expect(routes(bound, 80)).toEqual(['HTTPRoute/shop/r other-port']);
    expect(routes(bound, 90)).toEqual([]);
  });

  test('are those of a section that is not there, at a port that they bind, too', () => {
    const both = [
      route('shop/r', [toService('cart', { port: 80 }), toService('cart', { sectionName: 'none' })]),
    ];
    expect(routes(both, 80)).toEqual(['HTTPRoute/shop/r no-such-section']);
  });
});

describe('a Gateway under a profile', () => {
  const edge = (profile: Partial<Profile>, key = 'shop/edge') => {
    const found = IR.under({ ...GATEWAY_API, ...profile }).gateways.get(key);
    if (found === undefined) throw new Error('no Gateway');
    return found;
  };
  const pooled = (profile: Partial<Profile>, key?: string) =>
    edge(profile, key).listeners.map(
      ({ name, pooled: table }) => `${name} ${table === null ? 'alone' : table.entries.length}`,
    );

  test('pools the usable listeners of one port and protocol where they are not isolated', () => {
    const names = ['any', 'wild', 'port', 'tls', 'more', 'pass', 'no-certificate'];
    const alone = names.map((name) => `${name} alone`);
    expect(pooled({ listenerIsolation: true })).toEqual(alone);
    const shared = ['any 2', 'wild 2', 'port alone', 'tls 2', 'more 2', 'pass alone', 'no-certificate alone'];
    expect(pooled({ listenerIsolation: false })).toEqual(shared);
    const [any, wild] = edge({ listenerIsolation: false }).listeners;
    expect(any?.pooled).toBe(wild?.pooled);
    expect(any?.pooled?.routes).toEqual(['HTTPRoute/shop/at-edge']);
  });

  test('refuses misdirected requests and lets hostnames fall through as the profile says', () => {
    const facts = (profile: Partial<Profile>) => {
      const found = edge(profile, 'infra/edge');
      return [found.refusesMisdirected, ...found.listeners.map((each) => each.hostnameFallthrough)];
    };
    expect(facts({})).toEqual([true, true, true]);
    expect(facts({ misdirectedRequests: 'ignore', hostnameFallthrough: false })).toEqual([
      false,
      false,
      false,
    ]);
  });
});
