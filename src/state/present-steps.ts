import { isOutdated } from './selectors.ts';
import { highlightStep, setPlay, stepsTaken } from './show.ts';
import { store } from './store.ts';

/**
 * Goes to the next or previous step of the presentation: the steps that the request took, then the next step
 * of the open lesson, then the next lesson. Before the first step the whole way is highlighted, and before that
 * comes the previous step of the lesson. Does nothing at the ends and while the answer is about earlier texts.
 */
export async function movePresentation(by: 1 | -1): Promise<void> {
  const state = store.getState();
  if (isOutdated(state)) return;
  const steps = stepsTaken(state);
  const at = state.highlightStep === null ? -1 : steps.indexOf(state.highlightStep);
  setPlay('stopped');
  const next = steps[at + by];
  if (at + by >= 0 && next !== undefined) highlightStep(next);
  else if (by < 0 && at === 0) highlightStep(null);
  else if (state.lesson !== null) await moveLesson(by);
}

async function moveLesson(by: 1 | -1): Promise<void> {
  const { followingLesson, goToLessonStep, lessonLength, openLesson } = await import('./lessons.ts');
  const { lesson } = store.getState();
  if (lesson === null) return;
  const next = lesson.step + by > lessonLength(lesson.name) ? followingLesson(lesson.name) : null;
  if (next !== null) await openLesson(next);
  else goToLessonStep(lesson.step + by);
}
