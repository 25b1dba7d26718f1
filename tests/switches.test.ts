import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSwitches } from './switch-checker.ts';

const ROOT = join(import.meta.dirname, '..');

test.each(['tsconfig.app.json', 'tsconfig.node.json'])(
  '%s: every switch over a union ends in `satisfies never`',
  (config) => {
    expect(openSwitches(ROOT, config, (file) => !file.startsWith('src/'))).toEqual([]);
  },
);

test('a switch that ignores a new member of its union is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'switches-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true},"files":["a.ts"]}');
    const lines = [
      "declare const word: 'a' | 'b'; declare const shape: { kind: 'a' } | { kind: 'b' } | null; declare const text: string;",
      "switch (word) { case 'a': case 'b': }",
      "switch (word) { case 'a': break; default: }",
      "switch (shape?.kind) { case 'a': case 'b': case undefined: }",
      "switch (word) { case 'a': case 'b': break; default: word satisfies never; }",
      "switch (text) { case 'a': }",
    ];
    writeFileSync(join(folder, 'a.ts'), lines.join('\n'));
    expect(openSwitches(folder, 'tsconfig.json', () => false)).toEqual([
      'a.ts:2: word',
      'a.ts:3: word',
      'a.ts:4: shape?.kind',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
