import fc from 'fast-check';
import type { SimRequest } from '../../src/core/ir/trace.ts';

/** Worlds and requests in which every choice of a profile gets to matter: odd paths, repeated headers, redirects, … */

const GROUP = 'gateway.networking.k8s.io/v1';

const service = (name: string, namespace: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: {
    selector: { app: name },
    ports: [
      { name: 'http', port: 80 },
      { name: 'alt', port: 8080 },
    ],
  },
});

const DECLARED = [service('shop', 'prod'), service('cart', 'prod'), service('stock', 'other')];

const GATEWAY = {
  apiVersion: GROUP,
  kind: 'Gateway',
  metadata: { name: 'gate', namespace: 'prod' },
  spec: {
    gatewayClassName: 'demo',
    listeners: [
      { name: 'all', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } },
      { name: 'wide', port: 80, protocol: 'HTTP', hostname: '*.example.com' },
      { name: 'odd', port: 8080, protocol: 'HTTP' },
      tls('tls', '*.example.com'),
      tls('tls-a', 'a.example.com'),
    ],
  },
};

function tls(name: string, hostname: string) {
  return { name, port: 443, protocol: 'HTTPS', hostname, tls: { certificateRefs: [{ name: 'c' }] } };
}

const TLS_POLICY = {
  apiVersion: GROUP,
  kind: 'BackendTLSPolicy',
  metadata: { name: 'tls', namespace: 'prod' },
  spec: {
    targetRefs: [{ group: '', kind: 'Service', name: 'cart' }],
    validation: {
      hostname: 'cart.example',
      caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'gone' }],
    },
  },
};

const policy = (name: string, namespace: string) => ({
  apiVersion: 'limits.example.com/v1',
  kind: 'RateLimitPolicy',
  metadata: { name, namespace },
  spec: { targetRef: { group: '', kind: 'Service', name: 'shop', namespace: 'prod' } },
});

const TRAFFIC_POLICY = {
  apiVersion: 'gateway.networking.x-k8s.io/v1alpha1',
  kind: 'XBackendTrafficPolicy',
  metadata: { name: 'traffic', namespace: 'prod' },
  spec: {
    targetRefs: [{ group: '', kind: 'Service', name: 'shop' }],
    sessionPersistence: { sessionName: 's', type: 'Cookie' },
  },
};

const path = fc.oneof(
  fc.record({
    type: fc.constantFrom('Exact', 'PathPrefix', 'PathPrefix'),
    value: fc.constantFrom('/', '/a', '/a/', '/a/b', '/b', '/a%2Fb', '/x'),
  }),
  fc.record({
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom('/a.*', '/a', '/.', 'a', '/(a|b)/?'),
  }),
);

const header = fc.oneof(
  fc.record({ name: fc.constantFrom('x-a', 'x_b', 'accept'), value: fc.constantFrom('v', 'v,w', 'w') }),
  fc.record({
    name: fc.constantFrom('x-a', 'x-b'),
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom('.', '*', 'v|w', '.*,.*', '\\x{e9}', '[^a]'),
  }),
);

const parameter = fc.oneof(
  fc.record({ name: fc.constantFrom('q', 'r'), value: fc.constantFrom('a b', 'a+b', '1', '2') }),
  fc.record({
    name: fc.constantFrom('q'),
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom('*', 'a.b', '1'),
  }),
);

