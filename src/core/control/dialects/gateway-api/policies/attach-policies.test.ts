import { describe, expect, test } from 'vitest';
import {
  forward,
  gateway,
  gatewayAPI,
  load,
  manifest,
  profileNamed,
  service,
} from '../../../../../../tests/manifests.ts';
import type { Profile } from '../../../../profile/profile.ts';

const WORLD = [
  service('shop/cart', { ports: [{ name: 'http', port: 80 }] }),
  service('shop/bill'),
  gateway('shop/edge', [{ name: 'web', port: 80, protocol: 'HTTP' }]),
  gatewayAPI('HTTPRoute', 'shop/r', {
    parentRefs: [{ name: 'edge' }],
    rules: [{ name: 'first', ...forward('cart') }],
  }),
];

const ROUTE = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' };
const GATEWAY = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };
const SERVICE = { group: '', kind: 'Service' };

const day = (number: number) => ({ creationTimestamp: `2024-01-0${number}T00:00:00Z` });
const tls = (name: string, target: object, metadata: object = {}) =>
  gatewayAPI(
    'BackendTLSPolicy',
    name,
    { targetRefs: [target], validation: { hostname: 'a.example', wellKnownCACertificates: 'System' } },
    metadata,
  );
const traffic = (name: string, target: object, metadata: object = {}) =>
  manifest(
    'gateway.networking.x-k8s.io/v1alpha1',
    'XBackendTrafficPolicy',
    name,
    { spec: { targetRefs: [target] } },
    metadata,
  );
const opaque = (name: string, target: object) =>
  manifest('example.com/v1', 'RetryPolicy', name, { spec: { targetRefs: [target] } });

/** The policies on something, as `POLICY SECTION REFUSAL EFFECT`. */
function policiesOn(id: string, policies: readonly object[], profile: Partial<Profile> = {}, world = WORLD) {
  const { ir } = load([...world, ...policies], profile).control;
  return ir
    .policiesOn(id)
    .map(({ policy, target, refusal, effect, absent }) =>
      [policy, target.section, refusal, effect.kind, ...(absent === true ? ['absent'] : [])]
        .map(String)
        .join(' '),
    );
}

