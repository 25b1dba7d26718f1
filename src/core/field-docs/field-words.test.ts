import { describe, expect, test } from 'vitest';
import { routeTestJsonSchema } from '../routetest/route-test-schema.ts';
import { ENGLISH_FIELDS, type FieldWords } from './field-words.ts';
import { type JsonSchema, jsonSchemas } from './json-schema.ts';
import { ZH_HANS_FIELDS } from './zh-hans/field-words.ts';
import { ZH_HANT_FIELDS } from './zh-hant/field-words.ts';

/**
 * Returns every English sentence of the schemas. Generates a schema in a language that only collects them.
 */
function sentences(): readonly string[] {
  const found = new Set<string>();
  const listener: FieldWords = {
    ...ENGLISH_FIELDS,
    of: (english) => {
      found.add(english);
      return english;
    },
  };
  jsonSchemas(listener);
  routeTestJsonSchema(listener);
  return [...found];
}

const code = (text: string) => (text.match(/`[^`]*`/g) ?? []).sort();
const rules = (text: string) => (text.match(/R-\d+/g) ?? []).sort();

describe.each([
  ['zh-Hant', ZH_HANT_FIELDS],
  ['zh-Hans', ZH_HANS_FIELDS],
] as const)('%s', (_, words) => {
  test('has every sentence, with its code and its rules', () => {
    const all = sentences();
    expect(all.length).toBeGreaterThan(400);
    const spoken = all.filter((each) => /[a-z]{3}/.test(each.replace(/`[^`]*`/g, '')));
    expect(spoken.filter((each) => !/[\u4e00-\u9fff]/.test(words.of(each)))).toEqual([]);
    const differing = all.filter(
      (each) =>
        code(each).join() !== code(words.of(each)).join() ||
        rules(each).join() !== rules(words.of(each)).join(),
    );
    expect(differing).toEqual([]);
  });

  test('ends a sentence where English does, with punctuation of its own', () => {
    const all = sentences();
    expect(all.filter((each) => each.endsWith('.') !== words.of(each).endsWith('。'))).toEqual([]);
    const plain = (text: string) => text.replace(/`[^`]*`/g, 'x');
    expect(
      all
        .map((each) => words.of(each))
        .filter((each) => /[\u4e00-\u9fff][,;:()?!]|[,;:()?!][\u4e00-\u9fff]/.test(plain(each))),
    ).toEqual([]);
  });

  test('tells limits in its own words', () => {
    const route = jsonSchemas(words).find(({ kind }) => kind === 'HTTPRoute');
    const within = (schema: JsonSchema | undefined, name: string) =>
      (schema?.properties as Record<string, JsonSchema> | undefined)?.[name];
    const rule = within(within(route?.schema, 'spec'), 'rules');
    expect(String(rule?.description)).toMatch(/16/);
    expect(String(rule?.description)).not.toMatch(/entries|Default|at most/);
  });
});
