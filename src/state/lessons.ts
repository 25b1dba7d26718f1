import { AUTO } from '../core/profile/profile-names.ts';
import type { LessonState } from '../lessons/lesson.ts';
import { loadProse, planOf } from '../lessons/library.ts';
import { LESSON_NAMES } from '../lessons/order.ts';
import { remember } from './files.ts';
import { formOf } from './form-of-request.ts';
import { type Language, type State, TABS, type Tab, type Work } from './model.ts';
import { keepAside } from './persistence.ts';
import { sameTexts, workOf } from './selectors.ts';
import { dismiss, notify, store, update } from './store.ts';
import { isUntouched } from './untouched.ts';

/** The work that the open lesson replaced, and its baseline. Null when there is none worth keeping. */
let own: (Work & Pick<State, 'baseline'>) | null = null;

/**
 * Opens a lesson at a step, counted from 1. The question follows the last step. Returns false when the step
 * does not exist.
 */
export async function openLesson(name: string, step = 1): Promise<boolean> {
  const state = stateAt(name, step);
  if (!state) return false;
  const before = store.getState();
  if (!before.lesson) {
    own = (await isUntouched(before)) ? null : { ...workOf(before), baseline: before.baseline };
    if (own) await keepAside();
  }
  dismiss('lesson-left');
  show(state, { name, step });
  return true;
}

/** Goes to another step of the open lesson. */
export function goToLessonStep(step: number): void {
  const { lesson } = store.getState();
  const state = lesson && stateAt(lesson.name, step);
  if (state) show(state, { name: lesson.name, step });
}

/** Restores the present step to its state before the user's changes. */
export function resetLessonStep(): void {
  const { lesson } = store.getState();
  if (lesson) goToLessonStep(lesson.step);
}

/** Leaves the lesson. Its manifests remain until the user restores their own work. */
export function leaveLesson(): void {
  const work = own;
  own = null;
  const { hasKept } = store.getState();
  update((state) => ({ lesson: null, ...(work && remember({ ...state, ...work })) }));
  if (work) notify({ name: 'lesson-left' }, hasKept ? 'back-to-work' : 'undo');
}

/** Returns the number of steps of a lesson, with its question. Returns 0 when the lesson does not exist. */
export function lessonLength(name: string): number {
  const plan = planOf(name);
  return plan ? plan.steps.length + 1 : 0;
}

/** Returns the name of the lesson after a lesson. Returns null after the last one. */
export function followingLesson(name: string): string | null {
  const at = LESSON_NAMES.indexOf(name);
  return at < 0 ? null : (LESSON_NAMES[at + 1] ?? null);
}

/** Returns the title of a lesson in a language. Returns its name when it has no title. */
export async function lessonTitle(name: string, language: Language): Promise<string> {
  const prose = await loadProse(language);
  return prose(name)?.title ?? name;
}

/** Returns true when the user has changed the manifests of the present step. */
export function hasLeftStep(state: State): boolean {
  const at = state.lesson && stateAt(state.lesson.name, state.lesson.step);
  if (!at) return false;
  const request = formOf(at.request);
  const now = new Map<string, unknown>(Object.entries(state.request));
  return (
    !sameTexts(state, { ...workOf(state), files: at.files }) ||
    Object.entries(request).some(([field, value]) => now.get(field) !== value)
  );
}

function stateAt(name: string, step: number): LessonState | null {
  const plan = planOf(name);
  return plan?.steps[step - 1] ?? (plan && step === plan.steps.length + 1 ? plan.question.state : null);
}

function show(at: LessonState, lesson: NonNullable<State['lesson']>): void {
  const tab = TABS.includes(at.tab as Tab) ? (at.tab as Tab) : 'trace';
  const request = formOf(at.request);
  update({
    files: at.files,
    // Changes in a lesson are those that the reader makes in its step.
    baseline: at.files,
    active: at.open,
    request,
    suggested: request,
    compare: at.compare,
    kept: null,
    ...(at.compare === null ? { comparison: null } : null),
    profile: AUTO,
    tab,
    pane: tab === 'trace' ? 'graph' : 'request',
    selected: null,
    reveal: null,
    highlightStep: at.highlight,
    lesson,
  });
}
