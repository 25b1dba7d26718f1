import { describe, expect, it } from 'vitest';
import { parseSource } from './parse.ts';

const read = (text: string) => parseSource({ file: 'a.yaml', text });
const values = (text: string) => read(text).map(({ value }) => value);
const codes = (text: string) => read(text).flatMap(({ findings }) => findings.map(({ code }) => code));

describe('a stream is split into documents', () => {
  it.each([
    ['one document', 'a: 1\n', [{ a: 1 }]],
    ['a leading marker', '---\na: 1\n', [{ a: 1 }]],
    ['comments before the first marker', '# c\n\n---\na: 1\n', [{ a: 1 }]],
    ['two documents', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['lone CR', 'a: 1\r---\rb: 2\rc: 3', [{ a: 1 }, { b: 2, c: 3 }]],
    ['a byte order mark', '\uFEFFa: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a mark before a later marker', 'a: 1\n\uFEFF---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a mark behind a marker', 'a: 1\n---\n\uFEFFb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a document of comments', 'a: 1\n---\n# nothing\n---\nb: 2\n', [{ a: 1 }, null, { b: 2 }]],
    ['content on the line of the marker', '--- {a: 1}\n--- # c\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a marker inside a block scalar', 'a: |\n  x\n  ---\n  y\n', [{ a: 'x\n---\ny\n' }]],
    ['dashes that are no marker', 'a: 1\n----\n', 'anything'],
    ['an end marker', 'a: 1\n...\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['an end marker alone', 'kind: A\n...\nkind: B\n', [{ kind: 'A' }, { kind: 'B' }]],
    ['a directive', '%YAML 1.1\n---\na: 1\n', [{ a: 1 }]],
    ['JSON', '{"a": [1, "x"]}', [{ a: [1, 'x'] }]],
    ['JSON objects one after another', '{"a": "}{"}{"b": 2}\n{"c": 3}', [{ a: '}{' }, { b: 2 }, { c: 3 }]],
    ['a JSON array', '[{"a": 1}]', [[{ a: 1 }]]],
    ['nothing', '', [undefined]],
  ] as const)('%s', (_name, text, expected) => {
    const documents = read(text);
    if (expected !== 'anything') expect(values(text)).toEqual(expected);
    expect(documents.map(({ text: part }) => part).join('')).toBe(text);
    expect(documents.map(({ index }) => index)).toEqual(documents.map((_, index) => index));
    for (const document of documents) {
      expect(text.slice(document.offset, document.offset + document.text.length)).toBe(document.text);
    }
  });

  it('marks documents with only comments', () => {
    expect(read('# a\n---\n# b\n---\nc: 1\n').map(({ empty }) => empty)).toEqual([true, false]);
    expect(read('').map(({ empty }) => empty)).toEqual([true]);
  });
});

describe('values', () => {
  it.each([
    ['merge keys', 'a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}\n', { a: { x: 1, z: 2 }, b: { x: 1, z: 3 } }],
    [
      'a list of merges',
      'a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]\n',
      { a: { x: 1 }, b: { x: 2, z: 3 }, c: { x: 1, z: 3 } },
    ],
    ['keys become strings', '80: a\nyes: b\n0777: c\n', { 80: 'a', true: 'b', 511: 'c' }],
    ['quoted scalars stay strings', `a: "yes"\nb: '0777'\nc: !!str 1\n`, { a: 'yes', b: '0777', c: '1' }],
    ['block scalars', 'a: |-\n  x\n   y\nb: >\n  p\n  q\n', { a: 'x\n y', b: 'p q\n' }],
    ['aliases', 'a: &x [1, 2]\nb: *x\n', { a: [1, 2], b: [1, 2] }],
    ['inherited names', 'constructor: 1\ntoString: 2\n', { constructor: 1, toString: 2 }],
  ] as const)('%s', (_name, text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(codes(text)).toEqual([]);
  });

  it('cannot reach a prototype', () => {
    const [value] = values('__proto__: {polluted: 1}\na: {__proto__: 2}\n') as [Record<string, unknown>];
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'a']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('findings', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
  ].join('\n');
  it.each([
    ['duplicate-key', 'a: 1\na: 2\n'],
    ['complex-key', '? [a]\n: 1\n'],
    ['unknown-tag', 'a: !Ref x\n'],
    ['alias-unknown', 'a: *b\n'],
    ['alias-to-itself', 'a: &a [*a]\n'],
    ['alias-expansion-too-large', bomb],
    ['too-many-aliases', `a: &a 1\nb: [${Array(2100).fill('*a').join(', ')}]\n`],
    ['merge-not-a-mapping', 'a:\n  <<: 1\n'],
    ['nesting-too-deep', `a: ${'['.repeat(80)}${']'.repeat(80)}`],
    ['nesting-too-deep', '- '.repeat(5000)],
    ['nesting-too-deep', '? '.repeat(5000)],
    ['document-too-large', `a: ${'x'.repeat(1_000_001)}`],
    ['control-character', 'a: x\u0000y\n'],
    ['invalid-utf8', 'a: x\uFFFDy\n'],
    ['tab-indentation', 'a:\n\tb: 1\n'],
    ['unrendered-template', 'a: {{ .Values.a }}\n'],
    ['unrendered-template', '{{- if .a }}\na: 1\n{{- end }}\n'],
    ['unrendered-template', 'kind: A\nmetadata: {name: "{{ .Release.Name }}"}\n'],
    ['yaml-syntax', 'a: "x\n'],
    ['yaml-syntax', 'a:\n   b: 1\n  c: 2\n'],
  ] as const)('%s', (code, text) => {
    expect(new Set(codes(text))).toEqual(new Set([code]));
  });

  it('names both places of a repeated key', () => {
    const [finding] = read('a:\n  x: 1\n  b: 2\n  x: 3\n')[0]?.findings ?? [];
    expect(finding).toMatchObject({
      args: { key: 'x' },
      site: { path: ['a', 'x'], span: { start: 19, end: 20 } },
    });
    expect(finding?.related[0]).toMatchObject({
      note: 'duplicate-key-first',
      site: { span: { start: 5, end: 6 } },
    });
  });

  it('keeps the readable parts of a broken document, and other documents', () => {
    const [broken, whole] = read('kind: Service\nmetadata: {name: a}\nspec: ]\n---\nb: 2\n');
    expect(broken?.value).toMatchObject({ kind: 'Service', metadata: { name: 'a' } });
    expect(broken?.findings.map(({ code }) => code)).toContain('yaml-syntax');
    expect(whole?.value).toEqual({ b: 2 });
  });

  it('caps the errors of one document', () => {
    const found = codes(Array.from({ length: 400 }, (_, index) => `k${index}: "a" b`).join('\n'));
    expect(found.length).toBeLessThan(60);
    expect(found).toContain('yaml-syntax-more');
  });
});

it('stops at a hundred thousand documents', () => {
  const text = '---\na\n'.repeat(100_050);
  const documents = read(text);
  expect(documents).toHaveLength(100_001);
  expect(documents.at(-1)?.findings.map(({ code }) => code)).toEqual(['too-many-documents']);
  expect(documents.at(-1)?.text).toHaveLength(300);
  expect(parseSource({ file: 'a.yaml', text: '---\na: 1\n' }, documents)).toHaveLength(1);
});

it('counts a run of empty documents as one where there are more than a hundred thousand', () => {
  const empties = '---\n'.repeat(100_050);
  const documents = read(`${empties}---\na: 1\n${empties}`);
  expect(documents.map(({ empty, value }) => empty || value)).toEqual([true, { a: 1 }, true]);
  expect(documents.flatMap(({ findings }) => findings)).toEqual([]);
  const edited = `${empties}---\na: 2\n${empties}`;
  const again = parseSource({ file: 'a.yaml', text: edited }, documents);
  expect(again.map(({ offset }) => offset)).toEqual(read(edited).map(({ offset }) => offset));
});

describe('places', () => {
  const text =
    '---\na: {b: [1, "x"]} # c\nlist:\n- k: |\n    t\n- yes\nempty:\n"q": \'s\'\nsame: &m {p: 1}\nuse:\n  <<: *m\n';
  const [document] = read(text);
  it.each([
    [['a', 'b', 1], 'value', '"x"'],
    [['a', 'b'], 'value', '[1, "x"]'],
    [['a', 'b'], 'key', 'b'],
    [['a'], 'value', '{b: [1, "x"]}'],
    [['list', 1], 'value', 'yes'],
    [['list', 0, 'k'], 'value', '|\n    t\n'],
    [['q'], 'key', '"q"'],
    [['q'], 'value', "'s'"],
    [['empty'], 'value', ''],
    [['use', 'p'], 'value', '1'],
    [['a', 'nothing', 3], 'value', 'a'],
  ] as const)('%j %s', (path, part, expected) => {
    const span = document?.spanOf(path, part) ?? { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe(expected);
  });

  it('returns scalars as written', () => {
    expect(document?.writtenScalar(['list', 1])).toBe('yes');
    expect(document?.writtenScalar(['a', 'b', 1])).toBe('"x"');
    expect(document?.writtenScalar(['a'])).toBeNull();
    expect(document?.writtenScalar(['nowhere'])).toBeNull();
  });
});

describe('lines that are indented no deeper than their key', () => {
  // The results of sigs.k8s.io/yaml (Go).
  it.each([
    ['double quotes', 'data:\n  a: "x\n  y\n  z"\n  b: 1\n', { data: { a: 'x y z', b: 1 } }],
    ['single quotes', "data:\n  a: 'x\n  y'\n", { data: { a: 'x y' } }],
    ['less than the key', 'data:\n  a: "x\ny"\n', { data: { a: 'x y' } }],
    ['an empty line', 'data:\n  a: "x\n\n  y"\n', { data: { a: 'x\ny' } }],
    ['escaped line breaks', 'data:\n  a: "x \\\n  y"\n', { data: { a: 'x y' } }],
    ['CRLF', 'data:\r\n  a: "x\r\n  y"\r\n', { data: { a: 'x y' } }],
    ['a list', 'a:\n- "x\n  y"\n- z\n', { a: ['x y', 'z'] }],
    ['what looks like a comment', 'data:\n  a: "x # no\n  y"\n', { data: { a: 'x # no y' } }],
  ])('%s', (_name, text, value) => {
    const [document] = parseSource({ file: 'a', text });
    expect(document?.findings).toEqual([]);
    expect(document?.value).toEqual(value);
  });

  it('keeps places', () => {
    const text = 'data:\n  a: "x\n  y"\n  b: 1\n';
    const [document] = parseSource({ file: 'a', text });
    const span = document?.spanOf(['data', 'b']);
    expect(text.slice(span?.start, span?.end)).toBe('1');
  });
});
