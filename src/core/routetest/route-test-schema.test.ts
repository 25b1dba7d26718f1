import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '../../../tests/provide-engines.ts';
import type { JsonSchema } from '../field-docs/json-schema.ts';
import { analyse } from '../index.ts';
import { routeTestJsonSchema } from './route-test-schema.ts';

type Fields = Readonly<Record<string, JsonSchema>>;

/** Returns the fields of a value that a schema does not define or does not describe. */
function unknownIn(value: unknown, schema: JsonSchema, path: string): string[] {
  if (Array.isArray(value)) {
    return schema.items
      ? value.flatMap((item) => unknownIn(item, schema.items as JsonSchema, `${path}[]`))
      : [];
  }
  const known = schema.properties as Fields | undefined;
  if (typeof value !== 'object' || value === null || !known) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Object.hasOwn(known, name)
      ? unknownIn(inner, known[name] as JsonSchema, `${path}.${name}`)
      : schema.additionalProperties === false
        ? [`${path}.${name}`]
        : [],
  );
}

function untoldIn(schema: JsonSchema, path: string): string[] {
  const own = String(schema.description ?? '').length < 7 ? [path] : [];
  const fields = Object.entries((schema.properties ?? {}) as Fields);
  const inner = schema.items ? untoldIn(schema.items as JsonSchema, `${path}[]`) : [];
  return [...own, ...inner, ...fields.flatMap(([name, each]) => untoldIn(each, `${path}.${name}`))];
}

test('every field of every suite in the repository is known', () => {
  const { schema } = routeTestJsonSchema();
  const unknown = new Set<string>();
  let suites = 0;
  for (const entry of readdirSync('tests/cases', { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.yaml')) continue;
    const text = readFileSync(`tests/cases/${entry}`, 'utf8');
    for (const { routeTests } of analyse([{ file: entry, text }]).decoded) {
      for (const { raw } of routeTests) {
        suites++;
        for (const path of unknownIn(raw, schema, '')) unknown.add(path);
      }
    }
  }
  expect(suites).toBeGreaterThan(50);
  expect([...unknown]).toEqual([]);
});

test('every field has a description', () => expect(untoldIn(routeTestJsonSchema().schema, '')).toEqual([]));
