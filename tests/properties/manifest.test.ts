import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { ManifestDocument } from '../../src/core/manifest/document.ts';
import { parseSource } from '../../src/core/manifest/parse.ts';

const plain = (document: ManifestDocument) => ({
  index: document.index,
  offset: document.offset,
  text: document.text,
  empty: document.empty,
  value: document.value,
  sketch: document.sketch,
  findings: document.findings,
});
const read = (text: string, previous?: readonly ManifestDocument[]) =>
  parseSource({ file: 'a', text }, previous);

/** Lines that produce streams with every kind of border between documents. */
const LINE = fc.constantFrom(
  '---',
  '--- # c',
  '---\r',
  '...',
  'a: 1',
  'b: 2\r',
  '  c: 3',
  '- x',
  '# note',
  '',
  '%YAML 1.1',
  '{"a": 1}{"b": 2}',
  '\uFEFF---',
  '\uFEFFa: 1',
  'kind: A',
  'a: [',
  'a: |',
  '    ...',
  'x: &a 1',
  'y: *a',
  '----',
);
const STREAM = fc.array(LINE, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('reuse', () => {
  it('has the same result as a cold run', () => {
    fc.assert(
      fc.property(STREAM, STREAM, STREAM, STREAM, (head, before, after, tail) => {
        const first = read(`${head}${before}${tail}`);
        const text = `${head}${after}${tail}`;
        expect(read(text, first).map(plain)).toEqual(read(text).map(plain));
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the value of documents that did not change', () => {
    const names = Array.from({ length: 50 }, (_, index) => `name: d${index}\nlist: [${index}]\n`);
    const first = read(names.join('---\n'));
    const second = read(names.join('---\n').replace('name: d20', 'name: changed'), first);
    expect(second.filter((document, index) => document.value !== first[index]?.value)).toHaveLength(1);
    expect(second[3]).toBe(first[3]);
    const third = read(names.toSpliced(10, 1).join('---\n'), second);
    expect(third[20]?.value).toBe(second[21]?.value);
    expect(third[20]?.index).toBe(20);
  });
});

const KEY = fc.constantFrom('a', 'b', 'long-key', 'app.kubernetes.io/name', 'q');
const SCALAR = fc.constantFrom(
  'x',
  'yes',
  '0777',
  '"quoted, text"',
  "'it''s'",
  '80',
  'two words',
  'multi\n  line',
  '|\n  block\n  text\n',
  '>-\n  folded\n  text\n',
  '!!str 5',
  '',
);

/** YAML text with mixed styles. Nested text is indented by two blanks. */
const { node: NODE } = fc.letrec<{ node: string; flow: string; map: string; list: string }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, SCALAR, tie('flow'), tie('map'), tie('list')),
  flow: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('x', '1', '"s"', "'t'"),
    fc
      .uniqueArray(KEY, { maxLength: 3 })
      .chain((keys) =>
        fc
          .tuple(...keys.map(() => tie('flow')))
          .map((values) => `{${keys.map((key, at) => `${key}: ${values[at]}`).join(', ')}}`),
      ),
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(',')} ]`),
  ),
  map: fc
    .uniqueArray(KEY, { minLength: 1, maxLength: 3 })
    .chain((keys) =>
      fc
        .tuple(...keys.map(() => tie('node')))
        .map((values) => keys.map((key, at) => `\n${key}:${indented(values[at] ?? '')}`).join('')),
    ),
  list: fc
    .array(tie('node'), { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `\n-${indented(item)}`).join('')),
}));

function indented(value: string): string {
  const deeper = value.replaceAll('\n', '\n  ');
  return value === '' ? '' : value.startsWith('\n') ? deeper : ` ${deeper}`;
}

/** Yields every scalar of the other parser's tree with its path and range. */
function* scalars(
  node: Node | null,
  path: (string | number)[],
): Generator<[(string | number)[], number, number]> {
  if (node === null || isAlias(node)) return;
  if (isScalar(node)) {
    const [start, end] = node.range ?? [0, 0];
    // Parsers may differ about the end of a block scalar and the place of an empty one.
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    if (start !== end) yield [path, start, isBlock ? -1 : end];
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* scalars(item as Node, [...path, index]);
  } else if (isMap(node)) {
    for (const { key, value } of node.items)
      yield* scalars(value as Node, [...path, String((key as { value: unknown }).value)]);
  }
}

describe('places', () => {
  it('agree with the yaml package', () => {
    fc.assert(
      fc.property(NODE, (text) => {
        const other = parseDocument(text);
        fc.pre(other.errors.length === 0);
        const [document] = read(text);
        if (document === undefined || document.findings.length > 0) return;
        for (const [path, start, end] of scalars(other.contents, [])) {
          const span = document.spanOf(path);
          expect([path, text.slice(span.start, end === -1 ? start + 1 : span.end)]).toEqual([
            path,
            text.slice(start, end === -1 ? start + 1 : end),
          ]);
          expect(span.start).toBe(start);
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe('the encoding of a text', () => {
  it('does not change its values: CRLF and a byte order mark', () => {
    fc.assert(
      fc.property(NODE, (text) => {
        const values = (form: string) => read(form).map(({ value }) => value);
        const expected = values(text);
        expect(values(text.replaceAll('\n', '\r\n'))).toEqual(expected);
        expect(values(text.replaceAll('\n', '\r'))).toEqual(expected);
        expect(values(`\uFEFF${text}`)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('does not change its values: anchors', () => {
    fc.assert(
      fc.property(NODE, (text) => {
        const [bare] = read(`a:${indented(text)}\n`);
        const [anchored] = read(`a: &x${indented(text)}\nb: *x\n`);
        if (bare?.findings.length !== 0 || text.startsWith('!!')) return;
        const { a } = bare.value as { a: unknown };
        expect(anchored?.value).toEqual({ a, b: a });
      }),
      { numRuns: 300 },
    );
  });
});
