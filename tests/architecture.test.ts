import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bannedNamesIn,
  circlesIn,
  dialectsNamedIn,
  eagerIn,
  LONGER,
  leaksIn,
  MAX_LINES,
  type Sources,
  tooLongIn,
} from './architecture-checker.ts';

const ROOT = join(import.meta.dirname, '..');

/** Returns the files of a folder whose names have one of the endings, by path from the top. */
function read(folder: string, endings: readonly string[]): Record<string, string> {
  if (!existsSync(join(ROOT, folder))) return {};
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.split('\\').join('/')))
    .filter((path) => endings.some((ending) => path.endsWith(ending)));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const everything = Object.assign(
  {},
  ...['src', 'tests', 'e2e', 'bench', 'scripts'].map((folder) =>
    read(folder, ['.ts', '.tsx', '.mjs', '.css']),
  ),
) as Sources;
const product = Object.fromEntries(
  Object.entries(everything).filter(([path]) => /^src\/.*\.tsx?$/.test(path) && !isTest(path)),
);

describe('the code', () => {
  test('imports follow the table', () => expect(leaksIn(product)).toEqual([]));
  test('imports have no cycles', () => expect(circlesIn(product)).toEqual([]));
  test('the page does not start with the editor or the graph library', () =>
    expect(eagerIn(product)).toEqual([]));
  test('folders that every dialect compiles into name no dialect', () =>
    expect(dialectsNamedIn(product)).toEqual([]));
  test('names describe the content of a file', () =>
    expect(bannedNamesIn(Object.keys(everything))).toEqual([]));
  test(`files have at most ${MAX_LINES} lines`, () => expect(tooLongIn(everything)).toEqual([]));
  test('every command starts in a clone without installed packages', () =>
    expect(needingPackages(everything)).toEqual([]));
  test('every exception is still needed', () =>
    expect(Object.keys(LONGER).filter((path) => !(path in everything))).toEqual([]));
});

