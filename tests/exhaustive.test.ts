import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBrokenBy } from './union-extension.ts';

const ROOT = join(import.meta.dirname, '..');

const NO_CHANGE = { declared: 'export type Filter =\n', extended: 'export type Filter =\n' };

test('the project compiles as it is', () => {
  expect(filesBrokenBy(ROOT, 'tsconfig.app.json', NO_CHANGE)).toEqual([]);
});

test('a new filter does not compile until each of these places handles it', () => {
  const extension = {
    declared: 'export type Filter =\n',
    extended: "export type Filter =\n  | { readonly kind: 'unheard-of'; readonly origin: Origin }\n",
  };
  expect(filesBrokenBy(ROOT, 'tsconfig.app.json', extension)).toEqual([
    'src/core/analysis/questions/change-list.ts',
    'src/core/analysis/questions/outcome-key.ts',
    'src/core/analysis/questions/same-action.ts',
    'src/core/convert/draft-rules.ts',
    'src/core/dataplane/apply-filters.ts',
  ]);
});

test('a new operator does not compile until each of these places handles it', () => {
  const extension = { declared: "readonly op: 'exact'", extended: "readonly op: 'unheard-of' | 'exact'" };
  expect(filesBrokenBy(ROOT, 'tsconfig.app.json', extension)).toEqual([
    'src/core/convert/path-match.ts',
    'src/core/convert/slashless-paths.ts',
    'src/core/match/operators/operators.ts',
    'src/views/routes/routes-view.tsx',
  ]);
});

test('a new facet does not compile until each of these places handles it', () => {
  const extension = {
    declared: 'export type Facet =\n',
    extended: "export type Facet =\n  | 'unheard-of'\n",
  };
  expect(filesBrokenBy(ROOT, 'tsconfig.app.json', extension)).toEqual([
    'src/core/analysis/sets/entries-by-request-kind.ts',
    'src/core/match/facets.ts',
  ]);
});