const odd = fc.record(
  {
    path,
    method: fc.constantFrom('GET', 'CONNECT'),
    headers: fc.array(header, { minLength: 1, maxLength: 1 }),
    queryParams: fc.array(parameter, { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
);

/** Plain ones often match together, so that their order counts. */
const plain = fc.constantFrom(
  ...[
    { path: { value: '/a' } },
    { path: { value: '/a/' } },
    { path: { type: 'RegularExpression', value: '/a.*' } },
    { path: { value: '/a' }, method: 'GET' },
    { path: { value: '/a/' }, method: 'GET' },
    { headers: [{ name: 'x-a', value: 'v' }] },
    {},
  ],
);
/** What a world is about: each brings some choices into play that chance alone seldom would. */
export type Theme = 'anything' | 'values' | 'redirects' | 'retries' | 'doors' | 'policies' | 'headers';

export const THEMES: readonly Theme[] = [
  ...(['anything', 'anything', 'values', 'values', 'redirects', 'retries', 'doors'] as const),
  ...(['policies', 'headers'] as const),
];

const valued = fc.oneof(
  fc.record({ headers: fc.array(header, { minLength: 1, maxLength: 1 }) }),
  fc.record({ queryParams: fc.array(parameter, { minLength: 1, maxLength: 1 }) }),
);

function matchFor(theme: Theme): fc.Arbitrary<unknown> {
  if (theme === 'values') return valued;
  if (theme === 'doors') return fc.constantFrom({}, { path: { value: '/a' } });
  return theme === 'anything' ? fc.oneof(plain, plain, odd) : plain;
}

const change = fc.record(
  {
    set: fc.constantFrom([{ name: 'x-c', value: 'set' }], [{ name: 'location', value: 'http://l.example/' }]),
    add: fc.constant([{ name: 'x-d', value: 'added' }]),
    remove: fc.constantFrom(['x-c'], ['x-d']),
  },
  { requiredKeys: [] },
);

const requestHeaders = change.map((requestHeaderModifier) => ({
  type: 'RequestHeaderModifier',
  requestHeaderModifier,
}));
const responseHeaders = change.map((responseHeaderModifier) => ({
  type: 'ResponseHeaderModifier',
  responseHeaderModifier,
}));
const mirror = fc
  .constantFrom({ name: 'cart' }, { name: 'stock', namespace: 'other' })
  .map((ref) => ({ type: 'RequestMirror', requestMirror: { backendRef: { ...ref, port: 80 } } }));
const pathChange = fc.constantFrom(
  { type: 'ReplacePrefixMatch', replacePrefixMatch: '/api' },
  { type: 'ReplacePrefixMatch', replacePrefixMatch: '/api/' },
  { type: 'ReplacePrefixMatch', replacePrefixMatch: '' },
  { type: 'ReplaceFullPath', replaceFullPath: '/n?x=1' },
);
const rewrite = pathChange.map((each) => ({ type: 'URLRewrite', urlRewrite: { path: each } }));
const redirect = fc
  .record(
    {
      scheme: fc.constantFrom('http', 'https'),
      hostname: fc.constant('h.example'),
      port: fc.constantFrom(80, 443, 8443),
      path: pathChange,
    },
    { requiredKeys: [] },
  )
  .map((requestRedirect) => ({ type: 'RequestRedirect', requestRedirect }));

const backend = fc.record({
  name: fc.constantFrom('shop', 'cart', 'cart', 'gone'),
  weight: fc.constantFrom(0, 1, 1),
  filters: fc.oneof(fc.constant([]), fc.array(fc.oneof(requestHeaders, responseHeaders), { maxLength: 1 })),
});
const foreign = fc.constant({ name: 'stock', namespace: 'other', weight: 1, filters: [] });

const headerFilter = fc.oneof(requestHeaders, responseHeaders);

function ruleFor(theme: Theme) {
  const often = (of: Theme) => (theme === of ? 1 : 0);
  return fc
    .record({
      matches: fc.array(matchFor(theme), { minLength: 1, maxLength: 2 }),
      headers: fc.array(headerFilter, { minLength: often('headers'), maxLength: 2 }),
      mirrors: fc.array(mirror, { maxLength: 1 }),
      last:
        theme === 'redirects' ? redirect : fc.oneof(fc.constant(null), fc.constant(null), redirect, rewrite),
      backends: fc.array(fc.oneof(backend, backend, foreign), { minLength: 1, maxLength: 2 }),
      timeouts: fc.constantFrom(undefined, undefined, { request: '1s' }, { backendRequest: '100ms' }),
      retry: fc.constantFrom(
        ...(theme === 'retries' ? [] : [undefined]),
        { codes: [503] },
        {},
        { attempts: 2, codes: [503], backoff: '10ms' },
        { attempts: 1 },
      ),
    })
    .map(({ matches, headers, mirrors, last, backends, timeouts, retry }) => {
      const filters = [...headers, ...mirrors, ...(last === null ? [] : [last])];
      const redirects = last?.type === 'RequestRedirect';
      return {
        matches,
        ...(filters.length === 0 ? {} : { filters }),
        ...(redirects ? {} : { backendRefs: backends.map((each) => ({ port: 80, ...each })) }),
        ...(timeouts === undefined ? {} : { timeouts }),
        ...(retry === undefined ? {} : { retry }),
      };
    });
}

function routeFor(theme: Theme) {
  return fc
    .record({
      name: fc.constantFrom('r1', 'r2', 'r-3'),
      namespace:
        theme === 'doors'
          ? fc.constantFrom('prod', 'prod-x')
          : fc.constantFrom('prod', 'prod', 'prod', 'prod-x', 'client'),
      parents: fc.subarray(
        [
          { group: '', kind: 'Service', name: 'shop', namespace: 'prod' },
          { name: 'gate', namespace: 'prod' },
        ],
        { minLength: 1 },
      ),
      hostnames: fc.subarray(['a.example.com', '*.example.com']),
      rules: fc.array(ruleFor(theme), { minLength: 1, maxLength: 3 }),
    })
    .map(({ name, namespace, parents, hostnames, rules }) => ({
      apiVersion: GROUP,
      kind: 'HTTPRoute',
      metadata: { name, namespace },
      spec: { parentRefs: parents, ...(hostnames.length === 0 ? {} : { hostnames }), rules },
    }));
}

const grpcRoute = fc.record({
  apiVersion: fc.constant(GROUP),
  kind: fc.constant('GRPCRoute'),
  metadata: fc.record({ name: fc.constant('g'), namespace: fc.constantFrom('prod', 'client') }),
  spec: fc.constant({
    parentRefs: [{ group: '', kind: 'Service', name: 'shop', namespace: 'prod' }],
    rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }],
  }),
});

const POLICIES = [TLS_POLICY, TRAFFIC_POLICY, policy('p', 'prod'), policy('c', 'client')];

/** Manifests about a theme; without Services and the Gateway they are those of which half was pasted. */
export function worldFor(theme: Theme): fc.Arbitrary<readonly unknown[]> {
  return fc
    .record({
      half: theme === 'anything' ? fc.constantFrom(false, false, true) : fc.constant(false),
      routes: fc.uniqueArray(routeFor(theme), {
        minLength: 1,
        maxLength: 4,
        selector: ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
      }),
      calls: fc.array(grpcRoute, { maxLength: 1 }),
      policies: theme === 'policies' ? fc.constant(POLICIES) : fc.subarray(POLICIES),
    })
    .map(({ half, routes, calls, policies }) => [
      ...(half ? [] : [...DECLARED, GATEWAY]),
      ...routes,
      ...calls,
      ...policies,
    ]);
}

const BEHAVIOURS: readonly NonNullable<SimRequest['backend']>[] = [
  { latency: 16_000, failFirst: null, responseHeaders: [] },
  {
    latency: 0,
    failFirst: { times: 1, how: 'reset', status: 503, latency: 0 },
    responseHeaders: [['x-c', 'own']],
  },
  { latency: 0, failFirst: { times: 2, how: 'status', status: 503, latency: 0 }, responseHeaders: [] },
  { latency: 0, failFirst: { times: 1, how: 'status', status: 503, latency: 300 }, responseHeaders: [] },
];

const ODD_PATHS = [
  '/a',
  '/a',
  '/a/b',
  '/',
  '/a',
  '/a/b',
  '/b',
  '/a/',
  '/x/../a',
  '/%61',
  '//a',
  '/a//b',
  '/a%2Fb',
  '/a%00',
  '/a/x',
  '/\\a',
];

/** Requests about a theme, from the mesh, from outside it, and through the Gateway. */
export function requestFor(theme: Theme): fc.Arbitrary<SimRequest> {
  const doors = theme === 'doors';
  return fc
    .record({
      from: fc.constantFrom('prod', 'client', 'stranger'),
      inMesh: fc.constantFrom(true, true, true, false),
      gateway: doors ? fc.constant(true) : fc.boolean(),
      secure: doors ? fc.boolean() : fc.constantFrom(false, false, true),
      protocol: fc.constantFrom('http' as const, 'http' as const, 'http' as const, 'grpc' as const),
      host: fc.constantFrom('a.example.com', 'b.example.com', 'example.org'),
      sni: fc.constantFrom(null, 'b.example.com', 'a.example.com'),
      port: fc.constantFrom(80, 80, 8080),
      method: fc.constantFrom('GET', 'GET', 'FOO', 'CONNECT', 'OPTIONS'),
      path: fc.constantFrom(...(theme === 'anything' ? ODD_PATHS : ['/a', '/a/b', '/'])),
      query: fc.constantFrom(
        ...(theme === 'values' ? [] : ['', '']),
        'q=a%20b',
        'q=a+b',
        'q=1',
        'q=2&q=1',
        'r=1',
      ),
      headers: fc.constantFrom<readonly (readonly [string, string])[]>(
        [],
        [['x-a', 'v']],
        [['x-a', 'é']],
        [
          ['x-a', 'v'],
          ['x-a', 'w'],
        ],
        [
          ['x-b', 'v'],
          ['x-b', 'w'],
        ],
        [['x_b', 'v']],
        [
          ['accept', 'v'],
          ['accept', 'w'],
        ],
        [['Host', 'cart.prod']],
        [['Host', 'a.example.com:8080']],
      ),
      backend: fc.constantFrom(...(theme === 'retries' ? [] : [null, null, null]), ...BEHAVIOURS),
    })
    .map((each): SimRequest => {
      const { gateway, protocol, path: given } = each;
      const call = protocol === 'grpc';
      const secure = gateway && each.secure && !call;
      const host = gateway ? each.host : 'shop.prod';
      return {
        from: gateway ? null : { namespace: each.from, workload: null, inMesh: each.inMesh },
        gateway: gateway ? { namespace: 'prod', name: 'gate', listener: null } : null,
        protocol,
        method: call ? 'POST' : each.method,
        scheme: call ? 'grpc' : secure ? 'https' : 'http',
        host,
        port: secure ? 443 : each.port,
        portWritten: !secure && each.port !== 80,
        path: call ? '/pkg.S/M' : given,
        query: call ? '' : each.query,
        headers: each.headers,
        sni: secure ? (each.sni ?? host) : null,
        podOf: null,
        backend: each.backend,
      };
    });
}
