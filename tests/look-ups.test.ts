import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookUpsByText } from './look-up-checker.ts';

const ROOT = join(import.meta.dirname, '..');

/** The only file that looks up texts, and files that read no manifests. */
const isExempt = (file: string) => file === 'src/core/text/own.ts' || !file.startsWith('src/');

test.each(['tsconfig.app.json', 'tsconfig.node.json'])(
  '%s: no text is looked up in a plain object',
  (config) => {
    expect(lookUpsByText(ROOT, config, isExempt)).toEqual([]);
  },
);

test('look-ups by text are found, and those by known words are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'look-ups-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true},"files":["a.ts"]}');
    const lines = [
      'const table: Record<string, number> = { a: 1 }; const words = { a: 1, b: 2 }; declare const list: number[];',
      'export const one = (name: string) => table[name];',
      'export const two = (name: string) => words[name as keyof typeof words];',
      'export const three = (name: string) => name in table;',
      "export const four = (name: 'a' | 'b', at: number) => [words[name], table.a, table['a'], list[at]];",
    ];
    writeFileSync(join(folder, 'a.ts'), lines.join('\n'));
    expect(lookUpsByText(folder, 'tsconfig.json', () => false)).toEqual([
      'a.ts:2: table[name]',
      'a.ts:3: words[name as keyof typeof words]',
      'a.ts:4: name in table',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
