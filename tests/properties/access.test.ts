import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, traceRequest } from '../../src/core/index.ts';
import { readURL } from '../../src/core/ir/read-url.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { type Call, type Policy, possibleVerdicts, ROOT, type Rule, type Server } from './access-oracle.ts';

const NAMESPACES = ['shop', 'bank'] as const;
const ACCOUNTS = ['front', 'back'] as const;
const VALUES = {
  principals: [
    'cluster.local/ns/shop/sa/front',
    'cluster.local/ns/bank/sa/back',
    '*/ns/shop/sa/front',
    'cluster.local/ns/shop/*',
    '*/sa/back',
    '*',
  ],
  namespaces: ['shop', 'bank', 'sh*', '*'],
  serviceAccounts: ['front', 'bank/back', 'shop/front'],
  subjects: ['issuer/ann', '*'],
  hosts: ['vault.shop', 'VAULT*', '*.shop'],
  methods: ['GET', 'POST', '*'],
  paths: ['/a', '/a/*', '*/b', '/a/{*}', '/a/{**}', '/{*}/b', '/a/{*}/c'],
  ports: ['8080', '80'],
  users: ['ann', 'a*', '*'],
} as const;

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const maybe = (values: readonly string[]) => fc.option(some(values), { nil: undefined, freq: 4 });

/** Removes the fields that are undefined. Null without fields: Istio refuses an empty source. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const SOURCE = fc
  .record({
    principals: maybe(VALUES.principals),
    notPrincipals: maybe(VALUES.principals),
    namespaces: maybe(VALUES.namespaces),
    notNamespaces: maybe(VALUES.namespaces),
    serviceAccounts: maybe(VALUES.serviceAccounts),
    requestPrincipals: maybe(VALUES.subjects),
    ipBlocks: maybe(['10.0.0.0/8']),
    notIpBlocks: maybe(['10.0.0.0/8']),
  })
  // An address cannot be in a block and not in it.
  .map(({ notIpBlocks, ...source }) => (source.ipBlocks ? source : { ...source, notIpBlocks }))
  .map(given)
  .filter((source) => Object.keys(source).length > 0);
const OPERATION = fc
  .record({
    hosts: maybe(VALUES.hosts),
    methods: maybe(VALUES.methods),
    notMethods: maybe(VALUES.methods),
    paths: maybe(VALUES.paths),
    notPaths: maybe(VALUES.paths),
    ports: maybe(VALUES.ports),
  })
  .map(given)
  .filter((operation) => Object.keys(operation).length > 0);
const KEYS = [
  ['source.principal', VALUES.principals],
  ['source.namespace', VALUES.namespaces],
  ['destination.port', VALUES.ports],
  ['request.headers[x-user]', VALUES.users],
  ['request.auth.principal', VALUES.subjects],
] as const;
const CONDITION = fc.constantFrom(...KEYS).chain(([key, values]) =>
  fc
    .record({ key: fc.constant(key), values: maybe(values), notValues: maybe(values) })
    .map(given)
    .filter((condition) => Object.keys(condition).length > 1),
);
const RULE: fc.Arbitrary<Rule> = fc
  .record({
    from: fc.option(
      fc.array(
        SOURCE.map((source) => ({ source })),
        { minLength: 1, maxLength: 2 },
      ),
      {
        nil: undefined,
      },
    ),
    to: fc.option(
      fc.array(
        OPERATION.map((operation) => ({ operation })),
        { minLength: 1, maxLength: 2 },
      ),
      {
        nil: undefined,
      },
    ),
    when: fc.option(fc.array(CONDITION, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 }),
  })
  .map(given);
const POLICIES: fc.Arbitrary<readonly Policy[]> = fc
  .array(
    fc.record({
      namespace: fc.constantFrom('shop', 'shop', 'bank', ROOT),
      action: fc.constantFrom(
        'ALLOW' as const,
        'ALLOW' as const,
        'DENY' as const,
        'CUSTOM' as const,
        'AUDIT' as const,
      ),
      selector: fc.constantFrom(null, { app: 'vault' }, { app: 'other' }),
      rules: fc.array(RULE, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((policies) => policies.map((policy, at) => ({ ...policy, name: `p${at}` })));
const CALL: fc.Arbitrary<Call> = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  accounts: fc.constantFrom(['front'], ['back'], [...ACCOUNTS], [...ACCOUNTS]),
  inMesh: fc.constantFrom(true, true, true, false),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.constantFrom('/', '/a', '/a/', '/a/b', '/a/b/c', '/x/b', '/ab'),
  host: fc.constant('vault.shop'),
  header: fc.constantFrom(null, 'ann', 'bob', ''),
  hasToken: fc.boolean(),
});
const SERVER = fc.record({
  isHttp: fc.constantFrom(true, true, false),
  mode: fc.constantFrom('PERMISSIVE' as const, 'STRICT' as const),
});

/** Returns the manifests of a world: a Service with one workload, clients with two accounts, and policies. */
function manifests(server: Server, policies: readonly Policy[]): string {
  const workload = (namespace: string, name: string, labels: object, account: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { serviceAccountName: account, containers: [{ name: 'main', image: 'example.com/x' }] },
      },
    },
  });
  const objects: object[] = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'vault', namespace: 'shop' },
      spec: {
        selector: server.labels,
        ports: [{ name: server.isHttp ? 'http' : 'tcp', port: 80, targetPort: server.port }],
      },
    },
    workload('shop', 'vault', server.labels, 'front'),
    ...NAMESPACES.flatMap((namespace) =>
      ACCOUNTS.map((account) => workload(namespace, account, { app: account }, account)),
    ),
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'mode', namespace: 'shop' },
      spec: { mtls: { mode: server.mode } },
    },
    ...policies.map(({ name, namespace, action, selector, rules }) => ({
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name, namespace },
      spec: {
        action,
        ...(selector === null ? null : { selector: { matchLabels: selector } }),
        ...(action === 'CUSTOM' ? { provider: { name: 'outside' } } : null),
        rules,
      },
    })),
  ];
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

