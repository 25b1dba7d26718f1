import type { AnswerAbout, EditorQuestion } from '../core/editing/editor-question.ts';
import { askWorker } from './engine.ts';
import { store } from './store.ts';

/** How long a question waits for the analysis of what was typed last, in milliseconds. */
const PATIENCE = 3000;

/** Resolves when the analysis is about the texts as they are; false when that takes too long. */
export function analysed(): Promise<boolean> {
  const isCurrent = () => store.getState().viewRevision === store.getState().revision;
  if (isCurrent()) return Promise.resolve(true);
  return new Promise((settle) => {
    const done = (current: boolean) => {
      stop();
      clearTimeout(timer);
      settle(current);
    };
    const timer = setTimeout(() => done(false), PATIENCE);
    const stop = store.subscribe(() => {
      if (isCurrent()) done(true);
    });
  });
}

/**
 * Asks what the editor wants to know of the texts as they are. Null: something newer was asked or typed meanwhile, or
 * the worker did not answer; then there is nothing to show.
 */
export async function askEditor<Question extends EditorQuestion>(
  question: Question,
): Promise<AnswerAbout<Question['about']> | null> {
  if (!(await analysed())) return null;
  const reply = await askWorker(question);
  if (reply === null || reply.answer.about !== question.about) return null;
  if (reply.revision !== store.getState().revision) return null;
  return reply.answer as AnswerAbout<Question['about']>;
}

/**
 * The same of the texts as they were analysed last: for what holds in a text that is being written, too, such as the
 * names that there are.
 */
export async function askLastGood<Question extends EditorQuestion>(
  question: Question,
): Promise<AnswerAbout<Question['about']> | null> {
  const reply = await askWorker(question);
  return reply?.answer.about === question.about ? (reply.answer as AnswerAbout<Question['about']>) : null;
}
