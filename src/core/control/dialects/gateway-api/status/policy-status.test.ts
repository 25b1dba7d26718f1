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
import { predictStatus } from '../../../../dialects/statuses.ts';

const GROUP = 'gateway.networking.k8s.io';
const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };
const TARGET = { group: '', kind: 'Service', name: 'cart' };
const CA = manifest('v1', 'ConfigMap', 'shop/ca', { data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\n' } });

const route = (name: string, parent: object, more: object = {}) =>
  gatewayAPI('HTTPRoute', name, { parentRefs: [parent], rules: [forward('cart')], ...more });
const tls = (name: string, target: object, refs: readonly object[] = []) =>
  gatewayAPI('BackendTLSPolicy', name, {
    targetRefs: [target],
    validation: {
      hostname: 'a.example',
      ...(refs.length > 0 ? { caCertificateRefs: refs } : { wellKnownCACertificates: 'System' }),
    },
  });
const traffic = (name: string, target: object) =>
  manifest('gateway.networking.x-k8s.io/v1alpha1', 'XBackendTrafficPolicy', name, {
    spec: { targetRefs: [target] },
  });

const WORLD = [
  service('shop/cart'),
  service('shop/bill'),
  gateway('shop/edge', [HTTP]),
  gateway('shop/back', [HTTP]),
  route('shop/r', { name: 'edge' }),
];

/** The ancestors of a policy: `GATEWAY: TYPE STATUS REASON …`. */
function ancestors(policy: string, more: readonly object[], world: readonly object[] = WORLD) {
  const { cluster, control } = load([...world, ...more]);
  const status = predictStatus(cluster, control).find(({ resource }) => resource === policy);
  return status?.ancestors?.map(({ parentRef, conditions }) => {
    expect([parentRef.group, parentRef.kind]).toEqual([GROUP, 'Gateway']);
    const printed = conditions.map(({ type, status: value, reason }) => `${type} ${value} ${reason}`);
    return `${parentRef.namespace}/${parentRef.name}: ${printed.join(', ')}`;
  });
}

const POLICY = tls('shop/p', TARGET);
const ID = 'BackendTLSPolicy/shop/p';
const GOOD = 'Accepted True Accepted, ResolvedRefs True ResolvedRefs';

describe('the ancestors of a policy', () => {
  const without = WORLD.slice(0, -1);
  test.each<[string, object[], readonly object[], string[]]>([
    ['are the Gateways whose routes forward to its target', [POLICY], WORLD, [`shop/edge: ${GOOD}`]],
    [
      'are sorted, each once',
      [POLICY, route('shop/s', { name: 'back' }), route('shop/t', { name: 'edge' })],
      WORLD,
      [`shop/back: ${GOOD}`, `shop/edge: ${GOOD}`],
    ],
    ['are none without a route', [POLICY], without, []],
    [
      'are none for a route that is refused',
      [POLICY, route('shop/r', { name: 'edge', sectionName: 'none' })],
      without,
      [],
    ],
    [
      'are none for a route that a listener refuses',
      [POLICY, route('web/r', { name: 'edge', namespace: 'shop' })],
      without,
      [],
    ],
    [
      'are none for a route to another Service',
      [POLICY, route('shop/r', { name: 'edge' }, { rules: [forward('bill')] })],
      without,
      [],
    ],
    ['are none for a route of a mesh', [POLICY, route('shop/r', TARGET)], without, []],
  ])('%s', (_what, more, world, expected) => {
    expect(ancestors(ID, more, world)).toEqual(expected);
  });
});

describe('the conditions of a policy', () => {
  const ref = (name: string, kind = 'ConfigMap') => ({ group: '', kind, name });
  const refused = (reason: string) => [`shop/edge: Accepted False ${reason}, ResolvedRefs True ResolvedRefs`];
  test.each<[string, object[], string[]]>([
    ['a CA that is there', [tls('shop/p', TARGET, [ref('ca')]), CA], [`shop/edge: ${GOOD}`]],
    [
      'no CA that is there',
      [tls('shop/p', TARGET, [ref('none')]), CA],
      ['shop/edge: Accepted False NoValidCACertificate, ResolvedRefs False InvalidCACertificateRef'],
    ],
    [
      'one of two CAs',
      [tls('shop/p', TARGET, [ref('none'), ref('ca')]), CA],
      ['shop/edge: Accepted True Accepted, ResolvedRefs False InvalidCACertificateRef'],
    ],
    [
      'a CA of another kind',
      [tls('shop/p', TARGET, [ref('ca', 'Bundle')]), CA],
      ['shop/edge: Accepted False NoValidCACertificate, ResolvedRefs False InvalidKind'],
    ],
    ['an established policy', [tls('shop/a', TARGET), POLICY], refused('Conflicted')],
    [
      'a port that is not there',
      [tls('shop/p', { ...TARGET, sectionName: 'none' })],
      refused('TargetNotFound'),
    ],
  ])('%s', (_what, more, expected) => {
    expect(ancestors(ID, more)).toEqual(expected);
  });

  test('are those of an XBackendTrafficPolicy, too', () => {
    const policies = [traffic('shop/a', TARGET), traffic('shop/b', TARGET)];
    expect(ancestors('XBackendTrafficPolicy/shop/a', policies)).toEqual([
      'shop/edge: Accepted True Accepted',
    ]);
    expect(ancestors('XBackendTrafficPolicy/shop/b', policies)).toEqual([
      'shop/edge: Accepted False Conflicted',
    ]);
  });
});

test('a policy of a kind that the channel lacks has no status', () => {
  const { cluster, control } = load(
    [...WORLD, POLICY, traffic('shop/a', TARGET)],
    profileNamed('gateway-api-standard'),
  );
  const policies = predictStatus(cluster, control).filter(({ ancestors: found }) => found !== undefined);
  expect(policies.map(({ resource }) => resource)).toEqual([ID]);
});
