import { describe, expect, test } from 'vitest';
import { notSimulatedIn } from '../../src/core/dataplane/not-simulated.ts';
import { analyse, traceRequest } from '../../src/core/index.ts';
import { AT_EDGE, MESH, readRequest, TO_PAY, WORLD } from './shop.ts';

/** An annotation, label or field of a simulated kind. */
const SETTINGS: readonly (readonly [string, string, string, readonly object[], readonly object[]])[] = [
  [
    'retries of Linkerd on a Service',
    '{name: web, namespace: shop}',
    '{name: web, namespace: shop, annotations: {retry.linkerd.io/http: 5xx}}',
    [MESH],
    [TO_PAY, AT_EDGE],
  ],
  [
    'timeouts of Linkerd on a Service',
    '{name: pay, namespace: shop}',
    '{name: pay, namespace: shop, annotations: {timeout.linkerd.io/request: 1s}}',
    [TO_PAY],
    [MESH],
  ],
  [
    'plug-ins of Kong on a route',
    'metadata: {name: web, namespace: shop}\nspec: {parentRefs',
    'metadata: {name: web, namespace: shop, annotations: {konghq.com/plugins: limit}}\nspec: {parentRefs',
    [AT_EDGE],
    [MESH],
  ],
  [
    'a workload without a sidecar',
    'labels: {app: web, tier: front}',
    'labels: {app: web, tier: front}, annotations: {sidecar.istio.io/inject: "false"}',
    [MESH, { from: 'shop/web', url: 'http://pay/' }],
    [{ from: 'shop/pay', url: 'http://pay/' }],
  ],
  [
    'certificates of clients at a Gateway',
    'spec: {gatewayClassName: x,',
    'spec: {gatewayClassName: x, tls: {frontend: {default: {validation: {caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}}}},',
    [AT_EDGE],
    [MESH],
  ],
  [
    'endpoints of the own node alone',
    'selector: {app: web}, ports',
    'internalTrafficPolicy: Local, selector: {app: web}, ports',
    [MESH],
    [TO_PAY],
  ],
  [
    'an annotation that says nothing about routing',
    '{name: web, namespace: shop}',
    '{name: web, namespace: shop, annotations: {example.com/owner: me}}',
    [],
    [MESH],
  ],
];

describe('settings of simulated kinds', () => {
  test.each(SETTINGS)('%s', (_name, before, after, touched, untouched) => {
    expect(WORLD).toContain(before);
    const text = WORLD.replace(before, after);
    const names = (request: object) =>
      notSimulatedIn(traceRequest(analyse([{ file: 'world.yaml', text }]), readRequest(request)));
    for (const request of touched) expect(names(request), JSON.stringify(request)).not.toEqual([]);
    for (const request of untouched) expect(names(request), JSON.stringify(request)).toEqual([]);
  });
});
