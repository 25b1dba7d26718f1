import { describe, expect, test } from 'vitest';
import { forwardPath, gatewayAPI, grant, service, toService } from '../../../tests/manifests.ts';
import { analyse, type Snapshot } from '../index.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import { patchSince } from './build-control-plane.ts';

const CART = toService('cart', { namespace: 'shop' });
const route = (name: string, path: string, backend = 'cart', more: object = {}) =>
  gatewayAPI('HTTPRoute', name, {
    parentRefs: [CART],
    rules: [
      {
        ...forwardPath(path, backend),
        backendRefs: [{ name: backend, namespace: 'shop', port: 80, ...more }],
      },
    ],
  });

const sourcesOf = (manifests: readonly object[]) => [
  { file: 'a.yaml', text: manifests.map((each) => JSON.stringify(each)).join('\n---\n') },
];

/** The snapshot after an edit, made from the one before it; its tables have to be those of a cold run. */
function edit(before: readonly object[], after: readonly object[], profile: Partial<Profile> = {}) {
  const options = { profile: { ...GATEWAY_API, ...profile } };
  const previous = analyse(sourcesOf(before), options);
  const edited = analyse(sourcesOf(after), { ...options, previous });
  const tables = (snapshot: Snapshot) => JSON.stringify([...snapshot.control.ir.frontends].sort());
  expect(tables(edited)).toBe(tables(analyse(sourcesOf(after), options)));
  expect(tables(edited)).not.toBe(tables(previous));
  return { previous, edited };
}

const BILL = service('shop/bill');
const SERVICES = [service('shop/cart'), BILL];
const TWO_PORTS = service('shop/cart', {
  ports: [
    { name: 'a', port: 80 },
    { name: 'b', port: 90 },
  ],
});
const FAR = [service('shop/cart'), service('web/far')];
const REQUIRED: Partial<Profile> = { meshReferenceGrant: 'required' };
const TO_FAR = route('shop/r', '/a', 'far', { namespace: 'web' });
const GRANT = grant('web/g', { kind: 'HTTPRoute', namespace: 'shop' }, { group: '', kind: 'Service' });
const NO_GRANT = grant('web/g', { kind: 'GRPCRoute', namespace: 'shop' }, { group: '', kind: 'Service' });

describe('the tables after an edit equal those of a cold run', () => {
  test.each<[string, object[], object[], Partial<Profile>]>([
    ['a route', [...SERVICES, route('shop/r', '/a')], [...SERVICES, route('shop/r', '/b')], {}],
    [
      'one of two routes',
      [...SERVICES, route('shop/r', '/a'), route('web/s', '/c')],
      [...SERVICES, route('shop/r', '/b'), route('web/s', '/c')],
      {},
    ],
    [
      'a route where Services are assumed',
      [route('shop/r', '/a'), route('web/s', '/c')],
      [route('shop/r', '/b'), route('web/s', '/c')],
      {},
    ],
    [
      'the backend of a route where Services are assumed',
      [route('shop/r', '/a', 'x')],
      [route('shop/r', '/a', 'y')],
      {},
    ],
    [
      'the parent of a route',
      [...SERVICES, route('shop/r', '/a')],
      [
        ...SERVICES,
        gatewayAPI('HTTPRoute', 'shop/r', {
          parentRefs: [toService('bill', { namespace: 'shop' })],
          rules: [forwardPath('/a', 'cart')],
        }),
      ],
      {},
    ],
    [
      'a port of a Service',
      [...SERVICES, route('shop/r', '/a')],
      [
        service('shop/cart', {
          ports: [
            { name: 'a', port: 80 },
            { name: 'b', port: 90 },
          ],
        }),
        BILL,
        route('shop/r', '/a'),
      ],
      {},
    ],
    [
      'a port that is gone',
      [TWO_PORTS, BILL, route('shop/r', '/a')],
      [...SERVICES, route('shop/r', '/a')],
      {},
    ],
    [
      'a port of a Service without routes',
      [...SERVICES, route('shop/r', '/a')],
      [service('shop/cart'), service('shop/bill', { ports: [{ port: 81 }] }), route('shop/r', '/a')],
      {},
    ],
    ['a grant that a reference needs', [...FAR, TO_FAR, NO_GRANT], [...FAR, TO_FAR, GRANT], REQUIRED],
    [
      'a Service more',
      [...SERVICES, route('shop/r', '/a')],
      [...SERVICES, service('shop/more'), route('shop/r', '/b')],
      {},
    ],
  ])('%s', (_what, before, after, profile) => {
    edit(before, after, profile);
  });
});

describe('what an edit does not touch', () => {
  const first = ({ control }: Snapshot) =>
    control.ir.frontends.get('shop/cart:80')?.tables[0]?.entries[0]?.route;

  test('is taken over', () => {
    const before = [
      ...SERVICES,
      gatewayAPI('HTTPRoute', 'shop/b', { parentRefs: [toService('bill')], rules: [{}] }),
      route('shop/r', '/a'),
    ];
    const { previous, edited } = edit(before, [...before.slice(0, -1), route('shop/r', '/b')]);
    const frontend = (snapshot: Snapshot, id: string) => snapshot.control.ir.frontends.get(id);
    expect(frontend(edited, 'shop/bill:80')).toBe(frontend(previous, 'shop/bill:80'));
    expect(frontend(edited, 'shop/cart:80')).not.toBe(frontend(previous, 'shop/cart:80'));
  });

  test('is ordered again under another profile', () => {
    const exact = gatewayAPI('HTTPRoute', 'shop/e', {
      parentRefs: [CART],
      rules: [forwardPath('/', 'cart', 'Exact')],
    });
    const sources = sourcesOf([...SERVICES, exact, route('shop/r', '/longer')]);
    const previous = analyse(sources);
    expect(first(previous)).toBe('HTTPRoute/shop/e');
    const profile: Profile = { ...GATEWAY_API, regexRank: 'none' };
    expect(first(analyse(sources, { profile, previous }))).toBe('HTTPRoute/shop/r');
  });

  test('is ordered again under another order of creation', () => {
    const sources = sourcesOf([...SERVICES, route('shop/a', '/'), route('shop/b', '/')]);
    const previous = analyse(sources);
    expect(first(previous)).toBe('HTTPRoute/shop/a');
    const creationOrder = ['HTTPRoute/shop/b', 'HTTPRoute/shop/a'];
    expect(first(analyse(sources, { creationOrder, previous }))).toBe('HTTPRoute/shop/b');
  });
});

test('a patch counts against the cluster of the memo alone', () => {
  const { previous, edited } = edit(
    [...SERVICES, route('shop/r', '/a')],
    [...SERVICES, route('shop/r', '/b')],
  );
  expect(patchSince(edited.cluster, previous.control.memo)).toBe(edited.cluster.patch);
  expect(patchSince(edited.cluster, edited.control.memo)).toBeNull();
});
