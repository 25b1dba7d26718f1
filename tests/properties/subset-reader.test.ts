import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildValue } from '../../src/core/manifest/build.ts';
import { isEmpty, placesOfEvents } from '../../src/core/manifest/place-events.ts';
import { NODE_SIZE, type Places } from '../../src/core/manifest/places.ts';
import { isEvents, readEvents } from '../../src/core/manifest/read-events.ts';
import { splitDocuments } from '../../src/core/manifest/split.ts';
import { readSubset } from '../../src/core/manifest/subset-reader.ts';

const numbers = ({ numbers, from, count, keys, aliases }: Places) => ({
  numbers: [...numbers.subarray(from, from + count * NODE_SIZE)],
  keys: [...(keys ?? [])],
  aliases: [...(aliases ?? [])],
});

/** Expects the library's value and places, or null. Returns true when the subset reader read the text. */
function expectEqual(text: string): boolean {
  const read = readSubset(text);
  if (read === null) return false;
  const events = readEvents(text);
  if (!isEvents(events)) throw new Error(`the library rejects ${JSON.stringify(text)}: ${events.reason}`);
  const built = buildValue(text, events);
  expect({ problems: built.problems, elided: built.elided }, text).toEqual({ problems: [], elided: false });
  expect(built.documents, text).toBeLessThanOrEqual(1);
  expect(read.value, text).toEqual(built.value);
  expect(numbers(read.places), text).toEqual(numbers(placesOfEvents(text, events)));
  expect(read.places.count === 0, text).toBe(isEmpty(events));
  return true;
}

function* documentsBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:ya?ml|json)$/.test(entry.name)) continue;
    const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8');
    for (const { start, end } of splitDocuments(text, 0, text.length).pieces) yield text.slice(start, end);
  }
}

const CORPUS = ['cases', 'fuzz', 'conformance', 'gitops-folder'].flatMap((folder) => [
  ...documentsBelow(`tests/${folder}`),
]);

/** Parts of lines whose combinations come near every rule of the subset and beyond it. */
const PART = fc.constantFrom(
  ...[
    'a',
    'b',
    'key',
    ' ',
    '  ',
    '   ',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    ':',
    ': ',
    ':\n',
    '- ',
    '-',
  ],
  ...['"', "'", '"x"', "'y'", '"\\n"', "'it''s'", '"\\u0041"', '{', '}', '[', ']', ',', ', ', '{}', '[]'],
  ...[
    ' #c',
    '#',
    '\n# c\n',
    '|',
    '|-',
    '|\n  ',
    '|+',
    '>',
    '\n   t\n',
    '---',
    '\n---\n',
    '...',
    '…',
    '\t',
    '\r\n',
  ],
  ...[
    '1',
    '0777',
    'yes',
    'null',
    '~',
    '.5',
    '-1',
    '&a ',
    '*a',
    '!t ',
    '<<',
    '? ',
    '%',
    '@',
    '`',
    '\u00A0',
    '\uFEFF',
  ],
  ...['é', '漢', '😀', '\\', '__proto__', 'x: 1', 'y:\n  - z', 'k: {p: [1, "q"]}', '"n": 1'],
);
const TEXT = fc.array(PART, { maxLength: 24 }).map((parts) => parts.join(''));

/** A document of the corpus with some of its text replaced. */
const MUTANT = fc
  .tuple(
    fc.constantFrom(...CORPUS),
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(4), PART), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([document, changes]) =>
    changes.reduce((text, [place, length, part]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + part + text.slice(at + length);
    }, document),
  );

const RUNS = Number(process.env.SUBSET_RUNS ?? 6_000);

describe('a document that the subset reader reads has the value and places of the library', () => {
  it('for the documents of the tests, and it reads nearly all of them', () => {
    const read = CORPUS.filter(expectEqual).length;
    expect(read).toBeGreaterThan(CORPUS.length * 0.9);
  });

  it('for random combinations of tokens', () => {
    fc.assert(
      fc.property(TEXT, (text) => void expectEqual(text)),
      { numRuns: RUNS },
    );
  });

  it('for changed documents', () => {
    fc.assert(
      fc.property(MUTANT, (text) => void expectEqual(text)),
      { numRuns: RUNS },
    );
  });
});

describe('the subset reader leaves other texts to the library', () => {
  it.each([
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge', 'a: {<<: {b: 1}}\n'],
    ['a repeated key', 'a: 1\na: 2\n'],
    ['a complex key', '? [a]\n: 1\n'],
    ['a scalar of two lines', 'a: b\n  c\n'],
    ['quotes of two lines', 'a: "b\n  c"\n'],
    ['a folded block', 'a: >\n  b\n'],
    ['a tab', 'a:\tb\n'],
    ['CRLF', 'a: 1\r\n'],
    ['an end marker', 'a: 1\n...\n'],
    ['a directive', '%YAML 1.1\n---\na: 1\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['wrong indentation', 'a:\n   b: 1\n  c: 2\n'],
    ['an omission', 'a: ...\n'],
    ['only a scalar', 'a\n'],
    ['deep nesting', `${'['.repeat(70)}${']'.repeat(70)}\n`],
  ])('%s', (_name, text) => {
    expect(readSubset(text)).toBeNull();
  });
});
