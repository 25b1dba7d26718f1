import { describe, expect, test } from 'vitest';
import { load, manifest, service } from '../../../tests/manifests.ts';
import type { Cluster } from './cluster.ts';
import { type EndpointFacts, endpointsOf, podAt, workloadAt } from './endpoints.ts';

const LABELS = { app: 'cart' };
const CART = service('shop/cart', { selector: LABELS, ports: [{ name: 'http', port: 80 }] });
const TEMPLATE = { metadata: { labels: LABELS }, spec: { containers: [] } };

const deployment = (replicas?: number) =>
  manifest('apps/v1', 'Deployment', 'shop/cart', { spec: { replicas, template: TEMPLATE } });

/** A Pod with the labels of the Service; `ready` null: its status says nothing. */
function pod(name: string, ready: boolean | null, metadata: object = {}, podIP?: string): object {
  const conditions = ready === null ? [] : [{ type: 'Ready', status: ready ? 'True' : 'False' }];
  const status = { conditions, podIP };
  return manifest('v1', 'Pod', `shop/${name}`, { status }, { labels: LABELS, ...metadata });
}

/** An EndpointSlice of Service `cart` with one endpoint for each address; one that begins with `-` is not ready. */
function slice(
  name: string,
  addresses: readonly string[],
  ports: readonly object[] = [{ name: 'http' }],
): object {
  const endpoints = addresses.map((each) => ({
    addresses: [each.replace('-', '')],
    conditions: { ready: !each.startsWith('-') },
    targetRef: { kind: 'Pod', name: 'cart-1' },
  }));
  const metadata = { labels: { 'kubernetes.io/service-name': 'cart' } };
  return manifest(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    `shop/${name}`,
    { addressType: 'IPv4', endpoints, ports },
    metadata,
  );
}

const legacy = (ready: readonly string[], notReady: readonly string[], ports: readonly object[] = []) =>
  manifest('v1', 'Endpoints', 'shop/cart', {
    subsets: [
      {
        addresses: ready.map((ip) => ({ ip, targetRef: { kind: 'Pod', name: 'cart-1' } })),
        notReadyAddresses: notReady.map((ip) => ({ ip })),
        ports,
      },
    ],
  });

const owned = (kind: string, name: string) => ({ ownerReferences: [{ kind, name, controller: true }] });

/** The endpoints behind the first port of Service `cart`. */
function endpoints(
  manifests: readonly object[],
  subset: Readonly<Record<string, string>> | null = null,
): EndpointFacts {
  const { cluster } = load(manifests);
  const found = cluster.services.get('shop/cart');
  if (found === undefined) throw new Error('Service cart is not declared');
  return endpointsOf(cluster, found, found.spec.ports[0] ?? null, subset);
}

describe('the endpoints of a Service', () => {
  test.each<[string, object[], number | null, EndpointFacts['source'], string[]]>([
    ['without a selector there are none', [service('shop/cart')], 0, 'no-selector', []],
    ['a selector that picks nothing says nothing', [CART], null, 'unknown', []],
    [
      'of an ExternalName nothing is known',
      [service('shop/cart', { type: 'ExternalName', externalName: 'a.example' })],
      null,
      'external-name',
      [],
    ],
    ['a workload without replicas has one', [CART, deployment()], 1, 'workloads', ['shop/cart']],
    ['a workload has its replicas', [CART, deployment(3)], 3, 'workloads', ['shop/cart']],
    ['Pods count', [CART, pod('a', true), pod('b', null)], 2, 'workloads', ['shop/a', 'shop/b']],
    [
      'a Pod that is not ready does not count',
      [CART, pod('a', true), pod('b', false)],
      1,
      'workloads',
      ['shop/a', 'shop/b'],
    ],
    [
      'a Pod of a picked workload is counted once',
      [CART, deployment(2), pod('a', true, owned('Deployment', 'cart'))],
      2,
      'workloads',
      ['shop/cart'],
    ],
    [
      'a Pod of an owner that is not declared counts',
      [CART, pod('a', true, owned('ReplicaSet', 'cart-x'))],
      1,
      'workloads',
      ['shop/cart-x'],
    ],
    [
      'workloads of another namespace are not picked',
      [CART, manifest('apps/v1', 'Deployment', 'bill/cart', { spec: { template: TEMPLATE } })],
      null,
      'unknown',
      [],
    ],
    [
      'slices go before workloads',
      [CART, deployment(5), slice('a', ['10.0.0.1', '10.0.0.2'])],
      2,
      'endpoint-slices',
      ['shop/cart-1'],
    ],
    [
      'several slices are added, each address once',
      [CART, slice('a', ['10.0.0.1']), slice('b', ['10.0.0.1', '10.0.0.2'])],
      2,
      'endpoint-slices',
      ['shop/cart-1'],
    ],
    [
      'an address that is not ready does not count',
      [CART, slice('a', ['10.0.0.1', '-10.0.0.2'])],
      1,
      'endpoint-slices',
      ['shop/cart-1'],
    ],
    [
      'a slice of another port is left out',
      [CART, slice('a', ['10.0.0.1'], [{ name: 'grpc' }])],
      0,
      'endpoint-slices',
      [],
    ],
    [
      'a slice without ports is for all of them',
      [CART, slice('a', ['10.0.0.1'], [])],
      1,
      'endpoint-slices',
      ['shop/cart-1'],
    ],
    [
      'a slice without endpoints leaves the workloads named',
      [CART, deployment(), slice('a', [])],
      0,
      'endpoint-slices',
      ['shop/cart'],
    ],
    ['Endpoints count', [CART, legacy(['10.0.0.1', '10.0.0.2'], [])], 2, 'endpoints', ['shop/cart-1']],
    [
      'Endpoints that are not ready do not',
      [CART, legacy(['10.0.0.1'], ['10.0.0.2'])],
      1,
      'endpoints',
      ['shop/cart-1'],
    ],
    [
      'Endpoints of another port are left out',
      [CART, legacy(['10.0.0.1'], [], [{ name: 'grpc', port: 1 }])],
      0,
      'endpoints',
      [],
    ],
    [
      'slices go before Endpoints',
      [CART, legacy(['10.0.0.1'], []), slice('a', [])],
      0,
      'endpoint-slices',
      [],
    ],
  ])('%s', (_what, manifests, ready, source, workloads) => {
    expect(endpoints(manifests)).toEqual({ ready, source, workloads });
  });

  test('count what is not ready where the Service publishes it', () => {
    const published = service('shop/cart', { selector: LABELS, publishNotReadyAddresses: true });
    expect(endpoints([published, slice('a', ['-10.0.0.1'], [])]).ready).toBe(1);
    expect(endpoints([published, legacy([], ['10.0.0.1'])]).ready).toBe(1);
  });
});

