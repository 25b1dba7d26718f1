import fc from 'fast-check';
import { meshWorld } from './choice-meshes.ts';

/** Manifests in which every choice of a profile matters: unusual paths, repeated headers, redirects, … */

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

const ALL = { namespaces: { from: 'All' } };

const GATEWAY = {
  apiVersion: GROUP,
  kind: 'Gateway',
  metadata: { name: 'gate', namespace: 'prod' },
  spec: {
    gatewayClassName: 'demo',
    listeners: [
      { name: 'all', port: 80, protocol: 'HTTP', allowedRoutes: ALL },
      { name: 'wide', port: 80, protocol: 'HTTP', hostname: '*.example.com', allowedRoutes: ALL },
      { name: 'odd', port: 8080, protocol: 'HTTP' },
      tls('tls', '*.example.com'),
      tls('tls-a', 'a.example.com'),
    ],
  },
};

function tls(name: string, hostname: string) {
  return {
    name,
    port: 443,
    protocol: 'HTTPS',
    hostname,
    tls: { certificateRefs: [{ name: 'c' }] },
    allowedRoutes: ALL,
  };
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

/** Plain matches often match together, so that their order matters. */
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
/** The subject of some manifests. Each theme makes some choices matter that random manifests seldom reach. */
export type Theme =
  | 'anything'
  | 'values'
  | 'query'
  | 'redirects'
  | 'retries'
  | 'doors'
  | 'policies'
  | 'headers'
  | 'owners'
  | 'meshes';

export const THEMES: readonly Theme[] = [
  ...(['anything', 'anything', 'values', 'query', 'redirects', 'retries', 'doors'] as const),
  ...(['policies', 'headers', 'retries', 'query', 'owners'] as const),
  ...(['meshes', 'meshes', 'meshes'] as const),
];

const withHeader = fc.record({ headers: fc.array(header, { minLength: 1, maxLength: 1 }) });
const withParameter = fc.record({ queryParams: fc.array(parameter, { minLength: 1, maxLength: 1 }) });

function matchFor(theme: Theme): fc.Arbitrary<unknown> {
  if (theme === 'values') return withHeader;
  if (theme === 'query') return withParameter;
  if (theme === 'headers') return fc.constant({});
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
      scheme: fc.constantFrom('http', 'https', 'https'),
      hostname: fc.constantFrom(undefined, undefined, 'h.example'),
      port: fc.constantFrom(undefined, 80, 443, 8443),
      path: pathChange,
    },
    { requiredKeys: [] },
  )
  .map((requestRedirect) => ({ type: 'RequestRedirect', requestRedirect }));

function backendFor(theme: Theme) {
  const minLength = theme === 'headers' ? 1 : 0;
  return fc.record({
    name: fc.constantFrom('shop', 'cart', 'cart', 'gone'),
    weight: fc.constantFrom(0, 1, 1),
    filters: fc.array(fc.oneof(requestHeaders, responseHeaders), { minLength, maxLength: 1 }),
  });
}
const foreign = fc.constant({ name: 'stock', namespace: 'other', weight: 1, filters: [] });

const headerFilter = fc.oneof(requestHeaders, responseHeaders);

/** Returns the filter at the end of a rule's list. */
function lastFor(theme: Theme) {
  if (theme === 'retries') return fc.constant(null);
  return theme === 'redirects' ? redirect : fc.oneof(fc.constant(null), fc.constant(null), redirect, rewrite);
}

function ruleFor(theme: Theme) {
  const often = (of: Theme) => (theme === of ? 1 : 0);
  return fc
    .record({
      matches: fc.array(matchFor(theme), { minLength: 1, maxLength: 2 }),
      headers: fc.array(headerFilter, { minLength: often('headers'), maxLength: 2 }),
      mirrors: fc.array(mirror, { maxLength: 1 }),
      last: lastFor(theme),
      backends: fc.array(fc.oneof(backendFor(theme), backendFor(theme), foreign), {
        minLength: 1,
        maxLength: 2,
      }),
      timeouts: fc.constantFrom(undefined, undefined, { request: '1s' }, { backendRequest: '100ms' }),
      retry: fc.constantFrom(
        ...(theme === 'retries' ? [{ codes: [503] }, { codes: [503] }, { codes: [503] }] : [undefined]),
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

/**
 * Names that only some implementations support: a class, a protocol, a spelling of the core group, a kind at
 * a listener.
 */
const owners = fc
  .record({
    className: fc.constantFrom('demo', 'istio', 'istio'),
    hbone: fc.boolean(),
    group: fc.constantFrom('', 'core', 'core'),
    backendGroup: fc.constantFrom('', 'core'),
  })
  .map(({ className, hbone, group, backendGroup }): readonly unknown[] => [
    ...DECLARED,
    {
      apiVersion: GROUP,
      kind: 'GatewayClass',
      metadata: { name: 'demo' },
      spec: { controllerName: 'a.example/b' },
    },
    {
      ...GATEWAY,
      spec: {
        gatewayClassName: className,
        listeners: [
          { name: 'all', port: 80, protocol: 'HTTP' },
          ...(hbone ? [{ name: 'mesh', port: 80, protocol: 'HBONE' }] : []),
          {
            name: 'tls',
            port: 443,
            protocol: 'TLS',
            tls: { mode: 'Terminate', certificateRefs: [{ name: 'c' }] },
          },
        ],
      },
    },
    {
      apiVersion: GROUP,
      kind: 'HTTPRoute',
      metadata: { name: 'r1', namespace: 'prod' },
      spec: {
        parentRefs: [
          { group, kind: 'Service', name: 'shop' },
          { name: 'gate', sectionName: 'all' },
        ],
        rules: [{ backendRefs: [{ group: backendGroup, kind: 'Service', name: 'cart', port: 80 }] }],
      },
    },
    {
      apiVersion: GROUP,
      kind: 'TCPRoute',
      metadata: { name: 't', namespace: 'prod' },
      spec: {
        parentRefs: [{ name: 'gate', sectionName: 'tls' }],
        rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }],
      },
    },
  ]);

/** Returns manifests for a theme. Without Services and the Gateway they are an incomplete bundle. */
export function worldFor(theme: Theme): fc.Arbitrary<readonly unknown[]> {
  if (theme === 'owners') return owners;
  if (theme === 'meshes') return meshWorld;
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
