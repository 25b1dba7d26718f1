import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diffLines } from './line-diff.ts';
import { writePatch } from './write-patch.ts';

type Files = Readonly<Record<string, string>>;
const listOf = (files: Files) => Object.entries(files).map(([name, text]) => ({ name, text }));
const has = (command: string) => spawnSync(command, ['--version']).status === 0;

const numbered = (count: number, change: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, at) => `${change[at + 1] ?? `line ${at + 1}`}\n`).join('');

/** Each case: files before and after. The tools must make the second from the first. */
const CASES: Readonly<Record<string, readonly [before: Files, after: Files]>> = {
  'one changed line': [{ 'a.yaml': numbered(9) }, { 'a.yaml': numbered(9, { 5: 'weight: 10' }) }],
  'two hunks': [{ 'a.yaml': numbered(40) }, { 'a.yaml': numbered(40, { 2: 'two', 30: 'thirty' }) }],
  'two changes in one hunk': [{ 'a.yaml': numbered(40) }, { 'a.yaml': numbered(40, { 10: 'x', 17: 'y' }) }],
  'the first and the last line': [{ 'a.yaml': numbered(4) }, { 'a.yaml': numbered(4, { 1: 'x', 4: 'y' }) }],
  'lines added at the start and the end': [{ 'a.yaml': 'b\n' }, { 'a.yaml': 'a\nb\nc\n' }],
  'no newline at the end, before': [{ 'a.yaml': 'a\nb' }, { 'a.yaml': 'a\nb\n' }],
  'no newline at the end, after': [{ 'a.yaml': 'a\nb\n' }, { 'a.yaml': 'a\nb' }],
  'no newline at the end of both': [{ 'a.yaml': 'a\nb' }, { 'a.yaml': 'x\nb' }],
  'Windows line endings': [{ 'a.yaml': 'a\r\nb\r\nc\r\n' }, { 'a.yaml': 'a\r\nB\r\nc\r\n' }],
  'other line endings': [{ 'a.yaml': 'a\r\nb\r\n' }, { 'a.yaml': 'a\nb\n' }],
  'a new file': [{ 'a.yaml': 'a\n' }, { 'a.yaml': 'a\n', 'routes/b.yaml': 'b\nc\n' }],
  'a deleted file': [{ 'a.yaml': 'a\n', 'b.yaml': 'b\nc' }, { 'a.yaml': 'a\n' }],
  'an emptied file': [{ 'a.yaml': 'a\n' }, { 'a.yaml': '' }],
  'a filled file': [{ 'a.yaml': '' }, { 'a.yaml': 'a\n' }],
  'a name with spaces and Chinese': [{ '我的 route.yaml': 'a\nb\n' }, { '我的 route.yaml': 'a\nc\n' }],
  'a name with a quotation mark': [{ 'the "new" one.yaml': 'a\n' }, { 'the "new" one.yaml': 'c\n' }],
  'lines that look like headers': [{ 'a.yaml': '-- a\n++ b\n' }, { 'a.yaml': '++ b\n-- c\n@@ 1 @@\n' }],
};

describe('tools apply the patch', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gammascope-patch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const tools = [
    ['git', ['apply', '-']],
    ['patch', ['-p1', '-s', '--binary', '-E']],
  ] as const;
  for (const [command, args] of tools) {
    for (const [name, [before, after]] of Object.entries(CASES)) {
      test.skipIf(!has(command))(`${command}: ${name}`, () => {
        for (const [file, text] of Object.entries(before)) {
          mkdirSync(dirname(join(folder, file)), { recursive: true });
          writeFileSync(join(folder, file), text);
        }
        const input = writePatch(listOf(before), listOf(after));
        execFileSync(command, args, { cwd: folder, input, stdio: 'pipe' });
        for (const file of Object.keys({ ...before, ...after })) {
          const path = join(folder, file);
          // `patch -E` deletes a file that becomes empty.
          const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
          expect(text).toBe(after[file] ?? '');
          if (after[file] === undefined) expect(existsSync(path)).toBe(false);
        }
      });
    }
  }
});

test('equal files need no patch', () => {
  expect(writePatch([{ name: 'a.yaml', text: 'a\n' }], [{ name: 'a.yaml', text: 'a\n' }])).toBe('');
});

test('a path stays below the folder of the patch', () => {
  const patch = writePatch([], [{ name: '/../etc/./passwd', text: 'a\n' }]);
  expect(patch).toContain('+++ b/etc/passwd\n');
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

/** Returns the number of lines of the longest common subsequence, by the textbook table. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (let at = 0; at < b.length; at++)
      next.push(
        line === b[at] ? (row[at] as number) + 1 : Math.max(row[at + 1] as number, next[at] as number),
      );
    row = next;
  }
  return row.at(-1) as number;
}

test('the difference is right and the smallest', () => {
  fc.assert(
    fc.property(lines, lines, (from, to) => {
      const changes = diffLines(from, to);
      const made: string[] = [];
      let [at, changed] = [0, 0];
      for (const change of changes) {
        expect(change.from).toBeGreaterThanOrEqual(at);
        made.push(...from.slice(at, change.from));
        expect(made.length).toBe(change.to);
        made.push(...to.slice(change.to, change.to + change.added));
        at = change.from + change.removed;
        changed += change.removed + change.added;
      }
      expect([...made, ...from.slice(at)]).toEqual(to);
      expect(changed).toBe(from.length + to.length - 2 * inCommon(from, to));
    }),
    { numRuns: 2000 },
  );
});

test('texts with many differences are still compared', () => {
  const from = Array.from({ length: 5000 }, (_, at) => `old ${at}`);
  const to = Array.from({ length: 5000 }, (_, at) => `new ${at}`);
  expect(diffLines(['a', ...from, 'z'], ['a', ...to, 'z'])).toEqual([
    { from: 1, removed: 5000, to: 1, added: 5000 },
  ]);
});
