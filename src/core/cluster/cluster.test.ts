import { expect, test } from 'vitest';
import { analyse } from '../pipeline.ts';
import { SERVICE } from '../resource/kinds/core/service.ts';
import { GATEWAY } from '../resource/kinds/gateway-api/gateway.ts';
import { buildCluster, type Cluster } from './cluster.ts';
import { inOrder } from './cluster-index.ts';
import { INDEXES } from './indexes.ts';

const object = (apiVersion: string, kind: string, name: string, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', labels: { app: 'web' } },
  ...rest,
});

const GROUP = 'gateway.networking.k8s.io';
const PARENT = { group: '', kind: 'Service', name: 'web', namespace: 'other' };
const TEMPLATE = { metadata: { labels: { app: 'web' } }, spec: { containers: [] } };
const OBJECTS = {
  service: object('v1', 'Service', 'web', { spec: { clusterIP: '10.0.0.1', ports: [{ port: 80 }] } }),
  route: object(`${GROUP}/v1`, 'HTTPRoute', 'web', { spec: { parentRefs: [PARENT] } }),
  grpc: object(`${GROUP}/v1`, 'GRPCRoute', 'web', { spec: { parentRefs: [PARENT] } }),
  grant: object(`${GROUP}/v1`, 'ReferenceGrant', 'web', { spec: { from: [], to: [] } }),
  workload: object('apps/v1', 'Deployment', 'web', { spec: { template: TEMPLATE } }),
  rollout: object('argoproj.io/v1alpha1', 'Rollout', 'other', { spec: { template: TEMPLATE } }),
  slice: object('discovery.k8s.io/v1', 'EndpointSlice', 'web-1', {
    metadata: { name: 'web-1', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'web' } },
  }),
  endpoints: object('v1', 'Endpoints', 'web', {}),
  namespace: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  gateway: object(`${GROUP}/v1`, 'Gateway', 'web', {
    spec: { gatewayClassName: 'a', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  }),
  unknown: object('example.com/v1', 'Widget', 'web', {}),
};

type Objects = Readonly<Record<string, object>>;

function sourcesOf(objects: Objects) {
  const text = Object.values(objects).map((each) => JSON.stringify(each));
  return [{ file: 'a.yaml', text: text.join('\n---\n') }];
}

/**
 * Returns the cluster after an edit of a cluster whose indexes are all computed. Returns null if it is
 * indexed again.
 */
function afterEdit(edit: Partial<Record<keyof typeof OBJECTS, object>>): Cluster | null {
  const previous = analyse(sourcesOf(OBJECTS));
  for (const index of Object.values(INDEXES)) previous.cluster.indexed<unknown>(index);
  const { cluster } = analyse(sourcesOf({ ...OBJECTS, ...edit }), { previous });
  return cluster.patch === null ? null : cluster;
}

const annotated = ({ metadata, ...rest }: { metadata: object }) => ({
  ...rest,
  metadata: { ...metadata, annotations: { edited: 'yes' } },
});

const KEPT: readonly (keyof typeof OBJECTS)[] = [
  'service',
  'route',
  'grpc',
  'grant',
  'workload',
  'slice',
  'endpoints',
  'namespace',
  'unknown',
];

test.each(KEPT)('after an edit of the %s every index equals one made again', (name) => {
  const edited = afterEdit({ [name]: annotated(OBJECTS[name]) });
  expect(edited).not.toBeNull();
  if (edited === null) return;
  const fresh = buildCluster(edited.resources, 'cluster.local');
  for (const [of, index] of Object.entries(INDEXES)) {
    const [after, again] = [edited.indexed<unknown>(index), fresh.indexed<unknown>(index)];
    const content = again instanceof Map ? new Map(after as ReadonlyMap<string, unknown>) : after;
    expect([of, content]).toEqual([of, again]);
  }
  expect([...edited.byId]).toEqual([...fresh.byId]);
});

test('an edit of a kind that declares no effects is not patched', () => {
  expect(afterEdit({ gateway: annotated(OBJECTS.gateway) })).toBeNull();
});

test('an edit that names another namespace, or changes what others are found by, is not patched', () => {
  const parentRefs = [{ ...PARENT, namespace: 'third' }];
  expect(afterEdit({ route: { ...OBJECTS.route, spec: { parentRefs } } })).toBeNull();
  expect(afterEdit({ service: { ...OBJECTS.service, spec: { clusterIP: '10.0.0.2' } } })).toBeNull();
  expect(afterEdit({ rollout: annotated(OBJECTS.rollout) })).toBeNull();
  const metadata = { ...OBJECTS.route.metadata, name: 'renamed' };
  expect(afterEdit({ route: { ...OBJECTS.route, metadata } })).toBeNull();
});

test('an index is made once, and is kept as long as nothing that it reads changes', () => {
  const previous = analyse(sourcesOf(OBJECTS));
  const before = previous.cluster;
  expect(before.services).toBe(before.services);
  const own = inOrder(GATEWAY);
  const { services, routes } = before;
  const gateways = before.indexed(own);
  const after = analyse(sourcesOf({ ...OBJECTS, route: annotated(OBJECTS.route) }), { previous }).cluster;
  expect(after.patch).not.toBeNull();
  expect(after.services).toBe(services);
  expect(after.indexed(own)).toBe(gateways);
  expect(after.routes).not.toBe(routes);
});

test('the resources of a kind come in the order of the bundle', () => {
  const second = object('v1', 'Service', 'api', { spec: {} });
  const { cluster } = analyse(sourcesOf({ ...OBJECTS, second }));
  expect(cluster.resourcesOf(SERVICE).map(({ name }) => name)).toEqual(['web', 'api']);
  expect(cluster.resourcesOf(SERVICE)[0]?.spec.clusterIPs).toEqual(['10.0.0.1']);
  expect(cluster.routes.map(({ kind }) => kind)).toEqual(['HTTPRoute', 'GRPCRoute']);
});
