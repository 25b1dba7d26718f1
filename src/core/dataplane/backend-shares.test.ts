import { describe, expect, test } from 'vitest';
import { ask, gateway, gatewayAPI, load, manifest, service, toService } from '../../../tests/manifests.ts';
import type { BackendShare } from '../ir/outcome.ts';
import type { Profile } from '../profile/profile.ts';

const SERVICES = [
  service('shop/cart'),
  service('shop/a', { selector: { app: 'a' } }),
  service('shop/b', { selector: { app: 'b' } }),
  service('web/far', { selector: { app: 'a' } }),
  manifest('v1', 'Pod', 'shop/a', {}, { labels: { app: 'a' } }),
  manifest('v1', 'Pod', 'web/far', {}, { labels: { app: 'a' } }),
  gateway('shop/edge', [{ name: 'http', port: 80, protocol: 'HTTP' }]),
];
const CA = { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'none' }] };
const OTHER_CA = manifest('v1', 'ConfigMap', 'shop/ca', {
  data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\n' },
});
const policy = (authorities: object) =>
  gatewayAPI('BackendTLSPolicy', 'shop/p', {
    targetRefs: [{ group: '', kind: 'Service', name: 'a' }],
    validation: { hostname: 'a.example', ...authorities },
  });
const BROKEN_TLS = [policy(CA), OTHER_CA];
const to = (name: string, more: object = {}) => ({ name, port: 80, ...more });

/** The trace of a request to Service `cart`, or to Gateway `edge`, which have one route with these backends. */
function shared(
  backendRefs: readonly object[],
  more: readonly object[] = [],
  profile: Partial<Profile> = {},
  atGateway = false,
) {
  const parentRefs = [toService('cart'), { name: 'edge' }];
  const route = gatewayAPI('HTTPRoute', 'shop/r', { parentRefs, rules: [{ backendRefs }] });
  const from = atGateway ? { gateway: 'shop/edge' } : { from: 'shop' };
  return ask(load([...SERVICES, ...more, route], profile), { ...from, url: 'http://cart/' });
}

const print = ({ service: name, status, cause }: BackendShare) => `${name} ${status} ${cause ?? 'answers'}`;

describe('the shares of a request', () => {
  test('are the weights by their sum, with the endpoints behind them', () => {
    const { outcome } = shared([to('a', { weight: 3 }), to('b'), to('none', { weight: 0 })]);
    const facts = outcome.backends.map(
      ({ service: name, port, share, weight, totalWeight, endpoints, workloads }) =>
        [name, port, share, weight, totalWeight, endpoints, ...workloads].join(' '),
    );
    expect(facts).toEqual(['shop/a 80 0.75 3 4 1 shop/a', 'shop/b 80 0.25 1 4 ', 'shop/none 80 0 0 4 0']);
  });

  test.each<[string, object[], object[], Partial<Profile>, boolean, string[]]>([
    ['a port that is not there', [{ name: 'a', port: 81 }], [], {}, false, ['shop/a 500 BackendNotFound']],
    [
      'a Service of another namespace in a mesh',
      [to('far', { namespace: 'web' })],
      [],
      {},
      false,
      ['web/far null answers'],
    ],
    [
      'a Service of another namespace where grants are required',
      [to('far', { namespace: 'web' })],
      [],
      { meshReferenceGrant: 'required' },
      false,
      ['web/far 500 RefNotPermitted'],
    ],
    [
      'a Service of another namespace at a Gateway',
      [to('far', { namespace: 'web' })],
      [],
      {},
      true,
      ['web/far 500 RefNotPermitted'],
    ],
    ['TLS that cannot be honoured', [to('a')], BROKEN_TLS, {}, false, ['shop/a 500 backend-tls-invalid']],
    [
      'TLS that a mesh leaves out',
      [to('a')],
      BROKEN_TLS,
      { backendTLSInMesh: false },
      false,
      ['shop/a null answers'],
    ],
    [
      'TLS that cannot be honoured at a Gateway, whatever a mesh does',
      [to('a')],
      BROKEN_TLS,
      { backendTLSInMesh: false },
      true,
      ['shop/a 500 backend-tls-invalid'],
    ],
    [
      'TLS that can be honoured',
      [to('a')],
      [policy({ wellKnownCACertificates: 'System' })],
      {},
      false,
      ['shop/a null answers'],
    ],
    [
      'a filter that is not there',
      [
        to('a', {
          filters: [
            { type: 'ExtensionRef', extensionRef: { group: 'example.com', kind: 'F', name: 'none' } },
          ],
        }),
      ],
      [manifest('example.com/v1', 'F', 'shop/other')],
      {},
      false,
      ['shop/a 500 filter-broken'],
    ],
  ])('%s', (_what, backends, more, profile, atGateway, expected) => {
    expect(shared(backends, more, profile, atGateway).outcome.backends.map(print)).toEqual(expected);
  });

  test.each<[string, object[], string[]]>([
    ['a backend with endpoints', [to('a')], []],
    ['unknown endpoints', [to('b')], ['endpoints-unknown']],
    ['unknown endpoints that get nothing', [to('a'), to('b', { weight: 0 })], []],
    ['no endpoints', [to('cart')], ['no-ready-endpoints']],
    ['a backend that is not there', [to('none')], ['backend-ref-unresolved']],
    ['a namespace without a grant', [to('far', { namespace: 'web' })], ['mesh-reference-grant']],
  ])('have notes on %s', (_what, backends, expected) => {
    const codes = shared(backends).notes.map(({ code }) => code);
    expect(codes).toEqual(expected);
  });
});
