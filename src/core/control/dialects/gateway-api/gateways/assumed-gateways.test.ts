import { describe, expect, test } from 'vitest';
import { gateway, gatewayAPI, load } from '../../../../../../tests/manifests.ts';
import { GATEWAY_API, type Profile } from '../../../../profile/profile.ts';
import { assumedGateways } from './assumed-gateways.ts';

const route = (name: string, parents: readonly object[], kind = 'HTTPRoute', port = 9000) =>
  gatewayAPI(kind, name, { parentRefs: parents, rules: [{ backendRefs: [{ name: 'cart', port }] }] });

/** The assumed Gateways with their listeners: `NAME PORT PROTOCOL`. */
function assumed(manifests: readonly object[], profile: Partial<Profile> = {}) {
  const found = assumedGateways(load(manifests).cluster, { ...GATEWAY_API, ...profile });
  return Object.fromEntries(
    [...found].map(([key, { spec }]) => [
      key,
      spec.listeners.map(({ name, port, protocol, index }) => `${index} ${name} ${port} ${protocol}`),
    ]),
  );
}

describe('the Gateways that no manifest declares', () => {
  test.each<[string, object[], Readonly<Record<string, string[]>>]>([
    [
      'have one listener by the kind of the route',
      [route('shop/r', [{ name: 'edge' }])],
      { 'shop/edge': ['0 http 80 HTTP'] },
    ],
    [
      'have a listener once for two routes',
      [route('shop/r', [{ name: 'edge' }]), route('shop/s', [{ name: 'edge' }])],
      { 'shop/edge': ['0 http 80 HTTP'] },
    ],
    [
      'have the listeners that are named',
      [
        route('shop/r', [
          { name: 'edge', sectionName: 'a' },
          { name: 'edge', sectionName: 'b' },
        ]),
      ],
      { 'shop/edge': ['0 a 80 HTTP', '1 b 80 HTTP'] },
    ],
    [
      'have a listener for each port',
      [
        route('shop/r', [
          { name: 'edge', port: 81 },
          { name: 'edge', port: 82 },
        ]),
      ],
      { 'shop/edge': ['0 http 81 HTTP', '1 http 82 HTTP'] },
    ],
    [
      'have a listener for each protocol',
      [
        route('shop/r', [{ name: 'edge', sectionName: 'a', port: 1 }]),
        route('shop/t', [{ name: 'edge', sectionName: 'a', port: 1 }], 'TCPRoute'),
      ],
      { 'shop/edge': ['0 a 1 HTTP', '1 a 1 TCP'] },
    ],
    [
      'have the usual port of TLS',
      [route('shop/r', [{ name: 'edge' }], 'TLSRoute')],
      { 'shop/edge': ['0 tls 443 TLS'] },
    ],
    [
      'have the port of the backend for connections',
      [route('shop/r', [{ name: 'edge' }], 'TCPRoute'), route('shop/u', [{ name: 'edge' }], 'UDPRoute', 53)],
      { 'shop/edge': ['0 tcp 9000 TCP', '1 udp 53 UDP'] },
    ],
    [
      'are told apart by namespace',
      [route('shop/r', [{ name: 'edge' }, { name: 'edge', namespace: 'infra' }])],
      { 'shop/edge': ['0 http 80 HTTP'], 'infra/edge': ['0 http 80 HTTP'] },
    ],
    [
      'are none for parents of other kinds',
      [
        route('shop/r', [
          { name: 'set', kind: 'ListenerSet' },
          { name: 'a', group: 'example.com' },
        ]),
      ],
      {},
    ],
    [
      'are none beside one that is declared',
      [gateway('shop/other', []), route('shop/r', [{ name: 'edge' }])],
      {},
    ],
  ])('%s', (_what, manifests, expected) => {
    expect(assumed(manifests)).toEqual(expected);
  });

  test('are none where a profile takes them for missing', () => {
    expect(assumed([route('shop/r', [{ name: 'edge' }])], { undeclaredGateways: 'missing' })).toEqual({});
  });

  test('take routes of every namespace and host, and pass TLS through', () => {
    const { cluster } = load([
      route('shop/r', [{ name: 'edge' }]),
      route('shop/s', [{ name: 'edge' }], 'TLSRoute'),
    ]);
    const found = assumedGateways(cluster, GATEWAY_API).get('shop/edge');
    expect(
      found?.spec.listeners.map(({ tls, hostname, allowedRoutes }) => [
        tls?.mode ?? null,
        hostname,
        allowedRoutes.namespaces.from,
      ]),
    ).toEqual([
      [null, null, 'All'],
      ['Passthrough', null, 'All'],
    ]);
  });
});
