import type { AnswerAbout, EditorQuestion } from '../core/editing/editor-question.ts';
import { askWorker } from './engine.ts';
import { store } from './store.ts';

/** How long a question waits for the analysis of the last edit, in milliseconds. */
const PATIENCE = 3000;

/** Resolves to true when the analysis is about the current texts, and to false when that takes too long. */
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
 * Asks a question of the editor about the current texts. Returns null when a newer question or edit came in
 * the meantime, or when the worker did not answer. There is nothing to show then.
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
 * Asks the same about the texts of the last analysis. Use it for facts that also hold while the user types,
 * such as the list of names.
 */
export async function askLastGood<Question extends EditorQuestion>(
  question: Question,
): Promise<AnswerAbout<Question['about']> | null> {
  const reply = await askWorker(question);
  return reply?.answer.about === question.about ? (reply.answer as AnswerAbout<Question['about']>) : null;
}
