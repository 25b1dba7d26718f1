import { expect, test } from 'vitest';
import {
  formatResourceId,
  namespacedName,
  readNamespacedName,
  readResourceId,
  servicePortId,
} from './ids.ts';
import { readClientName } from './read-client-name.ts';
import { readServicePortId } from './read-service-port-id.ts';

test.each([
  ['HTTPRoute/shop/web', { kind: 'HTTPRoute', group: null, namespace: 'shop', name: 'web' }],
  ['Namespace/shop', { kind: 'Namespace', group: null, namespace: '', name: 'shop' }],
  [
    'HTTPRoute.policy.linkerd.io/shop/web',
    { kind: 'HTTPRoute', group: 'policy.linkerd.io', namespace: 'shop', name: 'web' },
  ],
  // Names that contain a slash are reported and kept.
  ['HTTPRoute/shop/a/b', { kind: 'HTTPRoute', group: null, namespace: 'shop', name: 'a/b' }],
])('%s is read and made', (id, parts) => {
  const prefix = parts.group === null ? parts.kind : `${parts.kind}.${parts.group}`;
  expect(readResourceId(id)).toEqual({ prefix, ...parts });
  expect(formatResourceId(prefix, parts.namespace, parts.name)).toBe(id);
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

test('a Service port is read as it was made; a Service alone has none', () => {
  expect(readServicePortId(servicePortId('shop/web', 80))).toEqual({ service: 'shop/web', port: 80 });
  expect(readServicePortId('shop/web')).toEqual({ service: 'shop/web', port: null });
});
