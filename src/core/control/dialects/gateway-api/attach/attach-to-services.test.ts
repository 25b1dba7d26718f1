import { describe, expect, test } from 'vitest';
import {
  forward,
  forwardPath,
  gatewayAPI,
  load,
  service,
  toService,
} from '../../../../../../tests/manifests.ts';
import type { Profile } from '../../../../profile/profile.ts';
import { gatewayAPIOf } from '../gateway-api-control.ts';
import { allRoutes } from '../routes.ts';

const SERVICES = [
  service('shop/cart', {
    ports: [
      { name: 'http', port: 80 },
      { name: 'grpc', port: 90 },
    ],
  }),
  service('shop/bare', { clusterIP: 'None' }),
  service('shop/out', { type: 'ExternalName', externalName: 'a.example' }),
];

/** What each parentRef of a route binds: `ROLE SERVICE: PORTS`, or `REFUSAL`. */
function bound(
  parentRefs: readonly object[],
  profile: Partial<Profile> = {},
  rules: readonly object[] = [forward('cart')],
  name = 'shop/r',
) {
  const route = gatewayAPI('HTTPRoute', name, { parentRefs, rules });
  const { cluster, control } = load([...SERVICES, route], profile);
  const attachments = allRoutes(cluster).flatMap((each) => gatewayAPIOf(control).attachmentsOf(each));
  return attachments.map(({ parent, role, service: key, ports, refusal }) =>
    refusal === null ? `${parent} ${role} ${key}: ${ports.join()}` : `${parent} ${refusal} ${ports.length}`,
  );
}

describe('the ports that a parentRef to a Service binds', () => {
  test.each<[string, object, string]>([
    ['all of them', toService('cart'), '0 producer shop/cart: 80,90'],
    ['one by its number', toService('cart', { port: 90 }), '0 producer shop/cart: 90'],
    ['one by its name', toService('cart', { sectionName: 'http' }), '0 producer shop/cart: 80'],
    ['one by both', toService('cart', { sectionName: 'http', port: 80 }), '0 producer shop/cart: 80'],
    [
      'none where name and number differ',
      toService('cart', { sectionName: 'http', port: 90 }),
      '0 port-missing 0',
    ],
    ['none of this number', toService('cart', { port: 81 }), '0 port-missing 0'],
    ['none of this name', toService('cart', { sectionName: 'tcp' }), '0 section-missing 0'],
    ['none of a Service that is missing', toService('none'), '0 service-missing 0'],
    ['none of a headless Service', toService('bare'), '0 headless 0'],
    ['none of an ExternalName', toService('out'), '0 external-name 0'],
  ])('%s', (_what, ref, expected) => {
    expect(bound([ref])).toEqual([expected]);
  });

  test('belong to a consumer route where the namespaces differ', () => {
    expect(bound([toService('cart', { namespace: 'shop' })], {}, [forward('cart')], 'web/r')).toEqual([
      '0 consumer shop/cart: 80,90',
    ]);
  });

  test('are told for parents that are Services alone, by their places', () => {
    expect(
      bound([{ name: 'edge' }, toService('cart', { port: 80 }), { name: 'cart', kind: 'Service' }]),
    ).toEqual(['1 producer shop/cart: 80']);
  });

  test('are those of the core group spelled out, too, where a profile reads it', () => {
    const spelled = [{ group: 'core', kind: 'Service', name: 'cart', port: 80 }];
    expect(bound(spelled)).toEqual([]);
    expect(bound(spelled, { coreGroup: 'also-spelled-out' })).toEqual(['0 producer shop/cart: 80']);
  });

  test('are none where no rule of the route can be read', () => {
    const unreadable = forwardPath('/', 'cart', 'Glob');
    expect(bound([toService('cart')], {}, [unreadable])).toEqual(['0 unsupported-value 0']);
    expect(bound([toService('cart')], {}, [unreadable, forward('cart')])).toEqual([
      '0 producer shop/cart: 80,90',
    ]);
  });
});
