import fc from 'fast-check';
import type { SimRequest } from '../../src/core/ir/request.ts';

/** Manifests and requests in which the choices of a mesh matter: ports, kinds of routes, kinds of Services. */

const GROUP = 'gateway.networking.k8s.io';

const service = (name: string, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'prod' },
  spec: { selector: { app: name }, ...spec },
});

const SERVICES = [
  service('shop', {
    ports: [
      { name: 'http', port: 80 },
      { name: 'alt', port: 8080 },
    ],
  }),
  service('db', {
    ports: [
      { name: 'tcp', port: 5432 },
      { name: 'tls', port: 443 },
    ],
  }),
  service('cart', { ports: [{ name: 'http', port: 80 }] }),
  service('head', { clusterIP: 'None', ports: [{ name: 'http', port: 80 }] }),
  service('empty', { selector: undefined, ports: [{ name: 'http', port: 80 }] }),
];

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'prod' },
  spec: {
    selector: { matchLabels: { app: 'cart' } },
    template: { metadata: { labels: { app: 'cart' } }, spec: { containers: [{ name: 'c', image: 'i' }] } },
  },
};

const namespace = fc.constantFrom('prod', 'client', 'other');
const created = fc.constantFrom(undefined, '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z');

const filter = fc.constantFrom<object[]>(
  [],
  [],
  [],
  [{ type: 'ExtensionRef', extensionRef: { group: 'example.com', kind: 'F', name: 'f' } }],
  [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'gone', port: 80 } } }],
  [
    {
      type: 'RequestHeaderModifier',
      requestHeaderModifier: { set: [{ name: 'x-a', value: 'set' }], remove: ['X-A'] },
    },
  ],
);

const HEADERS = [{ name: 'x-a', value: 'v' }];
const CALLS = [
  {},
  { headers: HEADERS },
  { method: { service: 'pkg.S' } },
  { method: { service: 'pkg.S', method: 'M' } },
  { method: { type: 'RegularExpression', service: 'pkg\\.(S|T)', method: 'M' } },
  { method: { method: 'M' } },
];
const PATHS = [
  {},
  { path: { value: '/pkg.S' } },
  { path: { value: '/a' } },
  { path: { type: 'RegularExpression', value: '/.*' } },
  { headers: HEADERS },
];

function backends(name: string) {
  return [{ name, namespace: 'prod', port: 80 }];
}

const requestRoute = fc
  .record({
    name: fc.constantFrom('a', 'a-b', 'b'),
    namespace,
    created,
    kind: fc.constantFrom('HTTPRoute', 'GRPCRoute'),
    parent: fc.constantFrom(
      { name: 'shop' },
      { name: 'shop' },
      { name: 'shop', port: 80 },
      { name: 'shop', port: 8080 },
      { name: 'head' },
    ),
    rules: fc.array(
      fc.record({ match: fc.nat(), filters: filter, to: fc.constantFrom('cart', 'shop', 'empty') }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ name, namespace: own, created: creationTimestamp, kind, parent, rules }) => ({
    apiVersion: `${GROUP}/v1`,
    kind,
    metadata: { name, namespace: own, ...(creationTimestamp === undefined ? {} : { creationTimestamp }) },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', namespace: 'prod', ...parent }],
      rules: rules.map(({ match, filters, to }) => {
        const matches = kind === 'HTTPRoute' ? PATHS : CALLS;
        return { matches: [matches[match % matches.length]], filters, backendRefs: backends(to) };
      }),
    },
  }));

const connectionRoute = fc
  .record({
    name: fc.constantFrom('c', 'd'),
    namespace,
    created,
    kind: fc.constantFrom('TCPRoute', 'TLSRoute'),
    hostname: fc.constantFrom('db.prod', 'db', '*.prod'),
    to: fc.constantFrom('cart', 'empty'),
  })
  .map(({ name, namespace: own, created: creationTimestamp, kind, hostname, to }) => ({
    apiVersion: `${GROUP}/v1alpha2`,
    kind,
    metadata: { name, namespace: own, ...(creationTimestamp === undefined ? {} : { creationTimestamp }) },
    spec: {
      parentRefs: [
        {
          group: '',
          kind: 'Service',
          name: 'db',
          namespace: 'prod',
          port: kind === 'TCPRoute' ? 5432 : 443,
        },
      ],
      ...(kind === 'TLSRoute' ? { hostnames: [hostname] } : {}),
      rules: [{ backendRefs: backends(to) }],
    },
  }));

const keyOf = ({ kind, metadata }: { kind: string; metadata: { namespace: string; name: string } }) =>
  `${kind}/${metadata.namespace}/${metadata.name}`;

/** Manifests of a mesh: several kinds of routes, Services and parentRefs. */
export const meshWorld: fc.Arbitrary<readonly unknown[]> = fc
  .record({
    requests: fc.uniqueArray(requestRoute, { minLength: 1, maxLength: 4, selector: keyOf }),
    connections: fc.uniqueArray(connectionRoute, { maxLength: 3, selector: keyOf }),
    works: fc.boolean(),
  })
  .map(({ requests, connections, works }) => [
    ...SERVICES,
    ...(works ? [DEPLOYMENT] : []),
    ...requests,
    ...connections,
  ]);

const HEADER_LISTS: readonly SimRequest['headers'][] = [
  [],
  [],
  [['x-a', 'v']],
  [['Host', 'cart.prod']],
  [['Host', 'shop.prod:9999']],
  [['Host', 'cart.prod:8080']],
];

/** Requests in a mesh: of all protocols, to Services of several kinds. */
export const meshRequest: fc.Arbitrary<SimRequest> = fc
  .record({
    from: fc.constantFrom('prod', 'client', 'stranger'),
    protocol: fc.constantFrom('http', 'http', 'http', 'grpc', 'grpc', 'tcp', 'tls', 'tls'),
    host: fc.constantFrom('shop.prod', 'shop.prod', 'head.prod', 'cart.prod', 'empty.prod'),
    sni: fc.constantFrom('db.prod', 'a.prod', 'b.example.com'),
    port: fc.constantFrom(80, 80, 8080),
    path: fc.constantFrom('/', '/a', '/pkg.S/M', '/pkg.S'),
    headers: fc.constantFrom(...HEADER_LISTS),
  })
  .map(({ from, protocol, host, sni, port, path, headers }): SimRequest => {
    const isRaw = protocol === 'tcp' || protocol === 'tls';
    const isCall = protocol === 'grpc';
    return {
      from: { namespace: from, workload: null, inMesh: true },
      gateway: null,
      protocol: protocol as SimRequest['protocol'],
      method: isCall ? 'POST' : 'GET',
      scheme: protocol as SimRequest['scheme'],
      host: isRaw ? 'db.prod' : host,
      port: protocol === 'tcp' ? 5432 : protocol === 'tls' ? 443 : port,
      portWritten: isRaw || port !== 80,
      path: isCall ? '/pkg.S/M' : path,
      query: '',
      headers: isRaw ? [] : headers,
      sni: protocol === 'tls' ? sni : null,
      podOf: null,
      backend: null,
    };
  });
