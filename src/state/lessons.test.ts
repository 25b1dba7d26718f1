import { beforeEach, describe, expect, test } from 'vitest';
import { editText, undo } from './files.ts';
import { goToLessonStep, leaveLesson, openLesson } from './lessons.ts';
import type { TextFile } from './model.ts';
import { sameFiles } from './selectors.ts';
import { FIRST_WORK, store, update } from './store.ts';

const BEFORE: readonly TextFile[] = [{ name: 'mine.yaml', text: '# before\n' }];
const AFTER: readonly TextFile[] = [{ name: 'mine.yaml', text: '# after\n' }];
const LESSON = 'producer-routes';

const isUnchanged = () => sameFiles(store.getState().files, store.getState().baseline);

function edit(): void {
  const { active, files } = store.getState();
  editText(active, `${files.find(({ name }) => name === active)?.text}# more\n`);
}

beforeEach(() => {
  leaveLesson();
  update({ ...FIRST_WORK, baseline: FIRST_WORK.files, history: [], notices: [], mode: 'edit' });
});

describe('the baseline of the changes', () => {
  test('in a lesson is the start of its step', async () => {
    update({ files: AFTER, active: 'mine.yaml', baseline: BEFORE });
    expect(await openLesson(LESSON)).toBe(true);
    expect(isUnchanged()).toBe(true);
    edit();
    expect(isUnchanged()).toBe(false);
    goToLessonStep(2);
    expect(isUnchanged()).toBe(true);
  });

  test('after a lesson is that of the work of the user', async () => {
    update({ files: AFTER, active: 'mine.yaml', baseline: BEFORE });
    await openLesson(LESSON);
    edit();
    leaveLesson();
    undo();
    expect(store.getState()).toMatchObject({ files: AFTER, baseline: BEFORE });
  });

  test('after a lesson that replaced no work is still the start of its step', async () => {
    await openLesson(LESSON);
    leaveLesson();
    expect(isUnchanged()).toBe(true);
  });
});
