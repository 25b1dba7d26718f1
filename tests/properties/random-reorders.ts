import fc from 'fast-check';

/** Manifests before and after a change of the order of their rules. */

/** A match, its filter and the port that its requests go to. */
interface Rule {
  readonly match: object;
  readonly filters: readonly object[];
  readonly port: number;
}

/** Where the routes apply, and of which kind they are. */
type Place = 'mesh' | 'calls' | 'gateway' | 'gateway-calls';

export interface Reorder {
  readonly place: Place;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
}

const PORTS = [80, 8080, 9090];
const GROUP = 'gateway.networking.k8s.io';

const path = fc.oneof(
  fc.record({
    type: fc.constantFrom('Exact', 'PathPrefix'),
    value: fc.constantFrom('/', '/a', '/a/b', '/b'),
  }),
  fc.record({
    type: fc.constant('RegularExpression'),
    value: fc.constantFrom('/a.*', '/[ab]', '/a/b', '/.*b', '(?=/a).*'),
  }),
);
const value = fc.oneof(
  { arbitrary: fc.record({ type: fc.constant('Exact'), value: fc.constantFrom('1', '2') }), weight: 4 },
  {
    arbitrary: fc.record({
      type: fc.constant('RegularExpression'),
      value: fc.constantFrom('1', '1.*', '[12]', '.*', '(?!1).*'),
    }),
    weight: 1,
  },
);
const pairs = (names: readonly string[], maxLength: number) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...names), value).map(([name, each]) => ({ name, ...each })),
    { maxLength, selector: ({ name }) => name },
  );
const headers = pairs(['x-a', 'x-b', 'x-c', 'x-d', 'x-e', 'host', 'origin'], 2);

const httpMatch = fc.record(
  {
    path: fc.option(path, { nil: undefined, freq: 1 }),
    method: fc.constantFrom('GET', 'POST', 'OPTIONS'),
    headers,
    queryParams: pairs(['q', 'r'], 1),
  },
  { requiredKeys: [] },
);
const grpcMatch = fc.record(
  {
    method: fc.constantFrom(
      { service: 's.S' },
      { service: 's.S', method: 'M' },
      { method: 'M' },
      { type: 'RegularExpression', service: 's\\..*' },
    ),
    headers,
  },
  { requiredKeys: [] },
);

const header = (type: string, key: string, name: string, text: string) => ({
  type,
  [key]: { set: [{ name, value: text }] },
});
const httpFilter = fc.constantFrom<object>(
  header('RequestHeaderModifier', 'requestHeaderModifier', 'x-a', '1'),
  header('RequestHeaderModifier', 'requestHeaderModifier', 'x-f', '1'),
  header('ResponseHeaderModifier', 'responseHeaderModifier', 'x-f', '1'),
  { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplaceFullPath', replaceFullPath: '/a' } } },
  { type: 'CORS', cors: { allowOrigins: ['https://a.example'] } },
);
const redirect = {
  type: 'RequestRedirect',
  requestRedirect: { path: { type: 'ReplaceFullPath', replaceFullPath: '/a' } },
};

const rule = (match: fc.Arbitrary<object>, filter: fc.Arbitrary<object>): fc.Arbitrary<Rule> =>
  fc.record({
    match,
    filters: fc.oneof(
      { arbitrary: fc.constant([]), weight: 7 },
      { arbitrary: filter.map((each) => [each]), weight: 1 },
      { arbitrary: fc.constant([redirect]), weight: 1 },
    ),
    port: fc.constantFrom(...PORTS),
  });
const httpRule = rule(httpMatch, httpFilter);
const grpcRule = rule(
  grpcMatch,
  fc.constant(header('RequestHeaderModifier', 'requestHeaderModifier', 'x-a', '1')),
).map((each) => ({ ...each, filters: each.filters.filter((filter) => filter !== redirect) }));

/** The rules after a change: in another order, with some left out, added or leading to another port. */
function changed(rules: readonly Rule[], extra: fc.Arbitrary<Rule>): fc.Arbitrary<readonly Rule[]> {
  const orders = [
    fc.constant([...rules].reverse()),
    fc.shuffledSubarray([...rules], { minLength: rules.length }),
    fc.shuffledSubarray([...rules], { minLength: Math.max(0, rules.length - 2) }),
    fc.nat(rules.length).map((at) => [...rules.slice(at), ...rules.slice(0, at)]),
  ];
  const ordered = fc.oneof(...orders);
  const edit = fc.record({ at: fc.nat(), port: fc.constantFrom(...PORTS) });
  return fc
    .tuple(ordered, fc.array(extra, { maxLength: 2 }), fc.option(edit))
    .map(([list, added, each]) => [
      ...added,
      ...list.map((own, at) =>
        each !== null && at === each.at % list.length ? { ...own, port: each.port } : own,
      ),
    ]);
}

/** Objects that act on one route, or on one host and are not simulated. */
const OTHERS: readonly (readonly unknown[])[] = [
  [],
  [],
  [
    {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'BackendTrafficPolicy',
      metadata: { name: 'slow', namespace: 'prod' },
      spec: { targetRefs: [{ group: GROUP, kind: 'HTTPRoute', name: 'r1' }] },
    },
  ],
  [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'other', namespace: 'prod' },
      spec: { hosts: ['a.shop.test'], http: [] },
    },
  ],
];

