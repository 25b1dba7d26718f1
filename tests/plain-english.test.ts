import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Phrase {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Words and phrases that texts for readers and comments avoid. */
const PHRASES: readonly Phrase[] = [
  { pattern: /\bwho(so)?ever\b/i, reason: 'old-fashioned: use “anyone who” or name the role' },
  { pattern: /\bwhat(so)?ever\b/i, reason: 'vague: name the thing, or use “any” or “every”' },
  {
    pattern: /\bnobody('s)?\b/i,
    reason: 'negation puzzle: name the subject, such as “no manifest” or “no client”',
  },
  { pattern: /\beverybody\b|\bsomebody\b/i, reason: 'name the role: “all clients”, “a user”' },
  { pattern: /\banew\b|\bafresh\b/i, reason: 'literary: use “again”' },
  { pattern: /\b(is|are|was|were) told\b/i, reason: 'use “reports”, “shows” or “sets”' },
  { pattern: /\bstands?\b(?! for)|\bstood\b/i, reason: 'use “is” or “appears”' },
  { pattern: /\bof its own accord\b|\bby itself alone\b/i, reason: 'use “automatically”' },
  { pattern: /\bgo(es)? (before|first)\b/i, reason: 'use “takes precedence over”' },
  { pattern: /\bwould have to be\b/i, reason: 'use “must be”' },
  { pattern: /\bplays? no part\b|\btakes? no part\b/i, reason: 'use “has no effect” or “does not apply”' },
  { pattern: /\b(is|are) (supposed|taken) (to|for)\b/i, reason: 'use “is assumed to”' },
  { pattern: /\bwithout a word\b/i, reason: 'use “silently”' },
  { pattern: /\bturn(s|ed)? away\b/i, reason: 'use “rejects”' },
  { pattern: /\bbecomes? of\b/i, reason: 'use “the result for”' },
  { pattern: /\b(is|are) no [A-Za-z]+ (of|that|for)\b/i, reason: 'use “is not a”' },
  { pattern: /\bhas the last word\b/i, reason: 'idiom: say which change is applied last' },
  { pattern: /\bnowhere\b|\belsewhere\b/i, reason: 'name the place: “in other namespaces”' },
  { pattern: /\bmend(s|ed|ing)?\b/i, reason: 'use “fix” or “repair”' },
  { pattern: /\bthe house\b|\b(the|a|its) rooms?\b/i, reason: 'metaphor: use “the code” or “folder”' },
  { pattern: /\bheeds?\b|\blest\b|\bshall\b|\bthereby\b|\bhence\b|\bwhence\b/i, reason: 'old-fashioned' },
  { pattern: /\bbeside\b/i, reason: 'use “next to”, “with” or “in addition to”' },
];

/** Returns every file below a folder that has one of the endings. */
function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => ending.test(file));
}

/** Returns the text of a file for readers: prose of Markdown without code, comments of YAML, strings of TypeScript. */
function textOf(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (file.endsWith('.md')) return text.replace(/```[\s\S]*?```|^ {4}.*$|^### [\w-]+:|`[^`\n]*`/gm, '`');
  if (file.endsWith('.yaml')) return text.match(/^\s*#.*$|\s# .*$/gm)?.join('\n') ?? '';
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const strings = withoutComments.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  // A string without a space is a key.
  return strings.filter((string) => string.includes(' ')).join('\n');
}

/** Returns the comments of a file, one a line, without code in backticks. */
function commentsOf(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const comments = text.match(/^[ \t{]*\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+|[ \t]\/\/ .*$/gm) ?? [];
  return comments
    .map((comment) => comment.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ').replace(/`[^`]*`/g, '`'))
    .filter((comment) => !comment.includes('biome-ignore'))
    .join('\n');
}

/** Returns the phrases of the list in a text, each with its line and the reason. */
function phrasesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      PHRASES.filter(({ pattern }) => pattern.test(line)).map(({ reason }) => `${line.trim()} → ${reason}`),
    );
}

const FILES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesIn('docs', /^docs\/(?!spec-map).*\.md$/),
  ...filesIn('lessons/en', /\.md$/),
  ...filesIn('examples', /\.yaml$/),
  ...filesIn('src/core/explain/en', /\.ts$/),
  ...filesIn('src/views', /(\/en(-\w+)?|\/texts-en|\/rules(-around-routing)?)\.ts$/),
  ...filesIn('src/cli', /(?<!\.test)\.ts$/),
];

describe('the texts for readers are in plain English', () => {
  test('finds the files', () => expect(FILES.length).toBeGreaterThan(70));

  test.each(FILES)('%s has no phrase of the list', (file) => {
    expect(phrasesIn(textOf(file))).toEqual([]);
  });
});

/** Files whose comments are checked. */
const COMMENTED: readonly string[] = [
  ...['cli', 'core', 'lessons', 'live', 'offline', 'share', 'state', 'views', 'worker'].flatMap((folder) =>
    filesIn(`src/${folder}`, /\.(tsx?|css)$/),
  ),
  ...['bench', 'e2e', 'scripts', 'tests'].flatMap((folder) =>
    filesIn(folder, /^(?!tests\/(?:cases|conformance)\/).*\.(ts|tsx|mjs)$/),
  ),
];

describe('comments are in plain English', () => {
  test('finds the files', () => expect(COMMENTED.length).toBeGreaterThan(400));

  test('finds a phrase that continues on the next line', () => {
    const file = 'tests/plain-english.test.ts';
    expect(commentsOf(file)).toContain('(COMMENTED: line one and line two)');
  });

  // A comment over several lines for the test above (COMMENTED: line one
  // and line two).
  test.each(COMMENTED)('the comments of %s have no phrase of the list', (file) => {
    expect(phrasesIn(commentsOf(file))).toEqual([]);
  });
});
