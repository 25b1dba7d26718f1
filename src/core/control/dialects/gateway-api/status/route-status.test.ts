import { describe, expect, test } from 'vitest';
import {
  forward,
  forwardPath,
  gateway,
  gatewayAPI,
  load,
  service,
  toService,
} from '../../../../../../tests/manifests.ts';
import { predictStatus } from '../../../../dialects/statuses.ts';

const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };
const WORLD = [
  service('shop/cart'),
  service('shop/bare', { clusterIP: 'None' }),
  gateway('shop/edge', [HTTP]),
  gateway('shop/labels', [
    {
      ...HTTP,
      allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { team: 'red' } } } },
    },
  ]),
];

/** The parents of a route: `KIND/NAME: CONDITION STATUS REASON …`. */
function parents(route: object, id = 'HTTPRoute/shop/r', world: readonly object[] = WORLD) {
  const { cluster, control } = load([...world, route]);
  const status = predictStatus(cluster, control).find(({ resource }) => resource === id);
  return status?.parents?.map(({ parentRef, conditions, assumed }) => {
    const printed = conditions.map(({ type, status: value, reason }) => `${type} ${value} ${reason}`);
    return `${parentRef.kind}/${parentRef.name}${assumed === true ? ' assumed' : ''}: ${printed.join(', ')}`;
  });
}

const route = (
  parentRefs: readonly object[],
  rules: readonly object[] = [forward('cart')],
  name = 'shop/r',
  kind = 'HTTPRoute',
) => gatewayAPI(kind, name, { parentRefs, rules });
const EDGE = { name: 'edge' };
const CART = toService('cart');
const GOOD = 'Accepted True Accepted, ResolvedRefs True ResolvedRefs';
const mirror = (name: string) => ({
  type: 'RequestMirror',
  requestMirror: { backendRef: { name, port: 80 } },
});
const auth = (name: string) => ({
  type: 'ExternalAuth',
  externalAuth: { protocol: 'HTTP', backendRef: { name, port: 80 } },
});

describe('the parents of a route', () => {
  test.each<[string, object[], string[]]>([
    ['come in the order written', [CART, EDGE], [`Service/cart: ${GOOD}`, `Gateway/edge: ${GOOD}`]],
    [
      'leave out what does not exist, except a Service',
      [{ name: 'none' }, toService('none')],
      ['Service/none: Accepted False NoMatchingParent, ResolvedRefs True ResolvedRefs'],
    ],
    [
      'say that a headless Service takes none',
      [toService('bare')],
      ['Service/bare: Accepted False NoMatchingParent, ResolvedRefs True ResolvedRefs'],
    ],
    [
      'say that no listener is meant',
      [{ name: 'edge', sectionName: 'none' }],
      ['Gateway/edge: Accepted False NoMatchingParent, ResolvedRefs True ResolvedRefs'],
    ],
    [
      'are open where labels are unknown',
      [{ name: 'labels' }],
      ['Gateway/labels: Accepted Unknown Pending, ResolvedRefs True ResolvedRefs'],
    ],
  ])('%s', (_what, refs, expected) => {
    expect(parents(route(refs))).toEqual(expected);
  });

  test('are assumed where no manifest declares a Gateway', () => {
    expect(parents(route([EDGE]), 'HTTPRoute/shop/r', [service('shop/cart')])).toEqual([
      `Gateway/edge assumed: ${GOOD}`,
    ]);
  });

  test('say that another kind keeps all ports of a Service', () => {
    const calls = gatewayAPI('GRPCRoute', 'shop/g', { parentRefs: [CART], rules: [forward('cart')] });
    const ports = service('shop/cart', {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 90 },
      ],
    });
    const at = (manifests: readonly object[]) => parents(route([CART]), 'HTTPRoute/shop/r', manifests);
    expect(at([service('shop/cart'), calls])).toEqual([
      'Service/cart: Accepted False Conflicted, ResolvedRefs True ResolvedRefs',
    ]);
    const onePort = gatewayAPI('GRPCRoute', 'shop/g', {
      parentRefs: [toService('cart', { port: 90 })],
      rules: [forward('cart')],
    });
    expect(at([ports, onePort])).toEqual([`Service/cart: ${GOOD}`]);
  });
});

