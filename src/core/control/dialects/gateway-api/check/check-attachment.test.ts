import { describe, expect, test } from 'vitest';
import { forward, gatewayAPI, load, service, toService } from '../../../../../../tests/manifests.ts';
import { collectFindings } from '../../../../index.ts';

const GROUP = 'gateway.networking.k8s.io';
const WORLD = [
  service('shop/cart'),
  gatewayAPI('Gateway', 'shop/edge', {
    gatewayClassName: 'a',
    listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
  }),
];
const CART = toService('cart');

/** The findings of some codes about a route. */
function found(route: object, ...codes: readonly string[]) {
  return collectFindings(load([...WORLD, route]))
    .filter(({ code }) => codes.includes(code))
    .map(({ code, severity, args, fixes }) => ({
      code,
      severity,
      args,
      fixes: fixes[0]?.edits.map(({ text }) => text) ?? [],
    }));
}

describe('hostnames that a mesh ignores', () => {
  const route = (
    kind: string,
    parentRefs: readonly object[],
    hostnames: readonly string[] = ['a.example', 'b.example'],
  ) => gatewayAPI(kind, 'shop/r', { parentRefs, hostnames, rules: [forward('cart')] });
  test.each<[string, object, boolean]>([
    ['those of an HTTPRoute', route('HTTPRoute', [CART]), true],
    ['those of a GRPCRoute', route('GRPCRoute', [CART]), true],
    ['not those of a TLSRoute', route('TLSRoute', [CART]), false],
    ['not those at a Gateway alone', route('HTTPRoute', [{ name: 'edge' }]), false],
    ['those at a Gateway and in a mesh', route('HTTPRoute', [{ name: 'edge' }, CART]), true],
    ['not where there are none', route('HTTPRoute', [CART], []), false],
  ])('%s', (_what, manifest, expected) => {
    expect(found(manifest, 'hostnames-ignored')).toEqual(
      expected
        ? [
            {
              code: 'hostnames-ignored',
              severity: 'info',
              args: expect.objectContaining({ hostnames: 'a.example, b.example' }),
              fixes: [],
            },
          ]
        : [],
    );
  });
});

describe('parents of other kinds', () => {
  const CODES = ['parent-kind-not-simulated', 'parent-kind-outdated', 'parent-group-wrong'];
  const parent = (ref: object) =>
    found(gatewayAPI('HTTPRoute', 'shop/r', { parentRefs: [ref], rules: [forward('cart')] }), ...CODES);
  test.each<[string, object, string | null, string[]]>([
    ['a Service', CART, null, []],
    ['a Gateway', { name: 'edge' }, null, []],
    ['a ListenerSet', { kind: 'ListenerSet', name: 'a' }, null, []],
    [
      'a kind of somebody’s own',
      { group: 'example.com', kind: 'Mesh', name: 'a' },
      'parent-kind-not-simulated',
      [],
    ],
    [
      'a ListenerSet by its old name',
      { kind: 'XListenerSet', group: 'gateway.networking.x-k8s.io', name: 'a' },
      'parent-kind-outdated',
      ['ListenerSet', GROUP],
    ],
    [
      'a ListenerSet by its old name in the new group',
      { kind: 'XListenerSet', name: 'a' },
      'parent-kind-outdated',
      ['ListenerSet'],
    ],
    [
      'a ListenerSet of another group',
      { kind: 'ListenerSet', group: 'gateway.networking.x-k8s.io', name: 'a' },
      'parent-group-wrong',
      [GROUP],
    ],
  ])('%s', (_what, ref, code, fixes) => {
    expect(parent(ref).map((each) => [each.code, each.fixes])).toEqual(code === null ? [] : [[code, fixes]]);
  });
});
