import { expect, test } from 'vitest';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';

const CODES = ['invisible-character', 'look-alike-character'];

/** Returns the findings about a header value, as `code character`. */
function toldOf(value: string, type = 'Exact', kind = 'HTTPRoute'): readonly string[] {
  const match = { headers: [{ type, name: 'x', value }] };
  const object = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: { name: 'r' },
    spec: { rules: [{ matches: [match] }] },
  };
  const [document] = parseSource({ file: 'a.yaml', text: JSON.stringify(object) });
  if (document === undefined) throw new Error('no document');
  return decodeDocument(document)
    .findings.filter(({ code }) => CODES.includes(code))
    .map(({ code, args }) => `${code} ${args.character}`);
}

test.each([
  ['a\u200bb', ['invisible-character U+200B']],
  ['a\u202eb', ['invisible-character U+202E']],
  ['a\u00a0b', ['invisible-character U+00A0']],
  ['a\u{e0041}b', ['invisible-character U+E0041']],
  ['\ud800', ['invisible-character U+D800']],
  ['p\u0430ypal', ['look-alike-character U+0430']],
  ['g\u03bfogle', ['look-alike-character U+03BF']],
  ['\u0430\u200bb', ['invisible-character U+200B']],
])('%j', (value, told) => expect(toldOf(value)).toEqual(told));

test.each([
  'plain',
  'with a\ttab',
  'привет',
  'привет, world',
  'α and β',
  '日本語 v2',
  'café',
  '😀',
  "it's \\\\ fine",
])('%j is what it looks like', (value) => expect(toldOf(value)).toEqual([]));

test('a pattern may list the letters of two scripts', () => {
  expect(toldOf('[a-z\u0430-\u044f]+', 'RegularExpression')).toEqual([]);
  expect(toldOf('[a-z\u0430-\u044f]+')).toHaveLength(1);
});
