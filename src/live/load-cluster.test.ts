import { afterEach, describe, expect, test } from 'vitest';
import { type ApiObject, type ApiOptions, type ApiServer, startApiServer } from '../../tests/api-server.ts';
import { analyse, collectFindings } from '../core/index.ts';
import { askAt } from './ask-api.ts';
import { type Discovery, discover } from './discover.ts';
import { loadCluster } from './load-cluster.ts';

const META = { uid: '1', resourceVersion: '2', managedFields: [{ manager: 'kubectl' }] };
const LAST = { 'kubectl.kubernetes.io/last-applied-configuration': '{"password":"hunter2"}' };

function service(name: string, namespace: string): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, ...META, annotations: LAST },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
    status: { loadBalancer: {} },
  };
}

const OBJECTS: readonly ApiObject[] = [
  ...['shop', 'web', 'other'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  service('cart', 'shop'),
  service('on', 'web'),
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'key', namespace: 'shop' },
    data: { key: 'c2VjcmV0' },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'cart' } },
      template: {
        metadata: { labels: { app: 'cart' } },
        spec: {
          containers: [{ name: 'main', image: 'cart', env: [{ name: 'PASSWORD', value: 'hunter2' }] }],
        },
      },
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 'cart', port: 80 }],
      rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }],
    },
    status: { parents: [] },
  },
  {
    apiVersion: 'policies.example.com/v1',
    kind: 'RetryPolicy',
    metadata: { name: 'retries', namespace: 'shop' },
    spec: { targetRefs: [{ group: '', kind: 'Service', name: 'cart' }] },
  },
];

let server: ApiServer | undefined;
afterEach(() => server?.close());

const still = new AbortController().signal;

async function start(options: Partial<ApiOptions> = {}) {
  server = await startApiServer({ objects: OBJECTS, ...options });
  const ask = askAt(server.url);
  const found = await discover(ask, still);
  if ('why' in found) throw new Error(found.why);
  return { ask, found, server };
}

const known = ({ kinds }: Discovery) => kinds.filter(({ sort, usual }) => sort === 'known' && usual);

describe('the content of a cluster', () => {
  test('has kinds in the best supported version, and namespaces', async () => {
    const { found } = await start();
    expect(found.version).toBe('v1.33.1');
    expect(found.namespaces).toEqual(['other', 'shop', 'web']);
    const names = found.kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
    expect(names).toContain('gateway.networking.k8s.io/v1 HTTPRoute');
    expect(names).toContain('gateway.networking.k8s.io/v1beta1 ReferenceGrant');
    expect(names).not.toContain('gateway.networking.k8s.io/v1beta1 HTTPRoute');
    expect(found.kinds.filter(({ sort }) => sort === 'policy').map(({ kind }) => kind)).toEqual([
      'RetryPolicy',
    ]);
  });

  test('has no namespaces when their list is forbidden', async () => {
    expect((await start({ forbidden: ['Namespace'] })).found.namespaces).toBeNull();
  });

  test.each([
    ['a host that knows no API', undefined],
    ['a host that answers everything with a page', '<!doctype html>'],
  ])('%s is not a cluster', async (_, page) => {
    const pages = await startApiServer({ objects: [] });
    server = pages;
    const ask = askAt(pages.url, async () => new Response(page ?? 'no', { status: page ? 200 : 404 }));
    expect(await discover(ask, still)).toEqual({ why: 'missing' });
  });
});

describe('loading', () => {
  test('returns manifests with the behaviour of the cluster, without secrets', async () => {
    const { ask, found, server: api } = await start();
    const loaded = await loadCluster(ask, { namespaces: null, kinds: known(found) }, () => {}, still);
    expect(loaded.notRead).toEqual([]);
    expect(loaded.text).not.toMatch(/hunter2|c2VjcmV0|managedFields|resourceVersion/);
    expect(api.asked.filter((path) => /secrets|configmaps/.test(path))).toEqual([]);
    const snapshot = analyse([{ file: 'cluster.yaml', text: loaded.text }]);
    expect(collectFindings(snapshot).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...snapshot.control.ir.frontends.keys()]).toEqual(['shop/cart:80', 'web/on:80']);
    expect(loaded.objects).toBe(OBJECTS.length - 2);
  });

  test('reads only the selection', async () => {
    const { ask, found } = await start();
    const kinds = found.kinds.filter(({ kind }) => kind === 'Service' || kind === 'Namespace');
    const { text } = await loadCluster(ask, { namespaces: ['web'], kinds }, () => {}, still);
    expect(text.match(/name(space)?: .*/g)).toEqual(['name: web', "name: 'on'", 'namespace: web']);
  });

  test('reads policies of other groups on request', async () => {
    const { ask, found } = await start();
    const kinds = found.kinds.filter(({ sort }) => sort === 'policy');
    const { text } = await loadCluster(ask, { namespaces: null, kinds }, () => {}, still);
    expect(text).toContain('kind: RetryPolicy');
  });

  const many = Array.from({ length: 25 }, (_, at) => service(`s${at}`, 'shop'));

  test.each([
    ['page by page', {}],
    ['once more in one piece when a continuation has grown old', { expiring: true }],
  ])('long lists %s', async (_, options) => {
    const { ask, found } = await start({ objects: many, page: 10, ...options });
    const seen: number[] = [];
    const kinds = found.kinds.filter(({ kind }) => kind === 'Service');
    const loaded = await loadCluster(
      ask,
      { namespaces: null, kinds },
      ({ objects }) => seen.push(objects),
      still,
    );
    expect(loaded.objects).toBe(25);
    expect(new Set(loaded.text.match(/name: s\d+$/gm)).size).toBe(25);
    expect(seen.at(-1)).toBe(25);
  });

  test('names forbidden lists, and returns the rest', async () => {
    const { ask, found } = await start({ forbidden: ['Deployment'] });
    const loaded = await loadCluster(ask, { namespaces: null, kinds: known(found) }, () => {}, still);
    expect(loaded.notRead.map(({ kind, refusal }) => [kind, refusal.why])).toEqual([
      ['Deployment', 'forbidden'],
    ]);
    expect(loaded.text).toContain('kind: HTTPRoute');
  });

  test('ends when the signal is aborted', async () => {
    const { ask, found } = await start({ delay: 300 });
    const ending = new AbortController();
    const loading = loadCluster(ask, { namespaces: null, kinds: known(found) }, () => {}, ending.signal);
    ending.abort(new Error('enough'));
    await expect(loading).rejects.toThrow('enough');
  });

  test('reports a lost connection', async () => {
    const { ask, found, server: api } = await start();
    await api.close();
    const kinds = found.kinds.filter(({ kind }) => kind === 'Service');
    const { notRead } = await loadCluster(ask, { namespaces: null, kinds }, () => {}, still);
    expect(notRead.map(({ refusal }) => refusal.why)).toEqual(['unreachable']);
  });
});
