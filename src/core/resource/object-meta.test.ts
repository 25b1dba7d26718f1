import { expect, test } from 'vitest';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';
import { secondsOf } from './object-meta.ts';

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2023-01-01T00:00:00Z', 1_672_531_200],
  ['2023-01-01T00:00:00.999Z', 1_672_531_200],
  ['2023-01-01T02:30:00+02:30', 1_672_531_200],
  ['2022-12-31T19:00:00-05:00', 1_672_531_200],
  ['2024-02-29T00:00:00Z', 1_709_164_800],
  ['0001-01-01T00:00:00Z', -62_135_596_800],
])('%s is a timestamp', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

test.each([
  '2023-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2023-13-01T00:00:00Z',
  '2023-00-10T00:00:00Z',
  '2023-01-00T00:00:00Z',
  '2023-01-01T24:00:00Z',
  '2023-01-01T00:60:00Z',
  '2023-01-01T00:00:60Z',
  '2023-01-01T00:00:00',
  '2023-01-01T00:00:00+24:00',
  '2023-01-01 00:00:00Z',
  '2023-01-01t00:00:00z',
  '2023-01-01',
  '',
])('%j is none', (text) => expect(secondsOf(text)).toBe(null));

test('a timestamp that is none is told at its place, and decides nothing', () => {
  const text =
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, creationTimestamp: "2024-02-30T10:00:00Z"}\n';
  const [decoded] = parseSource({ file: 'a.yaml', text }).map((document) => decodeDocument(document));
  expect(decoded?.findings).toMatchObject([
    {
      code: 'timestamp-invalid',
      args: { value: '2024-02-30T10:00:00Z' },
      site: { path: ['metadata', 'creationTimestamp'] },
    },
  ]);
  expect(decoded?.resources[0]?.resource.created).toBe(null);
});
