import { expect, test } from 'vitest';
import { namespacedName, objectId, readClientName, readNamespacedName, readObjectId } from './object-id.ts';

test.each([
  ['HTTPRoute/shop/web', { kind: 'HTTPRoute', group: null, namespace: 'shop', name: 'web' }],
  ['Namespace/shop', { kind: 'Namespace', group: null, namespace: '', name: 'shop' }],
  [
    'HTTPRoute.policy.linkerd.io/shop/web',
    { kind: 'HTTPRoute', group: 'policy.linkerd.io', namespace: 'shop', name: 'web' },
  ],
  // Names with a slash are reported and kept.
  ['HTTPRoute/shop/a/b', { kind: 'HTTPRoute', group: null, namespace: 'shop', name: 'a/b' }],
])('%s is read and made', (id, parts) => {
  const prefix = parts.group === null ? parts.kind : `${parts.kind}.${parts.group}`;
  expect(readObjectId(id)).toEqual({ prefix, ...parts });
  expect(objectId(prefix, parts.namespace, parts.name)).toBe(id);
});

test.each([
  ['shop', 'web'],
  ['shop', 'a/b'],
  ['', 'web'],
])('the name of %j and %j is read as it was made', (namespace, name) => {
  expect(readNamespacedName(namespacedName(namespace, name))).toEqual({ namespace, name });
});

test('a client is a namespace, or a workload of one', () => {
  expect(readClientName('shop')).toEqual({ namespace: 'shop', workload: null });
  expect(readClientName('shop/web')).toEqual({ namespace: 'shop', workload: 'web' });
});
