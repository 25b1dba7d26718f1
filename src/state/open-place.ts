import { loadExample } from './examples.ts';
import { openExample } from './files.ts';
import { inTurn } from './in-turn.ts';
import { openLesson } from './lessons.ts';
import { keepAside } from './persistence.ts';
import { store } from './store.ts';
import { isUntouched } from './untouched.ts';

/** Saves the user's work, then runs an action that replaces it. */
export function instead(act: () => void | Promise<void>): Promise<void> {
  return inTurn(async () => {
    if (!(await isUntouched(store.getState()))) await keepAside();
    await act();
  });
}

/** Opens the lesson or example that a deep link names. Returns false when it does not exist. */
export async function openPlace(kind: string, name: string, step: number): Promise<boolean> {
  if (kind === 'lesson') return openLesson(name, step);
  if (!(await loadExample(name))) return false;
  await instead(() => openExample(name));
  return true;
}
