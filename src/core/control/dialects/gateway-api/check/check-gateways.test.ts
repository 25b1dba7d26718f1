import { describe, expect, test } from 'vitest';
import { forward, gateway, gatewayAPI, load, service } from '../../../../../../tests/manifests.ts';
import { collectFindings } from '../../../../index.ts';
import type { Profile } from '../../../../profile/profile.ts';

const CART = service('shop/cart');
const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };
const EDGE = gateway('shop/edge', [HTTP], { allowedListeners: { namespaces: { from: 'All' } } });
const SET = gatewayAPI('ListenerSet', 'shop/set', {
  parentRef: { name: 'edge' },
  listeners: [{ ...HTTP, port: 81 }],
});
const PENDING = [gatewayAPI('GatewayClass', 'known', { controllerName: 'example.com/c' }), EDGE];

/** The findings of a route about Gateways and ListenerSets that are missing or assumed: `CODE SEVERITY NAME`. */
function found(parent: object, more: readonly object[], profile: Partial<Profile> = {}) {
  const route = gatewayAPI('HTTPRoute', 'shop/r', { parentRefs: [parent], rules: [forward('cart')] });
  return collectFindings(load([CART, ...more, route], profile))
    .filter(({ code }) => code === 'parent-gateway-missing' || code === 'gateway-assumed')
    .map(({ code, severity, args }) => `${code} ${severity} ${args.gateway}`);
}

describe('the Gateway or ListenerSet that a route names', () => {
  const MISSING: Partial<Profile> = { undeclaredGateways: 'missing' };
  test.each<[string, object, object[], Partial<Profile>, string[]]>([
    ['is declared', { name: 'edge' }, [EDGE], {}, []],
    [
      'is missing beside others',
      { name: 'unheard-of' },
      [EDGE],
      {},
      ['parent-gateway-missing error Gateway/shop/unheard-of'],
    ],
    ['is assumed in half a cluster', { name: 'edge' }, [], {}, ['gateway-assumed info Gateway/shop/edge']],
    [
      'is missing in half a cluster where a profile says so',
      { name: 'edge' },
      [],
      MISSING,
      ['parent-gateway-missing info Gateway/shop/edge'],
    ],
    ['is pending, which another finding says', { name: 'edge' }, PENDING, {}, []],
    ['is a ListenerSet that is declared', { kind: 'ListenerSet', name: 'set' }, [EDGE, SET], {}, []],
    [
      'is a ListenerSet that is missing beside others',
      { kind: 'ListenerSet', name: 'unheard-of' },
      [EDGE, SET],
      {},
      ['parent-gateway-missing error ListenerSet/shop/unheard-of'],
    ],
    [
      'is a ListenerSet, and there are none',
      { kind: 'ListenerSet', name: 'set' },
      [EDGE],
      {},
      ['parent-gateway-missing info ListenerSet/shop/set'],
    ],
    [
      'is a ListenerSet with the name of a Gateway',
      { kind: 'ListenerSet', name: 'unheard-of' },
      [gateway('shop/unheard-of', [HTTP]), SET, EDGE],
      {},
      ['parent-gateway-missing error ListenerSet/shop/unheard-of'],
    ],
  ])('%s', (_what, parent, more, profile, expected) => {
    expect(found(parent, more, profile)).toEqual(expected);
  });
});
