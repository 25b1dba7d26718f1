import { expect, test } from 'vitest';
import { flowYAML } from './flow-yaml.ts';
import { parseSource } from './parse.ts';

const TEXTS = [
  '/charges',
  'x-lane',
  'true',
  'No',
  'on',
  '100ms',
  '1h',
  '1e3',
  '0x1F',
  '007',
  '1_000',
  '~',
  '',
];
const MORE = [
  'a b',
  'a: b',
  'a #b',
  '/x%20y',
  '{',
  '*a',
  '&a',
  '- a',
  '"',
  '\\d+',
  '12:30',
  '2020-01-01',
  '.inf',
  '=',
  '<<',
];

test.each([...TEXTS, ...MORE])('the text %j is read again as it is', (text) => {
  const value = { list: [{ [text]: text, number: 80, flag: true, none: null }, [text]] };
  const [document] = parseSource({ file: 'a.yaml', text: `spec: ${flowYAML(value)}\n` });
  expect(document?.findings).toEqual([]);
  expect(document?.value).toEqual({ spec: value });
});

test('words and durations have no quotes', () => {
  expect(flowYAML({ path: '/v1', timeout: '100ms', value: 'true' })).toBe(
    '{path: /v1, timeout: 100ms, value: "true"}',
  );
});
