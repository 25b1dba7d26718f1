import { describe, expect, it } from 'vitest';
import { jsonSchemas, manifestJsonSchema } from './json-schema.ts';

describe('JSON Schema for the editor', () => {
  it('is there for every decoded kind and every version of it', () => {
    const known = jsonSchemas().map(({ kind, apiVersions }) => [kind, apiVersions[0]]);
    expect(known).toContainEqual(['HTTPRoute', 'gateway.networking.k8s.io/v1']);
    expect(known).toContainEqual(['Service', 'v1']);
    expect(known).toHaveLength(26);
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

  it('holds each document of a stream to its own kind, and is plain data', () => {
    const schema = manifestJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect((schema.allOf as readonly unknown[]).length).toBe(26);
  });
});
