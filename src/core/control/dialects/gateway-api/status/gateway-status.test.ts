import { describe, expect, test } from 'vitest';
import { forward, gateway, gatewayAPI, load, manifest, service } from '../../../../../../tests/manifests.ts';
import { predictStatus } from '../../../../dialects/statuses.ts';
import type { Condition, ResourceStatus } from '../../../resource-status.ts';

const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };
const ODD = { name: 'odd', port: 81, protocol: 'example.com/odd' };
const ALL = { allowedListeners: { namespaces: { from: 'All' } } };
const PARENT = { parentRef: { name: 'edge', namespace: 'shop' } };
const PEM = '-----BEGIN CERTIFICATE-----\n';

const set = (name: string, listeners: readonly object[]) =>
  gatewayAPI('ListenerSet', name, { ...PARENT, listeners });
const listener = (name: string, more: object = {}) => ({
  ...HTTP,
  name,
  hostname: `${name}.example`,
  ...more,
});

function statusOf(manifests: readonly object[], id = 'Gateway/shop/edge'): ResourceStatus | undefined {
  const { cluster, control } = load(manifests);
  return predictStatus(cluster, control).find(({ resource }) => resource === id);
}

const print = (conditions: readonly Condition[] = []) =>
  conditions.map(({ type, status, reason }) => `${type} ${status} ${reason}`);

describe('the ListenerSets that a Gateway counts', () => {
  const edge = (spec: object = ALL, listeners: readonly object[] = [HTTP]) =>
    gateway('shop/edge', listeners, spec);
  test.each<[string, object[], number]>([
    ['none', [edge()], 0],
    ['two', [edge(), set('shop/a', [listener('a')]), set('web/b', [listener('b')])], 2],
    [
      'of its own namespace',
      [
        edge({ allowedListeners: { namespaces: { from: 'Same' } } }),
        set('shop/a', [listener('a')]),
        set('web/b', [listener('b')]),
      ],
      1,
    ],
    ['none by default', [edge({}), set('shop/a', [listener('a')])], 0],
    ['none whose listeners are all refused', [edge(), set('shop/a', [ODD]), set('shop/b', [HTTP])], 0],
    ['one with a listener that is valid', [edge(), set('shop/a', [ODD, listener('a')])], 1],
    [
      'none of a Gateway that is refused',
      [
        edge({ ...ALL, addresses: [{ type: 'example.com/own', value: 'a' }] }),
        set('shop/a', [listener('a')]),
      ],
      0,
    ],
    [
      'none that names another Gateway',
      [
        edge(),
        gatewayAPI('ListenerSet', 'shop/a', { parentRef: { name: 'other' }, listeners: [listener('a')] }),
      ],
      0,
    ],
  ])('%s', (_what, manifests, count) => {
    expect(statusOf(manifests)?.attachedListenerSets).toBe(count);
  });
});

describe('the conditions of a Gateway', () => {
  const ACCEPTED = ['Accepted True Accepted', 'Programmed True Programmed', 'ResolvedRefs True ResolvedRefs'];
  const client = (ref: object) => ({ tls: { backend: { clientCertificateRef: ref } } });
  test.each<[string, object[], string[]]>([
    ['valid', [gateway('shop/edge', [HTTP])], ACCEPTED],
    [
      'with a listener that is refused',
      [gateway('shop/edge', [HTTP, ODD])],
      ['Accepted True ListenersNotValid', ...ACCEPTED.slice(1)],
    ],
    [
      'with no other listener',
      [gateway('shop/edge', [ODD])],
      ['Accepted False ListenersNotValid', 'Programmed False Invalid', 'ResolvedRefs True ResolvedRefs'],
    ],
    [
      'with an address of another type',
      [gateway('shop/edge', [HTTP], { addresses: [{ type: 'example.com/own', value: 'a' }] })],
      ['Accepted False UnsupportedAddress', 'Programmed False Invalid', 'ResolvedRefs True ResolvedRefs'],
    ],
    [
      'whose class no controller has',
      [
        gatewayAPI('GatewayClass', 'known', { controllerName: 'example.com/c' }),
        gateway('shop/edge', [HTTP]),
      ],
      ['Accepted Unknown Pending', 'Programmed Unknown Pending'],
    ],
    [
      'whose listener has a certificate of another kind',
      [
        gateway('shop/edge', [
          HTTP,
          {
            name: 'tls',
            port: 443,
            protocol: 'HTTPS',
            tls: { certificateRefs: [{ kind: 'ConfigMap', name: 'a' }] },
          },
        ]),
      ],
      [...ACCEPTED.slice(0, 2), 'ResolvedRefs False ListenersNotResolved'],
    ],
    [
      'whose client certificate is of another kind',
      [gateway('shop/edge', [HTTP], client({ kind: 'ConfigMap', name: 'a' }))],
      [...ACCEPTED.slice(0, 2), 'ResolvedRefs False InvalidClientCertificateRef'],
    ],
    [
      'whose client certificate is not permitted',
      [gateway('shop/edge', [HTTP], client({ name: 'a', namespace: 'other' }))],
      [...ACCEPTED.slice(0, 2), 'ResolvedRefs False RefNotPermitted'],
    ],
    [
      'whose client certificate is there',
      [
        gateway('shop/edge', [HTTP], client({ name: 'a' })),
        manifest('v1', 'Secret', 'shop/a', { stringData: { 'tls.crt': PEM, 'tls.key': PEM } }),
      ],
      ACCEPTED,
    ],
    [
      'that takes clients without a certificate',
      [
        gateway('shop/edge', [HTTP], {
          tls: {
            frontend: {
              default: {
                validation: {
                  mode: 'AllowInsecureFallback',
                  caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }],
                },
              },
            },
          },
        }),
      ],
      [...ACCEPTED, 'InsecureFrontendValidationMode True ConfigurationChanged'],
    ],
  ])('%s', (_what, manifests, conditions) => {
    expect(print(statusOf(manifests)?.conditions)).toEqual(conditions);
  });

  test('of its classes depend on their parameters', () => {
    const known = gatewayAPI('GatewayClass', 'known', { controllerName: 'example.com/c' });
    const parametersRef = { group: '', kind: 'ConfigMap', name: 'none' };
    const broken = gatewayAPI('GatewayClass', 'broken', { controllerName: 'example.com/c', parametersRef });
    expect(print(statusOf([known], 'GatewayClass/known')?.conditions)).toEqual(['Accepted True Accepted']);
    expect(print(statusOf([broken], 'GatewayClass/broken')?.conditions)).toEqual([
      'Accepted False InvalidParameters',
    ]);
  });
});

