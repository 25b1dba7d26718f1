import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { joinFiles } from './join-files.ts';

/** Each case: the texts of files `1.yaml`, `2.yaml` …, and the values of the documents of the joined text. */
const CASES: Readonly<Record<string, readonly [texts: readonly string[], values: readonly unknown[]]>> = {
  'one file': [['a: 1\n'], [{ a: 1 }]],
  'two files': [
    ['a: 1\n', 'b: 2\n'],
    [{ a: 1 }, { b: 2 }],
  ],
  'no newline at the end': [
    ['a: 1', 'b: 2'],
    [{ a: 1 }, { b: 2 }],
  ],
  'Windows line endings': [
    ['a: 1\r\n', 'b: 2\r\n'],
    [{ a: 1 }, { b: 2 }],
  ],
  'several documents in a file': [
    ['a: 1\n---\nb: 2\n', 'c: 3\n'],
    [{ a: 1 }, { b: 2 }, { c: 3 }],
  ],
  'a start of its own': [
    ['---\na: 1\n', '---\nb: 2\n'],
    [{ a: 1 }, null, { b: 2 }],
  ],
  'an end of its own': [
    ['a: 1\n...\n', 'b: 2\n'],
    [{ a: 1 }, { b: 2 }],
  ],
  'a directive': [
    ['a: 1\n', '%YAML 1.2\n---\nb: 2\n'],
    [{ a: 1 }, { b: 2 }],
  ],
  'a byte order mark': [
    ['\ufeffa: 1\n', '\ufeffb: 2\n'],
    [{ a: 1 }, { b: 2 }],
  ],
  JSON: [
    ['{"a": 1}', '[2]'],
    [{ a: 1 }, [2]],
  ],
};

for (const [name, [texts, values]] of Object.entries(CASES)) {
  test(name, () => {
    const joined = joinFiles(texts.map((text, at) => ({ name: `${at + 1}.yaml`, text })));
    const documents = parseAllDocuments(joined);
    if (!Array.isArray(documents)) throw new Error('no documents');
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(documents.map((document) => document.toJS())).toEqual(values);
    for (let at = 1; at <= texts.length; at++) expect(joined).toContain(`# file: ${at}.yaml`);
  });
}

test('line endings remain, and a line break in a name does not end the comment', () => {
  const joined = joinFiles([
    { name: 'a\nb.yaml', text: 'a: 1\r\nb: 2\r\n' },
    { name: 'c.yaml', text: 'c: 3' },
  ]);
  expect(joined).toBe('# file: a b.yaml\r\na: 1\r\nb: 2\r\n---\n# file: c.yaml\nc: 3\n');
});