describe('the policies on a target', () => {
  test.each<[string, string, object, string]>([
    [
      'a Service',
      'Service/shop/cart',
      tls('shop/p', { ...SERVICE, name: 'cart' }),
      'BackendTLSPolicy/shop/p null null backend-tls',
    ],
    [
      'a port of a Service',
      'Service/shop/cart',
      tls('shop/p', { ...SERVICE, name: 'cart', sectionName: 'http' }),
      'BackendTLSPolicy/shop/p http null backend-tls',
    ],
    [
      'a port that is not there',
      'Service/shop/cart',
      tls('shop/p', { ...SERVICE, name: 'cart', sectionName: 'grpc' }),
      'BackendTLSPolicy/shop/p grpc section-not-found backend-tls',
    ],
    [
      'a Service that is not there',
      'Service/shop/none',
      tls('shop/p', { ...SERVICE, name: 'none' }),
      'BackendTLSPolicy/shop/p null target-not-found backend-tls',
    ],
    [
      'a Service of another namespace',
      'Service/web/cart',
      tls('web/p', { ...SERVICE, name: 'cart' }),
      'BackendTLSPolicy/web/p null target-not-found backend-tls',
    ],
    [
      'a listener',
      'Gateway/shop/edge',
      opaque('shop/p', { ...GATEWAY, name: 'edge', sectionName: 'web' }),
      'RetryPolicy/shop/p web null opaque',
    ],
    [
      'a listener that is not there',
      'Gateway/shop/edge',
      opaque('shop/p', { ...GATEWAY, name: 'edge', sectionName: 'no' }),
      'RetryPolicy/shop/p no section-not-found opaque',
    ],
    [
      'a rule',
      'HTTPRoute/shop/r',
      opaque('shop/p', { ...ROUTE, name: 'r', sectionName: 'first' }),
      'RetryPolicy/shop/p first null opaque',
    ],
    [
      'a rule that is not there',
      'HTTPRoute/shop/r',
      opaque('shop/p', { ...ROUTE, name: 'r', sectionName: 'no' }),
      'RetryPolicy/shop/p no section-not-found opaque',
    ],
    [
      'a kind in the group of another',
      'Gateway/shop/edge',
      opaque('shop/p', { group: '', kind: 'Gateway', name: 'edge' }),
      'RetryPolicy/shop/p null target-not-found opaque',
    ],
    [
      'a kind that is not read',
      'Mesh/shop/m',
      opaque('shop/p', { group: 'example.com', kind: 'Mesh', name: 'm', sectionName: 'a' }),
      'RetryPolicy/shop/p a null opaque',
    ],
    [
      'a namespace',
      'Namespace/shop',
      opaque('shop/p', { group: '', kind: 'Namespace', name: 'shop' }),
      'RetryPolicy/shop/p null null opaque',
    ],
    [
      'a namespace that is not there',
      'Namespace/none',
      opaque('shop/p', { group: '', kind: 'Namespace', name: 'none' }),
      'RetryPolicy/shop/p null target-not-found opaque',
    ],
  ])('%s', (_what, id, policy, expected) => {
    expect(policiesOn(id, [policy])).toEqual([expected]);
  });

  test('in half a cluster a Service that is not declared is not known to be missing', () => {
    const policies = ['a', 'b'].map((sectionName) =>
      tls(`shop/${sectionName}`, { ...SERVICE, name: 'cart', sectionName }),
    );
    expect(policiesOn('Service/shop/cart', policies, {}, [])).toEqual([
      'BackendTLSPolicy/shop/a a null backend-tls',
      'BackendTLSPolicy/shop/b b null backend-tls',
    ]);
  });

  test('of one kind conflict: the older is established, then the first by name', () => {
    const target = { ...SERVICE, name: 'cart' };
    expect(
      policiesOn('Service/shop/cart', [
        tls('shop/a', target, day(2)),
        tls('shop/b', target, day(1)),
        tls('shop/c', target),
      ]),
    ).toEqual([
      'BackendTLSPolicy/shop/a null conflicted backend-tls',
      'BackendTLSPolicy/shop/b null null backend-tls',
      'BackendTLSPolicy/shop/c null conflicted backend-tls',
    ]);
    expect(policiesOn('Service/shop/cart', [traffic('shop/b', target), traffic('shop/a', target)])).toEqual([
      'XBackendTrafficPolicy/shop/b null conflicted backend-traffic',
      'XBackendTrafficPolicy/shop/a null null backend-traffic',
    ]);
  });

  test('do not conflict with another section, another target or another kind', () => {
    const target = { ...SERVICE, name: 'cart' };
    const policies = [
      tls('shop/a', target),
      tls('shop/b', { ...target, sectionName: 'http' }),
      tls('shop/c', { ...target, name: 'bill' }),
      traffic('shop/d', target),
      traffic('shop/e', { ...target, name: 'bill' }),
    ];
    const refusals = load([...WORLD, ...policies])
      .control.ir.policiesOn('Service/shop/cart')
      .map(({ refusal }) => refusal);
    expect(refusals).toEqual([null, null, null]);
  });

  test('in the standard channel lack XBackendTrafficPolicy alone', () => {
    const target = { ...SERVICE, name: 'cart' };
    const policies = [
      tls('shop/a', target),
      traffic('shop/b', target),
      traffic('shop/c', target),
      opaque('shop/o', target),
    ];
    const under = (profile: Partial<Profile>) => policiesOn('Service/shop/cart', policies, profile);
    expect(under(profileNamed('gateway-api-standard'))).toEqual([
      'BackendTLSPolicy/shop/a null null backend-tls',
      'XBackendTrafficPolicy/shop/b null null backend-traffic absent',
      'XBackendTrafficPolicy/shop/c null null backend-traffic absent',
      'RetryPolicy/shop/o null null opaque',
    ]);
    expect(under({}).filter((each) => each.endsWith('absent'))).toEqual([]);
  });
});
