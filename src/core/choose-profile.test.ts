import { expect, test } from 'vitest';
import { analyse, traceRequest } from './index.ts';
import { readURL } from './ir/read-url.ts';
import type { AnalyseOptions } from './pipeline.ts';
import { underOneProfile } from './under-one-profile.ts';

const SERVICE = 'kind: Service\napiVersion: v1\nmetadata: {name: cart, namespace: shop';

/** Manifests, the expected profile, and what the answer names as the reason. */
const CASES: readonly (readonly [name: string, text: string, profile: string, because: readonly string[]])[] =
  [
    ['nothing names an implementation', `${SERVICE}}`, 'gateway-api', []],
    [
      'a VirtualService',
      'kind: VirtualService\napiVersion: networking.istio.io/v1\nmetadata: {name: a, namespace: shop}',
      'istio',
      ['VirtualService'],
    ],
    [
      'a VirtualEnvironment of KT-env',
      'kind: VirtualEnvironment\napiVersion: env.alibaba.com/v1alpha2\nmetadata: {name: a, namespace: shop}',
      'istio',
      ['VirtualEnvironment'],
    ],
    [
      'kinds of Istio precede annotations of Linkerd',
      `kind: Sidecar\napiVersion: networking.istio.io/v1\nmetadata: {name: a, namespace: shop}\n---\n${SERVICE}, annotations: {retry.linkerd.io/http: 5xx}}`,
      'istio',
      ['Sidecar'],
    ],
    [
      'a label of a Namespace',
      'kind: Namespace\napiVersion: v1\nmetadata: {name: shop, labels: {istio-injection: enabled}}',
      'istio',
      ['istio-injection'],
    ],
    [
      'a label that turns a mesh off',
      'kind: Namespace\napiVersion: v1\nmetadata: {name: shop, labels: {istio-injection: disabled}}',
      'gateway-api',
      [],
    ],
    [
      'an annotation of a Pod template',
      'kind: Deployment\napiVersion: apps/v1\nmetadata: {name: a, namespace: shop}\nspec: {template: {metadata: {labels: {app: a}, annotations: {linkerd.io/inject: enabled}}}}',
      'linkerd',
      ['linkerd.io/inject'],
    ],
    [
      'the controller of a GatewayClass',
      'kind: GatewayClass\napiVersion: gateway.networking.k8s.io/v1\nmetadata: {name: eg}\nspec: {controllerName: gateway.envoyproxy.io/gatewayclass-controller}',
      'envoy-gateway',
      ['GatewayClass eg'],
    ],
    [
      'a CRD',
      'kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1\nmetadata: {name: meshes.kuma.io}',
      'kuma',
      ['CustomResourceDefinition meshes.kuma.io'],
    ],
    [
      'two implementations choose the specification',
      `${SERVICE}, annotations: {retry.linkerd.io/http: 5xx}}\n---\nkind: Namespace\napiVersion: v1\nmetadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}`,
      'gateway-api',
      ['retry.linkerd.io/http', 'kuma.io/sidecar-injection'],
    ],
    ['a domain that only ends alike', `${SERVICE}, labels: {notistio.io/a: b}}`, 'gateway-api', []],
  ];

const load = (text: string, options: AnalyseOptions = { profile: 'auto' }) =>
  analyse([{ file: 'a.yaml', text }], options);

test.each(CASES)('%s', (_, text, profile, because) => {
  const { semantics } = load(text);
  expect(semantics).toEqual({ profile, chosen: 'auto', because });
});

test('a trace carries the choice', () => {
  const url = readURL('http://cart.shop/');
  if (!url.ok) throw new Error('the URL is wrong');
  const from = { namespace: 'shop', workload: null, inMesh: true };
  const rest = { from, gateway: null, method: 'GET', headers: [], podOf: null, backend: null };
  const { semantics } = traceRequest(load(CASES[4]?.[1] ?? ''), { ...url.url, ...rest });
  expect(semantics.because).toEqual(['istio-injection']);
  expect(load(CASES[4]?.[1] ?? '', {}).semantics).toEqual({
    profile: 'gateway-api',
    chosen: 'asked',
    because: [],
  });
});

test('an edit that adds the first kind of an implementation changes the profile', () => {
  const before = load(`${SERVICE}}`);
  const after = load(CASES[4]?.[1] ?? '', { profile: 'auto', previous: before });
  expect(after.profile.name).toBe('istio');
});

test.each([
  ['before', 4, 0],
  ['after', 0, 4],
])('two versions follow the one that names an implementation: %s', (_, first, second) => {
  const [before, after] = underOneProfile(load(CASES[first]?.[1] ?? ''), load(CASES[second]?.[1] ?? ''));
  expect([before.profile.name, after.profile.name]).toEqual(['istio', 'istio']);
  expect(after.semantics.because).toEqual(['istio-injection']);
});
