import { describe, expect, test } from 'vitest';
import { forward, gateway, gatewayAPI, load, service } from '../../../../../../tests/manifests.ts';
import { gatewayAPIOf } from '../gateway-api-control.ts';

const LISTENERS = [
  { name: 'own', port: 80, protocol: 'HTTP' },
  {
    name: 'all',
    port: 81,
    protocol: 'HTTP',
    hostname: '*.example',
    allowedRoutes: { namespaces: { from: 'All' } },
  },
  { name: 'tcp', port: 82, protocol: 'TCP', allowedRoutes: { namespaces: { from: 'All' } } },
  {
    name: 'labels',
    port: 83,
    protocol: 'HTTP',
    allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { team: 'red' } } } },
  },
];
const EDGE = gateway('shop/edge', LISTENERS);
const ref = (more: object = {}) => ({ name: 'edge', namespace: 'shop', ...more });

/** The attachments of a route `r` by their targets: `REASON`, and each listener that takes it with the shared hostnames. */
function attached(spec: object, namespace = 'shop', kind = 'HTTPRoute', more: readonly object[] = []) {
  const route = gatewayAPI(kind, `${namespace}/r`, { rules: [forward('cart')], ...spec });
  const { plane } = gatewayAPIOf(load([service('shop/cart'), EDGE, ...more, route]).control);
  return plane.attachments.map(({ target, reason, verdicts, byDefault, parent }) => ({
    target,
    parent,
    byDefault,
    reason,
    takers: verdicts.flatMap(({ listener, refusal, hostnames, supposed }) =>
      refusal === null
        ? [`${listener.listener.name} ${hostnames.join() || '*'}${supposed === true ? ' supposed' : ''}`]
        : [],
    ),
    refusals: verdicts.flatMap(({ refusal }) => refusal ?? []),
  }));
}

describe('a parentRef to a Gateway', () => {
  test.each<[string, object, string, string, string, string[]]>([
    [
      'all listeners that let it in',
      {},
      'shop',
      'HTTPRoute',
      'Accepted',
      ['own *', 'all *.example', 'labels * supposed'],
    ],
    ['from another namespace', {}, 'web', 'HTTPRoute', 'Accepted', ['all *.example', 'labels * supposed']],
    [
      'a listener by name',
      { parentRefs: [ref({ sectionName: 'all' })] },
      'shop',
      'HTTPRoute',
      'Accepted',
      ['all *.example'],
    ],
    ['a listener by port', { parentRefs: [ref({ port: 80 })] }, 'shop', 'HTTPRoute', 'Accepted', ['own *']],
    [
      'a name and another port',
      { parentRefs: [ref({ sectionName: 'own', port: 81 })] },
      'shop',
      'HTTPRoute',
      'NoMatchingParent',
      [],
    ],
    [
      'a listener that is not there',
      { parentRefs: [ref({ sectionName: 'none' })] },
      'shop',
      'HTTPRoute',
      'NoMatchingParent',
      [],
    ],
    [
      'a listener of another namespace',
      { parentRefs: [ref({ sectionName: 'own' })] },
      'web',
      'HTTPRoute',
      'NotAllowedByListeners',
      [],
    ],
    [
      'a listener of another kind',
      { parentRefs: [ref({ sectionName: 'tcp' })] },
      'shop',
      'HTTPRoute',
      'NotAllowedByListeners',
      [],
    ],
    [
      'hostnames that are not shared',
      { parentRefs: [ref({ sectionName: 'all' })], hostnames: ['a.test'] },
      'shop',
      'HTTPRoute',
      'NoMatchingListenerHostname',
      [],
    ],
    [
      'hostnames of which one is shared',
      { parentRefs: [ref({ sectionName: 'all' })], hostnames: ['a.test', 'a.example', '*.example'] },
      'shop',
      'HTTPRoute',
      'Accepted',
      ['all a.example,*.example'],
    ],
    [
      'connections have no hostnames',
      { parentRefs: [ref({ sectionName: 'tcp' })] },
      'shop',
      'TCPRoute',
      'Accepted',
      ['tcp *'],
    ],
  ])('%s', (_what, spec, namespace, kind, reason, takers) => {
    const [only] = attached({ parentRefs: [ref()], ...spec }, namespace, kind);
    expect([only?.reason, only?.takers]).toEqual([reason, takers]);
  });

  test('has the reason of the listener that comes furthest', () => {
    const [found] = attached({ parentRefs: [ref()], hostnames: ['a.test'] }, 'web', 'HTTPRoute', []);
    // Listener `labels` takes it by supposition.
    expect(found?.reason).toBe('Accepted');
    const [strict] = attached({ parentRefs: [ref({ sectionName: 'all' })], hostnames: ['a.test'] }, 'web');
    expect([strict?.reason, strict?.refusals]).toEqual([
      'NoMatchingListenerHostname',
      ['not-named', 'hostname', 'not-named', 'not-named'],
    ]);
  });

  test('is refused for the sake of the route where a listener would take it', () => {
    const filters = [
      { type: 'RequestRedirect', requestRedirect: { hostname: 'a.test' } },
      { type: 'URLRewrite', urlRewrite: { hostname: 'b.test' } },
    ];
    const rules = [{ filters }];
    const [own, wrong] = attached({
      parentRefs: [ref({ sectionName: 'own' }), ref({ sectionName: 'tcp' })],
      rules,
    });
    expect([own?.reason, own?.takers]).toEqual(['IncompatibleFilters', []]);
    expect(wrong?.reason).toBe('NotAllowedByListeners');
  });
});

describe('default Gateways', () => {
  const inDefault = (name: string) =>
    gateway(name, [{ name: 'http', port: 80, protocol: 'HTTP' }], { defaultScope: 'All' });
  const DEFAULTS = [inDefault('shop/zeta'), inDefault('shop/alpha')];
  const asks = (parentRefs: readonly object[], more = DEFAULTS) =>
    attached({ parentRefs, useDefaultGateways: 'All' }, 'shop', 'HTTPRoute', more).map(
      ({ target, parent, byDefault }) => `${parent} ${target}${byDefault ? ' by default' : ''}`,
    );

  test('come behind the parents that are written, by namespace and name', () => {
    const defaults = ['1 Gateway/shop/alpha by default', '2 Gateway/shop/zeta by default'];
    expect(asks([{ name: 'none' }])).toEqual(defaults);
    expect(asks([ref()])).toEqual(['0 Gateway/shop/edge', ...defaults]);
  });

  test.each<[string, object, boolean]>([
    ['as a whole', { name: 'alpha' }, false],
    ['by a listener', { name: 'alpha', sectionName: 'http' }, true],
    ['by a port', { name: 'alpha', port: 80 }, true],
    ['in another namespace', { name: 'alpha', namespace: 'other' }, true],
    ['as a ListenerSet', { name: 'alpha', kind: 'ListenerSet' }, true],
    ['in another group', { name: 'alpha', group: 'example.com' }, true],
  ])('are added to a route that names one %s: %o', (_what, parent, added) => {
    expect(asks([parent]).includes('1 Gateway/shop/alpha by default')).toBe(added);
  });

  test('are none for a route that does not ask, and none of a Gateway that no controller owns', () => {
    const targets = attached({ parentRefs: [ref()] }, 'shop', 'HTTPRoute', DEFAULTS).map(
      ({ target }) => target,
    );
    expect(targets).toEqual(['Gateway/shop/edge']);
    const other = gatewayAPI('GatewayClass', 'known', { controllerName: 'example.com/c' });
    expect(asks([ref()], [...DEFAULTS, other])).toEqual([]);
  });
});
