import { describe, expect, it } from 'vitest';
import { KINDS } from '../resource/kinds/kinds.ts';
import { type JsonSchema, jsonSchemas, manifestJsonSchema } from './json-schema.ts';
import { KIND_DOCS } from './kind-docs.ts';

/** Returns the documentation of each field, by its path. */
function pathsOf(schema: JsonSchema, path = ''): Map<string, string> {
  const found = new Map<string, string>([[path, String(schema.description ?? '')]]);
  const add = (inner: JsonSchema, at: string) => {
    for (const [each, told] of pathsOf(inner, at)) found.set(each, told);
  };
  if (schema.items) add(schema.items as JsonSchema, `${path}[]`);
  for (const [name, inner] of Object.entries(
    (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>,
  )) {
    add(inner, path === '' ? name : `${path}.${name}`);
  }
  return found;
}

describe('JSON Schema for the editor', () => {
  it('is there for every decoded kind and every version of it', () => {
    const known = jsonSchemas().map(({ kind, apiVersions }) => [kind, apiVersions[0]]);
    expect(known).toContainEqual(['HTTPRoute', 'gateway.networking.k8s.io/v1']);
    expect(known).toContainEqual(['Service', 'v1']);
    const decoded = KINDS.map(({ kind, group, versions }) => [
      kind,
      versions.map((version) => (group === '' ? version : `${group}/${version}`)),
    ]);
    expect(jsonSchemas().map(({ kind, apiVersions }) => [kind, apiVersions])).toEqual(decoded);
  });

  it('says of each field what it means, and of each value what it may be', () => {
    const route = jsonSchemas().find(({ kind }) => kind === 'HTTPRoute');
    expect(route?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: {
        kind: { const: 'HTTPRoute' },
        spec: {
          properties: {
            rules: {
              type: 'array',
              maxItems: 16,
              items: {
                properties: {
                  backendRefs: {
                    items: { required: ['name'], properties: { weight: { maximum: 1_000_000, default: 1 } } },
                  },
                },
              },
            },
          },
        },
      },
    });
    const descriptions = JSON.stringify(route?.schema).match(/"description":""/g);
    expect(descriptions).toBeNull();
  });

  it('tells of each field what there is to know, and nothing of a field that is not there', () => {
    const orphans: string[] = [];
    const untold: string[] = [];
    for (const { kind, apiVersions, schema } of jsonSchemas()) {
      const paths = pathsOf(schema);
      const known = KINDS.find(
        (each) => each.kind === kind && apiVersions.some((version) => version.startsWith(`${each.group}/`)),
      );
      for (const path of Object.keys((known && KIND_DOCS.get(known)) ?? {}))
        if (!paths.has(path)) orphans.push(`${kind} ${path}`);
      for (const [path, told] of paths) if (told.length < 7) untold.push(`${kind} ${path}`);
    }
    expect(orphans).toEqual([]);
    expect(untold).toEqual([]);
  });

  it.each([
    ['HTTPRoute', 'spec.parentRefs[].group', ['R-103', 'Default: gateway.networking.k8s.io']],
    ['HTTPRoute', 'spec.rules[].backendRefs[].weight', ['R-330', 'Default: 1', '0 to 1000000']],
    [
      'HTTPRoute',
      'spec.rules[].backendRefs[].filters[].requestRedirect.path.type',
      ['R-312', 'ReplaceFullPath'],
    ],
    ['HTTPRoute', 'spec.rules[].retry', ['R-343', 'Experimental channel only']],
    ['TLSRoute', 'spec.rules', ['Exactly 1 entry']],
    ['Gateway', 'spec.listeners[].allowedRoutes.namespaces.from', ['R-423', 'Default: Same']],
    ['ReferenceGrant', 'metadata.namespace', ['R-450']],
    [
      'Ingress',
      'metadata.annotations.nginx.ingress.kubernetes.io/backend-protocol',
      ['not verified', 'HTTP, HTTPS, GRPC'],
    ],
    ['Ingress', 'metadata.annotations.nginx.ingress.kubernetes.io/canary', ['Service port', 'true, false']],
    ['Ingress', 'metadata.annotations.kubernetes.io/ingress.class', ['ingressClassName']],
    ['IngressClass', 'metadata.annotations.ingressclass.kubernetes.io/is-default-class', ['true, false']],
  ])('%s %s', (wanted, path, parts) => {
    const schema = jsonSchemas().find(({ kind }) => kind === wanted)?.schema ?? {};
    for (const part of parts) expect(pathsOf(schema).get(path)).toContain(part);
  });

  it('holds each document of a stream to its own kind, and is plain data', () => {
    const schema = manifestJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect((schema.allOf as readonly unknown[]).length).toBe(38);
  });
});