describe('a subset of the endpoints of a Service', () => {
  const v1 = pod('v1', true, { labels: { ...LABELS, version: 'v1' } });
  test.each<[string, object[], number | null, EndpointFacts['source'], string[]]>([
    ['has the Pods with its labels', [CART, v1, pod('a', true)], 1, 'workloads', ['shop/v1']],
    ['is counted from workloads beside slices, too', [CART, v1, slice('a', [])], 1, 'workloads', ['shop/v1']],
    ['is empty where other Pods alone are picked', [CART, pod('a', true)], 0, 'workloads', []],
    ['is unknown where nothing is picked', [CART], null, 'unknown', []],
    ['is unknown without a selector', [service('shop/cart'), v1], null, 'unknown', []],
    [
      'of an ExternalName is unknown',
      [service('shop/cart', { type: 'ExternalName', externalName: 'a.example' })],
      null,
      'external-name',
      [],
    ],
  ])('%s', (_what, manifests, ready, source, workloads) => {
    expect(endpoints(manifests, { version: 'v1' })).toEqual({ ready, source, workloads });
  });
});

describe('what an IP address belongs to', () => {
  const at = (cluster: Cluster, ip: string) => podAt(cluster, ip);
  test('is a Pod, by its status', () => {
    const { cluster } = load([
      pod('a', false, owned('StatefulSet', 'cart'), '10.0.0.1'),
      pod('b', null, {}, '10.0.0.2'),
    ]);
    expect(at(cluster, '10.0.0.1')).toEqual({ ip: '10.0.0.1', workload: 'shop/cart', ready: false });
    expect(at(cluster, '10.0.0.2')).toEqual({ ip: '10.0.0.2', workload: 'shop/b', ready: true });
    expect(at(cluster, '10.0.0.3')).toBeNull();
  });

  test('is an endpoint of a slice, without a workload where it names no Pod', () => {
    const bare = { addresses: ['10.0.0.9'], conditions: { ready: true } };
    const other = manifest('discovery.k8s.io/v1', 'EndpointSlice', 'shop/b', {
      addressType: 'IPv4',
      endpoints: [bare],
    });
    const { cluster } = load([
      CART,
      slice('a', ['-10.0.0.1']),
      {
        ...other,
        metadata: { namespace: 'shop', name: 'b', labels: { 'kubernetes.io/service-name': 'cart' } },
      },
    ]);
    expect(at(cluster, '10.0.0.1')).toEqual({ ip: '10.0.0.1', workload: 'shop/cart-1', ready: false });
    expect(at(cluster, '10.0.0.9')).toEqual({ ip: '10.0.0.9', workload: null, ready: true });
  });
});

test('a workload has the ready Pods that its manifest tells', () => {
  const { cluster } = load([deployment(2), pod('a', false)]);
  expect(workloadAt(cluster, 'shop/cart')).toEqual({ key: 'shop/cart', endpoints: 2 });
  expect(workloadAt(cluster, 'shop/a')).toEqual({ key: 'shop/a', endpoints: 0 });
  expect(workloadAt(cluster, 'shop/none')).toBeNull();
});
