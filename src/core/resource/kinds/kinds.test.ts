import { expect, test } from 'vitest';
import { GATEWAY } from './gateway-api/gateway.ts';
import { LISTENER_SET } from './gateway-api/listener-set.ts';
import { isNamespaced, KINDS, kindNamed, kindOf } from './kinds.ts';
import { ISTIO_GATEWAY } from './rare-kinds.ts';

test('a kind is found by group and name, also under a former one', () => {
  for (const kind of KINDS) {
    expect(kindOf(kind.kind, kind.group)).toBe(kind);
    if (kind.former !== undefined) expect(kindOf(kind.former.kind, kind.former.group)).toBe(kind);
  }
  expect(LISTENER_SET.former).toBeDefined();
  expect(kindOf('Gateway', 'gateway.networking.k8s.io')).toBe(GATEWAY);
  expect(kindOf('Gateway', 'networking.istio.io')).toBe(ISTIO_GATEWAY);
  expect(kindOf('Gateway', 'networking.example.io')).toBeNull();
  expect(kindOf('constructor', '')).toBeNull();
});

test('a name alone means the first kind of that name', () => {
  expect(kindNamed('Gateway')).toBe(GATEWAY);
  expect(kindNamed('EnvoyFilter')).toBeNull();
});

test('the scope is that of the kind, or that of a kind of the same name', () => {
  expect(isNamespaced('Gateway', 'gateway.networking.k8s.io')).toBe(true);
  expect(isNamespaced('GatewayClass', 'gateway.networking.k8s.io')).toBe(false);
  expect(isNamespaced('GatewayClass', 'example.com')).toBe(false);
  expect(isNamespaced('ClusterRole', 'rbac.authorization.k8s.io')).toBe(false);
  expect(isNamespaced('VirtualService', null)).toBe(true);
});

test('no two kinds have the same group and name', () => {
  const names = KINDS.map(({ kind, group }) => `${kind}.${group}`);
  expect(new Set(names).size).toBe(names.length);
});
