import fc from 'fast-check';

/**
 * A small set of manifests with conflicting rules: few paths and few headers, so that every criterion decides
 * in some cases.
 */

export interface Match {
  path?: { type?: string; value?: string };
  method?: string;
  headers?: { name: string; value: string }[];
  queryParams?: { name: string; value: string }[];
}

export interface Route {
  apiVersion: string;
  kind: 'HTTPRoute';
  metadata: { name: string; namespace: string; creationTimestamp?: string };
  spec: {
    parentRefs: { group: string; kind: string; name: string; namespace: string; port?: number }[];
    rules: { matches?: Match[]; backendRefs: { name: string; namespace: string; port: number }[] }[];
  };
}

export const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'shop', namespace: 'prod' },
  spec: {
    selector: { app: 'shop' },
    ports: [
      { name: 'http', port: 80 },
      { name: 'alt', port: 8080 },
    ],
  },
};

const PATHS = ['/', '/a', '/a/', '/a/b', '/a/b/', '/ab', '/a/b/c', '/c'];

const path = fc.record(
  { type: fc.constantFrom('Exact', 'PathPrefix'), value: fc.constantFrom(...PATHS) },
  { requiredKeys: ['value'] },
);
const pairs = (names: readonly string[]) =>
  fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), value: fc.constantFrom('1', '2') }), {
    maxLength: 2,
    selector: (pair) => pair.name,
  });

const match: fc.Arbitrary<Match> = fc.record(
  {
    path,
    method: fc.constantFrom('GET', 'POST'),
    headers: pairs(['x-a', 'X-B']),
    queryParams: pairs(['q', 'r']),
  },
  { requiredKeys: [] },
);

const route: fc.Arbitrary<Route> = fc
  .record({
    name: fc.constantFrom('r1', 'r2', 'r3', 'r-4'),
    namespace: fc.constantFrom('prod', 'prod', 'client', 'other'),
    port: fc.constantFrom(undefined, undefined, 80, 8080),
    created: fc.constantFrom(undefined, '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'),
    rules: fc.array(fc.array(match, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ name, namespace, port, created, rules }) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute' as const,
    metadata: { name, namespace, ...(created === undefined ? {} : { creationTimestamp: created }) },
    spec: {
      parentRefs: [
        {
          group: '',
          kind: 'Service',
          name: 'shop',
          namespace: 'prod',
          ...(port === undefined ? {} : { port }),
        },
      ],
      rules: rules.map((matches) => ({
        ...(matches.length === 0 ? {} : { matches }),
        backendRefs: [{ name: 'shop', namespace: 'prod', port: 80 }],
      })),
    },
  }));

/** Up to five routes with distinct identities. */
export const routes = fc.uniqueArray(route, {
  maxLength: 5,
  selector: ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
});

export interface Ask {
  from: string;
  port: number;
  method: string;
  path: string;
  headers: { name: string; value: string }[];
  query: { name: string; value: string }[];
}

export const ask: fc.Arbitrary<Ask> = fc.record({
  from: fc.constantFrom('prod', 'client', 'other', 'stranger'),
  port: fc.constantFrom(80, 8080),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.constantFrom(...PATHS, '/a/b/c/d', '/a//b', '/abc'),
  headers: pairs(['x-a', 'x-b']),
  query: pairs(['q', 'r']),
});

/** Returns documents as one text. JSON is valid YAML. */
export function toText(documents: readonly unknown[]): string {
  return documents.map((document) => JSON.stringify(document)).join('\n---\n');
}