describe('the references of a route', () => {
  const NO_BACKEND = { kind: 'ConfigMap', name: 'a' };
  const refs = (rule: object) => parents(route([CART], [rule]))?.[0]?.split(', ')[1];
  test.each<[string, object, string]>([
    ['all are there', forward('cart'), 'True ResolvedRefs'],
    ['a backend is missing', forward('cart', 'none'), 'False BackendNotFound'],
    [
      'a backend is of a kind that is none',
      { backendRefs: [{ kind: 'ConfigMap', name: 'a' }] },
      'False InvalidKind',
    ],
    ['a mirror is missing', { filters: [mirror('none')], ...forward('cart') }, 'False BackendNotFound'],
    [
      'a mirror of a backend is missing',
      { backendRefs: [{ name: 'cart', port: 80, filters: [mirror('none')] }] },
      'False BackendNotFound',
    ],
    [
      'a mirror is there',
      { filters: [mirror('cart')], backendRefs: [{ name: 'cart', port: 80, filters: [mirror('cart')] }] },
      'True ResolvedRefs',
    ],
    [
      'a server of an ExternalAuth filter is missing',
      { filters: [auth('none')], ...forward('cart') },
      'False BackendNotFound',
    ],
    [
      'a backend of a kind that is not simulated',
      { backendRefs: [{ group: 'multicluster.x-k8s.io', kind: 'ServiceImport', name: 'a', port: 80 }] },
      'Unknown Pending',
    ],
    [
      'a mirror goes before backends',
      { filters: [mirror('none')], backendRefs: [NO_BACKEND] },
      'False BackendNotFound',
    ],
    [
      'a backend goes before its mirrors',
      { backendRefs: [{ ...NO_BACKEND, filters: [mirror('none')] }] },
      'False InvalidKind',
    ],
    [
      'a mirror of a backend goes before later backends',
      { backendRefs: [{ name: 'cart', port: 80, filters: [mirror('none')] }, NO_BACKEND] },
      'False BackendNotFound',
    ],
    [
      'the first that is wrong decides',
      {
        backendRefs: [
          { kind: 'ConfigMap', name: 'a' },
          { name: 'none', port: 80 },
        ],
      },
      'False InvalidKind',
    ],
  ])('%s', (_what, rule, expected) => {
    expect(refs(rule)).toBe(`ResolvedRefs ${expected}`);
  });

  test('need a grant at a Gateway, and none in a mesh', () => {
    const rules = [{ backendRefs: [{ name: 'far', namespace: 'web', port: 80 }] }];
    expect(parents(route([EDGE, CART], rules), 'HTTPRoute/shop/r', [...WORLD, service('web/far')])).toEqual([
      'Gateway/edge: Accepted True Accepted, ResolvedRefs False RefNotPermitted',
      `Service/cart: ${GOOD}`,
    ]);
  });
});

describe('a route of which some rules cannot be read', () => {
  const unreadable = forwardPath('/', 'cart', 'Glob');
  test.each<[string, object[], string]>([
    ['some', [unreadable, forward('cart')], `${GOOD}, PartiallyInvalid True UnsupportedValue`],
    ['all', [unreadable], 'Accepted False UnsupportedValue, ResolvedRefs True ResolvedRefs'],
    ['none', [forward('cart')], GOOD],
  ])('%s', (_what, rules, expected) => {
    expect(parents(route([EDGE, CART], rules))).toEqual([
      `Gateway/edge: ${expected}`,
      `Service/cart: ${expected}`,
    ]);
  });

  test('is not partly invalid where its parent refuses it', () => {
    const found = parents(route([{ name: 'edge', sectionName: 'none' }], [unreadable, forward('cart')]));
    expect(found).toEqual(['Gateway/edge: Accepted False NoMatchingParent, ResolvedRefs True ResolvedRefs']);
  });
});