const HOSTNAMES: readonly (readonly string[])[] = [
  [],
  ['a.shop.test'],
  ['*.shop.test'],
  ['a.shop.test', 'b.test'],
];

interface Layout {
  readonly place: Place;
  readonly perRoute: number;
  readonly hosts: readonly (readonly string[])[];
  readonly consumer: boolean;
  readonly others: readonly unknown[];
}

function manifests(rules: readonly Rule[], layout: Layout): readonly unknown[] {
  const { place, perRoute, hosts, consumer, others } = layout;
  const inMesh = place === 'mesh' || place === 'calls';
  const kind = place === 'mesh' || place === 'gateway' ? 'HTTPRoute' : 'GRPCRoute';
  const routes: unknown[] = [];
  for (let at = 0; at < rules.length; at += perRoute) {
    const index = at / perRoute;
    // At a Gateway, routes of both kinds share the listeners.
    const own = place === 'gateway-calls' && index % 2 === 1 ? 'HTTPRoute' : kind;
    const part = rules.slice(at, at + perRoute).filter(({ match }) => own === 'GRPCRoute' || !isCall(match));
    routes.push({
      apiVersion: `${GROUP}/v1`,
      kind: own,
      metadata: { name: `r${index}`, namespace: inMesh && consumer && index % 3 === 2 ? 'client' : 'prod' },
      spec: {
        parentRefs: inMesh
          ? [{ group: '', kind: 'Service', name: 'shop', namespace: 'prod', port: 80 }]
          : [{ name: 'edge', namespace: 'prod' }],
        ...(inMesh ? {} : { hostnames: hosts[index % hosts.length] }),
        rules: part.map(({ match, filters, port }) => ({
          matches: [match],
          filters,
          ...(filters.includes(redirect) ? {} : { backendRefs: [{ name: 'shop', namespace: 'prod', port }] }),
        })),
      },
    });
  }
  const gateway = {
    apiVersion: `${GROUP}/v1`,
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'prod' },
    spec: {
      gatewayClassName: 'any',
      listeners: [
        { name: 'all', port: 80, protocol: 'HTTP' },
        { name: 'own', port: 80, protocol: 'HTTP', hostname: '*.shop.test' },
      ],
    },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop', namespace: 'prod' },
    spec: { selector: { app: 'shop' }, ports: PORTS.map((port) => ({ name: `p${port}`, port })) },
  };
  return [service, ...(inMesh ? [] : [gateway]), ...routes, ...others];
}

function isCall(match: object): boolean {
  return 'method' in match && typeof match.method === 'object';
}

/** Returns tables of up to `most` rules, before and after a change of their order. */
export function reorders(most: number): fc.Arbitrary<Reorder> {
  return fc
    .record({
      place: fc.constantFrom<Place>('mesh', 'mesh', 'gateway', 'calls', 'gateway-calls'),
      perRoute: fc.integer({ min: 2, max: 6 }),
      hosts: fc.shuffledSubarray([...HOSTNAMES], { minLength: 1 }),
      consumer: fc.boolean(),
      others: fc.constantFrom(...OTHERS),
    })
    .chain((layout) => {
      const each =
        layout.place === 'calls'
          ? grpcRule
          : layout.place === 'gateway-calls'
            ? fc.oneof(grpcRule, httpRule)
            : httpRule;
      return fc
        .array(each, { minLength: 2, maxLength: most })
        .chain((rules) => fc.tuple(fc.constant(rules), changed(rules, each)))
        .map(([before, after]) => ({
          place: layout.place,
          before: manifests(before, layout),
          after: manifests(after, layout),
        }));
    });
}
