import { formatApiVersion } from '../ids/api-version.ts';
import { FORMATS } from '../resource/formats.ts';
import { KINDS } from '../resource/kinds/kinds.ts';
import '../resource/kinds/rare-kind-definitions.ts';
import type { Fields, RecordSchema, Schema } from '../resource/schema.ts';
import { own } from '../text/own.ts';
import type { FieldDocs } from './field-docs.ts';
import { ENGLISH_FIELDS, type FieldWords } from './field-words.ts';
import { docsOf } from './kind-docs.ts';
import { OBJECT_DOCS } from './object-docs.ts';

/** A JSON Schema (draft-07) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of one kind. `apiVersions` are the versions that it applies to. */
export interface KindJsonSchema {
  readonly kind: string;
  readonly apiVersions: readonly string[];
  readonly schema: JsonSchema;
}

/** Returns the JSON Schemas of every decoded kind, for completion, descriptions and hover in the editor. */
export function jsonSchemas(words: FieldWords = ENGLISH_FIELDS): readonly KindJsonSchema[] {
  return KINDS.map((kind) => {
    const apiVersions = kind.versions.map((version) => formatApiVersion(kind.group, version));
    return kindJsonSchema(kind.kind, apiVersions, kind.schema, docsOf(kind), words);
  });
}

/** Returns the JSON Schema of the objects of one kind, with the documentation of their fields. */
export function kindJsonSchema(
  kind: string,
  apiVersions: readonly string[],
  shape: RecordSchema,
  docs: FieldDocs,
  words: FieldWords = ENGLISH_FIELDS,
): KindJsonSchema {
  const schema = toJsonSchema(shape, { docs, words }, '');
  const properties = schema.properties as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return {
    kind,
    apiVersions,
    schema: {
      ...schema,
      required: ['apiVersion', 'kind', 'metadata'],
      properties: {
        ...properties,
        apiVersion: { ...properties.apiVersion, enum: apiVersions },
        kind: { ...properties.kind, const: kind },
      },
    },
  };
}

/**
 * Returns one schema for a stream of mixed kinds. The schema of its kind applies to each document. `further`
 * are kinds that are not resources.
 */
export function manifestJsonSchema(
  further: readonly KindJsonSchema[] = [],
  words: FieldWords = ENGLISH_FIELDS,
): JsonSchema {
  const known = [...jsonSchemas(words), ...further];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      apiVersion: {
        type: 'string',
        description: words.of(OBJECT_DOCS.apiVersion ?? ''),
        examples: [...new Set(known.flatMap(({ apiVersions }) => apiVersions))],
      },
      kind: {
        type: 'string',
        description: words.of(OBJECT_DOCS.kind ?? ''),
        examples: [...new Set(known.map(({ kind }) => kind))],
      },
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

/** Returns the documentation of a field: its sentence, additional documentation, and its limits. */
function wordsFor(schema: Schema, further: string | undefined, words: FieldWords): string {
  const told = [schema.description, further ?? '']
    .filter((each) => each !== '')
    .map(words.of)
    .join(words.gap);
  const facts = factsOf(schema, words);
  return facts.length === 0 ? told : `${told}\n\n${sentence(facts.join(' · '))}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function factsOf(schema: Schema, words: FieldWords): readonly string[] {
  const facts: string[] = [];
  const { defaultTo } = schema;
  if (defaultTo !== undefined) {
    facts.push(words.defaultIs(`\`${defaultTo === '' ? '""' : String(defaultTo)}\``));
  }
  if ('oneOf' in schema && schema.oneOf) facts.push(schema.oneOf.map((each) => `\`${each}\``).join(', '));
  if (schema.type === 'integer') {
    const { min, max } = schema;
    if (min !== undefined && max !== undefined) facts.push(words.between(min, max));
    else if (min !== undefined) facts.push(words.atLeast(min));
    else if (max !== undefined) facts.push(words.atMost(max));
  }
  if (schema.type === 'text' && schema.maxLength !== undefined) {
    facts.push(words.characters(schema.maxLength));
  }
  if (schema.type === 'list' && schema.maxItems !== undefined) {
    facts.push(words.entries(schema.maxItems, schema.minItems === schema.maxItems));
  }
  if (schema.experimental) facts.push(words.experimental);
  return facts;
}

/** The documentation of the fields of one kind, and its language. */
interface Told {
  readonly docs: FieldDocs;
  readonly words: FieldWords;
}

/** Returns the JSON Schema of a schema at a path of its object. */
function toJsonSchema(schema: Schema, by: Told, path: string): JsonSchema {
  const further = own(by.docs, path);
  const told = wordsFor(schema, further, by.words);
  const common: Record<string, unknown> = {
    description: told.replaceAll('`', ''),
    markdownDescription: told,
  };
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
        ...(schema.known === undefined ? {} : { properties: propertiesOf(schema.known, by, path) }),
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
        items: toJsonSchema(schema.items, by, `${path}[]`),
        ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
        ...(schema.maxItems === undefined ? {} : { maxItems: schema.maxItems }),
      };
    case 'record':
      return {
        type: 'object',
        ...common,
        properties: propertiesOf(schema.fields, by, path),
        ...(schema.required.length === 0 ? {} : { required: schema.required }),
        // Without an error message, the language service cannot name a key that is not written yet (`{`) and
        // logs this on every key stroke. The message is never shown, because the core validates manifests.
        ...(schema.open ? {} : { additionalProperties: false, errorMessage: 'Unknown field.' }),
      };
    default:
      return schema satisfies never;
  }
}

/** Returns the JSON Schemas of the fields of a mapping at a path. */
function propertiesOf(fields: Fields, by: Told, path: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      toJsonSchema(field, by, path === '' ? name : `${path}.${name}`),
    ]),
  );
}
