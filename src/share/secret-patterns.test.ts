import { expect, test } from 'vitest';
import { echoesIn } from './secret-echoes.ts';
import { secretsInHeaders } from './secret-patterns.ts';

test.each([
  ['beginnings of tokens', '-eyJ'],
  ['beginnings of keys', 'sk-'],
  ['beginnings of PEM keys', '-----BEGIN PRIVATE KEY-----\n'],
  ['beginnings of other PEM keys', '-----BEGIN RSA PRIVATE KEY-----\nA'],
  ['schemes', 'a.'],
  ['addresses', 'http://a'],
  ['headers', 'x-api-key: a  '],
  ['keys', 'password='],
  ['quoted keys', 'token:"'],
  ['variables', 'name: AB_C\n'],
  ['words', 'Bearer a'],
])('ends on a million characters of %s', (_name, part) => {
  // A pattern that searches back through the text for each part would take hours.
  expect(secretsInHeaders(part.repeat(Math.ceil(1_000_000 / part.length)))).toBeInstanceOf(Array);
});

test('reads a text once for any number of values', () => {
  const values = new Set(Array.from({ length: 20_000 }, (_, at) => `value-${at}-of-a-secret`));
  const text = `${'x '.repeat(200_000)}value-17-of-a-secret and value-19999-of-a-secret`;
  expect(echoesIn(text, values).map(({ start, end }) => text.slice(start, end))).toEqual([
    'value-17-of-a-secret',
    'value-19999-of-a-secret',
  ]);
});