const STATIC_IMPORT =
  /^(?:import\s+(?:[^'"();]*?\sfrom\s+)?|export\s+(?:\*|\{[^}]*\})[^'";]*?\sfrom\s+)['"]([^'"]+)['"]/gm;

/** Returns scripts that need installed packages to start. Such a script could not install them. */
function needingPackages(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    if (!/^scripts\/[^/]+\.mjs$/.test(path)) return [];
    const imported = [...text.matchAll(STATIC_IMPORT)].map(([, name = '']) => name);
    return imported
      .filter((name) => !name.startsWith('node:') && !/^\.\/[\w-]+\.mjs$/.test(name))
      .map((name) => `${path} imports ${name} at its top`);
  });
}

test('a package at the top of a script is a complaint', () => {
  const sources = {
    'scripts/a.mjs': "import { x } from 'vite';\nimport y from 'node:fs';\nconst z = await import('vite');\n",
    'scripts/b.mjs': "import {\n  one,\n  two,\n} from '../src/core/index.ts';\n",
  };
  expect(needingPackages(sources)).toEqual([
    'scripts/a.mjs imports vite at its top',
    'scripts/b.mjs imports ../src/core/index.ts at its top',
  ]);
});

/** Planted files: path, text, and the expected complaint of the checker (undefined: none). */
const PLANTED: readonly (readonly [path: string, text: string, complaint: string | undefined])[] = [
  ['src/core/text/a.ts', "import { b } from '../findings/b.ts'", 'core/text may not import core/findings'],
  ['src/core/findings/a.ts', "import { b } from '../text/b.ts'", undefined],
  ['src/core/ir/a.ts', "import type { B } from '../cluster/b.ts'", 'core/ir may not import core/cluster'],
  ['src/core/ir/a.ts', "export type { B } from '../cluster/b.ts'", 'core/ir may not import core/cluster'],
  ['src/core/ir/a.ts', "type B = import('../cluster/b.ts').B", 'core/ir may not import core/cluster'],
  ['src/core/dataplane/a.ts', "void import('../control/b.ts')", 'core/dataplane may not import core/control'],
  ['src/core/dataplane/a.ts', "const b = './b.ts'; void import(b)", 'core/dataplane may not import packages'],
  [
    'src/core/dataplane/a.ts',
    "export * from '../control/b.ts'",
    'core/dataplane may not import core/control',
  ],
  ['src/core/profile/a.ts', "import '../pipeline.ts'", 'core/profile may not import core/top'],
  ['src/core/pipeline.ts', "import '../worker/a.ts'", 'core/top may not import worker'],
  ['src/core/pipeline.ts', "import './routetest/a.ts'", undefined],
  ['src/core/attic/a.ts', '', 'the room core/attic is not in the table'],
  ['src/attic/a.ts', '', 'the room attic is not in the table'],
  ['src/core/match/a.ts', "import { RE2JS } from 're2js'", undefined],
  ['src/core/analysis/a.ts', "import { RE2JS } from 're2js'", 'only core/match may import re2js'],
  ['src/views/editor/a.ts', "import { parse } from 'yaml'", 'only core/manifest may import yaml'],
  ['src/core/text/a.ts', "import { readFileSync } from 'node:fs'", 'Node is for the command line only'],
  ['src/state/a.ts', "import { readFileSync } from 'fs'", 'Node is for the command line only'],
  ['src/cli/a.ts', "import { readFileSync } from 'node:fs'", undefined],
  ['src/cli/a.ts', "import type { A } from '../state/a.ts'", 'cli may not import state'],
  ['src/core/graph/a.ts', "import type { Node } from '@xyflow/react'", 'only views/graph may import @xyflow'],
  ['src/views/shell/a.tsx', "import 'monaco-editor/editor'", 'only views/editor may import monaco-editor'],
  ['src/views/trace/a.tsx', "import { B } from '../graph/b.tsx'", 'views/trace may not import views/graph'],
  ['src/views/trace/a.tsx', "import { B } from '../ui/b.tsx'", undefined],
  ['src/views/ui/a.tsx', "import { B } from '../trace/b.tsx'", 'views/ui may not import views/trace'],
  ['src/views/shell/a.tsx', "void import('../trace/b.tsx')", undefined],
  ['src/views/trace/a.tsx', "import type { B } from '../../worker/b.ts'", undefined],
  ['src/views/trace/a.tsx', "import { type B } from '../../worker/b.ts'", undefined],
  ['src/views/trace/a.tsx', "import { b } from '../../worker/b.ts'", 'worker for types only'],
  ['src/state/a.ts', "new Worker(new URL('../worker/b.ts', import.meta.url))", undefined],
  ['src/share/a.ts', "new Worker(new URL('../worker/b.ts', import.meta.url))", 'share may not import worker'],
  ['src/worker/a.ts', "import type { B } from '../state/b.ts'", 'worker may not import state'],
  [
    'src/core/control/dialects/smi/a.ts',
    "import '../istio/b.ts'",
    'the dialect smi may not import its sibling istio',
  ],
  [
    'src/core/dialects/a.ts',
    "import '../control/dialects/istio/b.ts'; import '../control/dialects/smi/b.ts'",
    undefined,
  ],
  [
    'src/core/control/a.ts',
    "import './dialects/smi/b.ts'",
    'core/control may not import core/control/dialects',
  ],
  [
    'src/core/graph/a.ts',
    "import '../control/dialects/smi/b.ts'",
    'core/graph may not import core/control/dialects',
  ],
  ['src/core/control/dialects/smi/a.ts', "import '../../../graph/b.ts'; import '../../a.ts'", undefined],
  ['src/views/lessons/a.ts', "import.meta.glob(['../../../lessons/*.md'])", undefined],
  ['src/views/lessons/a.ts', "import.meta.glob('/tests/cases/*.yaml')", 'outside src'],
  ['src/core/explain/a.ts', "import.meta.glob('../../../lessons/*.md')", 'outside src'],
  ['src/core/text/a.ts', "import { b } from './b'", 'write the extension'],
];

describe('the checker itself', () => {
  test.each(PLANTED)('%s: %s', (path, text, complaint) => {
    const leaks = leaksIn({ [path]: text });
    if (complaint === undefined) expect(leaks).toEqual([]);
    else expect(leaks).toEqual([expect.stringContaining(complaint)]);
  });

  test('finds cycles, including those of types', () => {
    const circle = {
      'src/core/ir/a.ts': "import type { B } from './b.ts'",
      'src/core/ir/b.ts': "import { c } from './c.ts'",
      'src/core/ir/c.ts': "export * from './a.ts'",
    };
    expect(circlesIn(circle)).toEqual([
      'src/core/ir/a.ts → src/core/ir/b.ts → src/core/ir/c.ts → src/core/ir/a.ts',
    ]);
    expect(circlesIn({ ...circle, 'src/core/ir/c.ts': '' })).toEqual([]);
  });

  test('finds the names of dialects in neutral folders', () => {
    const named = dialectsNamedIn({
      'src/core/ir/a.ts': "/** As Istio does. */ const kind = 'VirtualService';",
      'src/core/match/a.ts': 'const istioRank = 1;',
      'src/core/control/a.ts': "const kind = 'VirtualService';",
    });
    expect(named).toEqual(['src/core/ir/a.ts: VirtualService', 'src/core/match/a.ts: istioRank']);
  });

  test('finds large packages in the first load', () => {
    const page = (how: string) => ({
      'src/main.tsx': how,
      'src/views/graph/a.tsx': "import { ReactFlow } from '@xyflow/react'",
    });
    expect(eagerIn(page("import './views/graph/a.tsx'"))).toHaveLength(1);
    expect(eagerIn(page("void import('./views/graph/a.tsx')"))).toEqual([]);
  });

  test('finds vague names and long files', () => {
    const names = ['src/a/stringUtils.ts', 'src/common/a.ts', 'src/a/route-handler.ts', 'src/a/commonest.ts'];
    expect(bannedNamesIn(names)).toEqual(names.slice(0, 3));
    expect(tooLongIn({ 'a.ts': 'x\n'.repeat(MAX_LINES), 'b.ts': 'x\n'.repeat(MAX_LINES + 1) })).toHaveLength(
      1,
    );
  });
});
