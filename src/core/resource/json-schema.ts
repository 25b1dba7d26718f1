import { FORMATS } from './formats.ts';
import { KINDS } from './kinds/kinds.ts';
import type { Schema } from './schema.ts';

/** A JSON Schema (draft-07) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of one kind: `apiVersions` are the ones it holds for. */
export interface KindJsonSchema {
  readonly kind: string;
  readonly apiVersions: readonly string[];
  readonly schema: JsonSchema;
}

/** JSON Schemas of every kind that is decoded, for the editor: completion, descriptions, hover. */
export function jsonSchemas(): readonly KindJsonSchema[] {
  return Object.values(KINDS).map((kind) => {
    const prefix = kind.group === '' ? '' : `${kind.group}/`;
    const apiVersions = kind.versions.map((version) => `${prefix}${version}`);
    const schema = toJsonSchema(kind.schema);
    const properties = schema.properties as Readonly<Record<string, unknown>>;
    return {
      kind: kind.kind,
      apiVersions,
      schema: {
        ...schema,
        required: ['apiVersion', 'kind', 'metadata'],
        properties: { ...properties, apiVersion: { enum: apiVersions }, kind: { const: kind.kind } },
      },
    };
  });
}

/** One schema for a stream of mixed kinds: each document is held to the schema of its kind. */
export function manifestJsonSchema(): JsonSchema {
  const known = jsonSchemas();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      apiVersion: { type: 'string', examples: [...new Set(known.flatMap(({ apiVersions }) => apiVersions))] },
      kind: { type: 'string', examples: known.map(({ kind }) => kind) },
    },
    allOf: known.map(({ kind, apiVersions, schema }) => ({
      if: {
        required: ['apiVersion', 'kind'],
        properties: { apiVersion: { enum: apiVersions }, kind: { const: kind } },
      },
      // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema
      then: schema,
    })),
  };
}

/** The JSON Schema of one schema of ours. */
function toJsonSchema(schema: Schema): JsonSchema {
  const common: Record<string, unknown> = { description: schema.description };
  if (schema.defaultTo !== undefined) common.default = schema.defaultTo;
  switch (schema.type) {
    case 'any':
      return common;
    case 'flag':
      return { type: 'boolean', ...common };
    case 'integer-or-text':
      return { type: ['integer', 'string'], ...common };
    case 'text-map':
      return {
        type: 'object',
        additionalProperties: { type: 'string' },
        ...common,
        ...(schema.maxEntries === undefined ? {} : { maxProperties: schema.maxEntries }),
      };
    case 'text':
      return {
        type: 'string',
        ...common,
        ...(schema.oneOf === undefined ? {} : { enum: schema.oneOf }),
        ...(schema.minLength === undefined ? {} : { minLength: schema.minLength }),
        ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength }),
        ...(schema.format === undefined ? {} : { pattern: FORMATS[schema.format].source }),
      };
    case 'integer':
      return {
        type: 'integer',
        ...common,
        ...(schema.oneOf === undefined ? {} : { enum: schema.oneOf }),
        ...(schema.min === undefined ? {} : { minimum: schema.min }),
        ...(schema.max === undefined ? {} : { maximum: schema.max }),
      };
    case 'list':
      return {
        type: 'array',
        ...common,
        items: toJsonSchema(schema.items),
        ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
        ...(schema.maxItems === undefined ? {} : { maxItems: schema.maxItems }),
      };
    case 'record':
      return {
        type: 'object',
        ...common,
        properties: Object.fromEntries(
          Object.entries(schema.fields).map(([name, field]) => [name, toJsonSchema(field)]),
        ),
        ...(schema.required.length === 0 ? {} : { required: schema.required }),
        // Without words of its own the language service fails to name a key that is not written yet (`{`), and says so
        // in the console on every key stroke. The words are never shown: validation is ours.
        ...(schema.open ? {} : { additionalProperties: false, errorMessage: 'Unknown field.' }),
      };
  }
}
