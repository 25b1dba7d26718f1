import { describe, expect, test } from 'vitest';
import { gatewayAPI, grant, load } from '../../../../../../tests/manifests.ts';
import { isPermitted } from './reference-grants.ts';

const GROUP = 'gateway.networking.k8s.io';
const REFERRER = { group: GROUP, kind: 'HTTPRoute', namespace: 'web' };
const REF = { group: '', kind: 'Service', namespace: 'shop', name: 'cart' };
const FROM = { kind: 'HTTPRoute', namespace: 'web' };
const TO = { group: '', kind: 'Service' };

function permitted(grants: readonly object[], ref: Partial<typeof REF> = {}): boolean {
  return isPermitted(REFERRER, { ...REF, ...ref }, load(grants).cluster);
}

describe('a reference is permitted', () => {
  test.each<[string, object[], Partial<typeof REF>, boolean]>([
    ['within a namespace', [], { namespace: 'web' }, true],
    ['by no grant', [], {}, false],
    ['by a grant for the kind', [grant('shop/g', FROM, TO)], {}, true],
    ['by a grant for the name', [grant('shop/g', FROM, { ...TO, name: 'cart' })], {}, true],
    ['by a grant for an empty name', [grant('shop/g', FROM, { ...TO, name: '' })], {}, true],
    ['by no grant for another name', [grant('shop/g', FROM, { ...TO, name: 'bill' })], {}, false],
    ['by no grant in another namespace', [grant('web/g', FROM, TO)], {}, false],
    ['by no grant from another namespace', [grant('shop/g', { ...FROM, namespace: 'api' }, TO)], {}, false],
    ['by no grant from another kind', [grant('shop/g', { ...FROM, kind: 'GRPCRoute' }, TO)], {}, false],
    ['by no grant from another group', [grant('shop/g', { ...FROM, group: 'example.com' }, TO)], {}, false],
    ['by no grant to another kind', [grant('shop/g', FROM, { ...TO, kind: 'Secret' })], {}, false],
    ['by no grant to another group', [grant('shop/g', FROM, { ...TO, group: 'example.com' })], {}, false],
    [
      'by the second grant',
      [grant('shop/a', FROM, { ...TO, kind: 'Secret' }), grant('shop/b', FROM, TO)],
      {},
      true,
    ],
    [
      'by no two halves of different grants',
      [grant('shop/a', FROM, { ...TO, kind: 'Secret' }), grant('shop/b', { ...FROM, kind: 'GRPCRoute' }, TO)],
      {},
      false,
    ],
  ])('%s', (_what, grants, ref, expected) => {
    expect(permitted(grants, ref)).toBe(expected);
  });

  test('by one of several lines of a grant', () => {
    const from = [
      { group: GROUP, kind: 'GRPCRoute', namespace: 'web' },
      { group: GROUP, ...FROM },
    ];
    const to = [{ ...TO, kind: 'Secret' }, TO];
    expect(permitted([gatewayAPI('ReferenceGrant', 'shop/g', { from, to })])).toBe(true);
  });
});
