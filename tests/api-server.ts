/** An HTTP server for tests that answers like the API server of a cluster behind `kubectl proxy`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

export interface ApiOptions {
  readonly objects: readonly ApiObject[];
  /** Kinds that RBAC does not allow to list. */
  readonly forbidden?: readonly string[];
  /** Objects in a page, regardless of the requested limit. */
  readonly page?: number;
  /** Answers the first continuation of each list with 410. */
  readonly expiring?: boolean;
  /** Waits before each list, in milliseconds. */
  readonly delay?: number;
  /** Answers requests that are not for the API. The default is 404. */
  readonly otherwise?: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface ApiServer {
  readonly url: string;
  /** Requested paths so far, with their queries. */
  readonly asked: readonly string[];
  /** Replaces the objects of the cluster. */
  replace(objects: readonly ApiObject[]): void;
  close(): Promise<void>;
}

/** Kinds of the cluster: path of the API version, plural, kind, namespaced. */
const RESOURCES: readonly (readonly [
  apiVersion: string,
  plural: string,
  kind: string,
  namespaced: boolean,
])[] = [
  ['v1', 'namespaces', 'Namespace', false],
  ['v1', 'services', 'Service', true],
  ['v1', 'pods', 'Pod', true],
  ['v1', 'secrets', 'Secret', true],
  ['v1', 'configmaps', 'ConfigMap', true],
  ['v1', 'serviceaccounts', 'ServiceAccount', true],
  ['apps/v1', 'deployments', 'Deployment', true],
  ['discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice', true],
  ['gateway.networking.k8s.io/v1', 'httproutes', 'HTTPRoute', true],
  ['gateway.networking.k8s.io/v1', 'gateways', 'Gateway', true],
  ['gateway.networking.k8s.io/v1beta1', 'httproutes', 'HTTPRoute', true],
  ['gateway.networking.k8s.io/v1beta1', 'referencegrants', 'ReferenceGrant', true],
  ['policies.example.com/v1', 'retrypolicies', 'RetryPolicy', true],
  ['policies.example.com/v1', 'widgets', 'Widget', true],
];

/** Starts the server on a free port. */
export async function startApiServer(options: ApiOptions): Promise<ApiServer> {
  const asked: string[] = [];
  let { objects } = options;
  const expired = new Set<string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    const fail = (status: number, reason: string) =>
      answer(status, {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason,
        message: reason,
        code: status,
      });
    if (request.method !== 'GET') return fail(405, 'MethodNotAllowed');
    const isApi = /^\/(version$|apis?(\/|$))/.test(url.pathname);
    if (!isApi) return options.otherwise ? options.otherwise(request, response) : fail(404, 'NotFound');
    asked.push(url.pathname + url.search);
    if (url.pathname === '/version') return answer(200, { major: '1', minor: '33', gitVersion: 'v1.33.1' });
    if (url.pathname === '/apis') return answer(200, { kind: 'APIGroupList', groups: groupList() });
    const list = /^\/(?:api|apis)\/(.+?)(?:\/namespaces\/([^/]+))?(?:\/([a-z]+))?$/.exec(url.pathname);
    const versions = new Set(RESOURCES.map(([apiVersion]) => apiVersion));
    const direct = url.pathname.replace(/^\/apis?\//, '');
    if (versions.has(direct))
      return answer(200, { kind: 'APIResourceList', resources: resourceList(direct) });
    const found = RESOURCES.find(([apiVersion, plural]) => apiVersion === list?.[1] && plural === list?.[3]);
    if (!list || !found) return fail(404, 'NotFound');
    const [apiVersion, , kind] = found;
    if (options.forbidden?.includes(kind)) return fail(403, 'Forbidden');
    const rest = url.searchParams.get('continue');
    if (rest !== null && options.expiring && !expired.has(url.pathname)) {
      expired.add(url.pathname);
      return fail(410, 'Expired');
    }
    const items = objects.filter(
      (each) => each.kind === kind && (list[2] === undefined || each.metadata.namespace === list[2]),
    );
    const from = Number(rest ?? 0);
    const size = url.searchParams.has('limit')
      ? (options.page ?? Number(url.searchParams.get('limit')))
      : items.length;
    const more = from + size < items.length;
    const body = {
      kind: `${kind}List`,
      apiVersion,
      metadata: { resourceVersion: '1', ...(more ? { continue: String(from + size) } : null) },
      // Items of a list carry neither kind nor version.
      items: items.slice(from, from + size).map(({ apiVersion: _, kind: __, ...item }) => item),
    };
    setTimeout(() => answer(200, body), options.delay ?? 0);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    replace(others) {
      objects = others;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function groupList() {
  const groups = new Map<string, string[]>();
  for (const [apiVersion] of RESOURCES) {
    const [group, version] = apiVersion.split('/');
    if (version === undefined || group === undefined) continue;
    const versions = groups.get(group) ?? [];
    groups.set(group, versions);
    if (!versions.includes(version)) versions.push(version);
  }
  return [...groups].map(([name, versions]) => ({
    name,
    versions: versions.map((version) => ({ groupVersion: `${name}/${version}`, version })),
    preferredVersion: { groupVersion: `${name}/${versions[0]}`, version: versions[0] },
  }));
}

function resourceList(wanted: string) {
  return RESOURCES.filter(([apiVersion]) => apiVersion === wanted).flatMap(([, name, kind, namespaced]) => [
    { name, kind, namespaced, verbs: ['get', 'list', 'watch'] },
    { name: `${name}/status`, kind, namespaced, verbs: ['get', 'patch'] },
  ]);
}
