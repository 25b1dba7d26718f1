import { beforeEach, describe, expect, test } from 'vitest';
import { markBaseline } from './background-analysis.ts';
import { originOf } from './baseline-origin.ts';
import { openExample, undo } from './files.ts';
import type { TextFile } from './model.ts';
import { openTexts } from './open-texts.ts';
import { FIRST_WORK, store, update } from './store.ts';
import { openVersions } from './two-versions.ts';

const OLD: readonly TextFile[] = [{ name: 'old.yaml', text: '# old\n' }];
const NEW: readonly TextFile[] = [{ name: 'new.yaml', text: '# new\n' }];
const version = (name: string, files: readonly TextFile[]) => ({ name, files, present: false });
const compare = () => openVersions({ before: version('old.yaml', OLD), after: version('new.yaml', NEW) });
const origin = () => originOf(store.getState());

beforeEach(() => update({ ...FIRST_WORK, baseline: FIRST_WORK.files, history: [], mode: 'edit' }));

describe('the origin of the baseline', () => {
  test.each<[string, () => unknown, ReturnType<typeof originOf>]>([
    ['of the first work', () => undefined, { kind: 'opened' }],
    ['of opened files', () => openTexts(OLD, true), { kind: 'opened' }],
    ['of files added to others', () => openTexts(OLD, false), { kind: 'before-adding' }],
    ['of two versions', compare, { kind: 'files', before: 'old.yaml', after: 'new.yaml' }],
    ['of present manifests', () => markBaseline(), { kind: 'marked' }],
    [
      'of a chosen earlier version',
      () => markBaseline({ name: 'old.yaml', files: OLD }),
      { kind: 'files', before: 'old.yaml', after: null },
    ],
  ])('%s', (_, act, expected) => {
    act();
    expect(origin()).toEqual(expected);
  });

  test('goes with an example, and comes back with undo', async () => {
    compare();
    await openExample('faces');
    expect(origin()).toEqual({ kind: 'opened' });
    undo();
    expect(origin()).toEqual({ kind: 'files', before: 'old.yaml', after: 'new.yaml' });
  });

  test('of a marked example is not that of the example when it opens later', async () => {
    markBaseline();
    await openExample('faces');
    expect(origin()).toEqual({ kind: 'opened' });
  });
});