function requestOf({ namespace, accounts, inMesh, method, path, header, hasToken }: Call): SimRequest {
  const read = readURL(`http://vault.shop${path}`);
  if (!read.ok) throw new Error(path);
  const [account] = accounts;
  return {
    ...read.url,
    // Without a workload, the client may have each of the two accounts.
    from: { namespace, workload: accounts.length === 1 ? (account ?? null) : null, inMesh },
    gateway: null,
    method,
    headers: [
      ...(header === null ? [] : [['x-user', header] as const]),
      ...(hasToken ? [['authorization', 'Bearer x.y.z'] as const] : []),
    ],
    podOf: null,
    backend: null,
  };
}

/** True if a value of the manifests decides something that neither they nor the request say. */
function hasUnknowns({ accounts, hasToken }: Call, policies: readonly Policy[]): boolean {
  const text = JSON.stringify(policies);
  return accounts.length > 1 || hasToken || /pBlocks|CUSTOM/.test(text);
}

test('the access stage agrees with the documentation, and is never certain where it must not be', () => {
  const seen = new Map<string, number>();
  const property = fc.property(CALL, SERVER, POLICIES, (call, chosen, policies) => {
    const server: Server = { ...chosen, namespace: 'shop', labels: { app: 'vault' }, port: 8080 };
    const snapshot = analyse([{ file: 'world.yaml', text: manifests(server, policies) }], {
      profile: PROFILES.istio,
    });
    const { outcome, notes } = traceRequest(snapshot, requestOf(call));
    const verdict = outcome.access?.verdict === 'unrestricted' ? 'allowed' : outcome.access?.verdict;
    const possible = possibleVerdicts(call, server, policies);
    seen.set(verdict ?? 'none', (seen.get(verdict ?? 'none') ?? 0) + 1);
    if (verdict === 'unknown') {
      expect(outcome.certain).toBe(false);
      expect(notes.some(({ code }) => code === 'access-unknown')).toBe(true);
      expect(hasUnknowns(call, policies)).toBe(true);
      // What a provider answers is open, even if a later policy refuses the request.
      const isDecided = possible.size === 1 && !policies.some(({ action }) => action === 'CUSTOM');
      if (isDecided) seen.set('too careful', (seen.get('too careful') ?? 0) + 1);
    } else {
      expect([...possible]).toEqual([verdict]);
      expect(outcome.kind === 'denied').toBe(verdict === 'denied');
    }
  });
  fc.assert(property, { numRuns: 1000 });
  // Each verdict occurs, so that each branch of the property is checked.
  for (const verdict of ['allowed', 'denied', 'unknown']) expect(seen.get(verdict) ?? 0).toBeGreaterThan(5);
  // Unknowns that exclude each other are rare: most answers that are not certain have both outcomes.
  expect(seen.get('too careful') ?? 0).toBeLessThan((seen.get('unknown') ?? 0) / 2);
});