describe('the listeners of a Gateway', () => {
  const rule = { rules: [forward('cart')] };
  test('count the routes that they take, each once', () => {
    const status = statusOf([
      service('shop/cart'),
      gateway('shop/edge', [HTTP, listener('a')]),
      gatewayAPI('HTTPRoute', 'shop/r', {
        parentRefs: [{ name: 'edge' }, { name: 'edge', sectionName: 'http' }],
        ...rule,
      }),
      gatewayAPI('HTTPRoute', 'shop/s', { parentRefs: [{ name: 'edge', sectionName: 'http' }], ...rule }),
      gatewayAPI('HTTPRoute', 'web/s', { parentRefs: [{ name: 'edge', namespace: 'shop' }], ...rule }),
    ]);
    expect(status?.listeners?.map(({ name, attachedRoutes }) => `${name} ${attachedRoutes}`)).toEqual([
      'http 2',
      'a 1',
    ]);
  });

  test('say what is wrong with each', () => {
    const tls = {
      name: 'tls',
      port: 443,
      protocol: 'HTTPS',
      hostname: '*.example',
      tls: { certificateRefs: [{ name: 'a' }] },
    };
    const status = statusOf([
      gateway('shop/edge', [
        HTTP,
        { ...HTTP, name: 'twin' },
        ODD,
        tls,
        { ...tls, name: 'more', hostname: 'a.example' },
      ]),
    ]);
    const of = (name: string) => print(status?.listeners?.find((each) => each.name === name)?.conditions);
    const conflict = [
      'Accepted False HostnameConflict',
      'Programmed False Invalid',
      'ResolvedRefs True ResolvedRefs',
      'Conflicted True HostnameConflict',
    ];
    expect(of('http')).toEqual(conflict);
    expect(of('twin')).toEqual(conflict);
    expect(of('odd')).toEqual([
      'Accepted False UnsupportedProtocol',
      'Programmed False Invalid',
      'ResolvedRefs True ResolvedRefs',
      'Conflicted False NoConflicts',
    ]);
    expect(of('more')).toEqual([
      'Accepted True Accepted',
      'Programmed True Programmed',
      'ResolvedRefs True ResolvedRefs',
      'Conflicted False NoConflicts',
      'OverlappingTLSConfig True OverlappingHostnames',
    ]);
  });
});

describe('the conditions of a ListenerSet', () => {
  test.each<[string, object[], string[]]>([
    [
      'valid',
      [gateway('shop/edge', [HTTP], ALL), set('web/a', [listener('a')])],
      ['Accepted True Accepted', 'Programmed True Programmed'],
    ],
    [
      'not allowed',
      [gateway('shop/edge', [HTTP]), set('web/a', [listener('a')])],
      ['Accepted False NotAllowed', 'Programmed False NotAllowed'],
    ],
    [
      'without a valid listener',
      [gateway('shop/edge', [HTTP], ALL), set('web/a', [HTTP])],
      ['Accepted False ListenersNotValid', 'Programmed False ListenersNotValid'],
    ],
    [
      'of a Gateway that is refused',
      [
        gateway('shop/edge', [HTTP], { ...ALL, addresses: [{ type: 'example.com/own', value: 'a' }] }),
        set('web/a', [listener('a')]),
      ],
      ['Accepted False ParentNotAccepted', 'Programmed False ParentNotProgrammed'],
    ],
    [
      'whose listener cannot be programmed',
      [gateway('shop/edge', [HTTP], ALL), set('web/a', [listener('a', { port: 443, protocol: 'HTTPS' })])],
      ['Accepted True Accepted', 'Programmed False Invalid'],
    ],
    [
      'of a class that no controller has',
      [
        gatewayAPI('GatewayClass', 'known', { controllerName: 'example.com/c' }),
        gateway('shop/edge', [HTTP], ALL),
        set('web/a', [listener('a')]),
      ],
      ['Accepted Unknown Pending', 'Programmed Unknown Pending'],
    ],
  ])('%s', (_what, manifests, conditions) => {
    expect(print(statusOf(manifests, 'ListenerSet/web/a')?.conditions)).toEqual(conditions);
  });

  test('names the conflict as the reason', () => {
    const status = statusOf(
      [gateway('shop/edge', [HTTP], ALL), set('web/a', [HTTP, listener('a')])],
      'ListenerSet/web/a',
    );
    expect(print(status?.listeners?.[0]?.conditions)).toEqual([
      'Accepted False HostnameConflict',
      'Programmed False HostnameConflict',
      'ResolvedRefs True ResolvedRefs',
      'Conflicted True HostnameConflict',
    ]);
  });
});
