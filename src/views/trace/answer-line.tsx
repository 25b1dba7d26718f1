import { lazy, Suspense } from 'react';
import type { Answer } from '../../state/model.ts';
import { requestReading } from '../../state/selectors.ts';
import { shownClient } from '../../state/shown-client.ts';
import { useApp } from '../../state/store.ts';
import { useDelayed } from '../ui/delayed.tsx';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { canBeCured } from './can-be-cured.ts';
import { OutcomeCard } from './outcome.tsx';
import { useCompared } from './use-compared.ts';
import './answer-line.css';

const AnswerActions = lazy(async () => {
  await firstAnswer();
  return import('./answer-actions.tsx');
});

const Cures = lazy(async () => {
  await firstAnswer();
  return import('./cures.tsx');
});

/** The answer in one line with its cause, over the whole width of the page. A comparison has two lines. */
export function AnswerLine() {
  const texts = useTexts();
  const answer = useApp((state) => state.answer);
  const { from, other, comparison } = useCompared();
  const nothingAsked = useApp((state) => state.request.url.trim() === '');
  const readable = useApp((state) => requestReading(state).ok);
  const mayEdit = useApp((state) => state.mode === 'edit');
  const busy = useDelayed(useApp((state) => state.busy));
  const stale = busy || !readable;
  const waiting = nothingAsked
    ? texts.request.problems.empty
    : !readable
      ? texts.outcome.fixFields
      : busy
        ? texts.outcome.waiting
        : texts.outcome.noAnswer;
  const line = (shown: Answer | null, label: string, client: string, first: boolean) => (
    <div className="answer-head" data-second={!first || undefined}>
      {other !== null && <h3 className="answer-client">{shownClient(client)}</h3>}
      <OutcomeCard answer={shown} label={label} waiting={waiting ?? ''} stale={stale} />
      {first && shown && (
        <Suspense fallback={<div className="answer-actions" />}>
          <AnswerActions />
        </Suspense>
      )}
    </div>
  );
  return (
    <section
      className="answer-line"
      aria-label={texts.regions.answer}
      data-compared={other !== null || undefined}
      tabIndex={-1}
    >
      <h2 className="visually-hidden">{texts.regions.answer}</h2>
      {line(answer, texts.outcome.title, from, true)}
      {other !== null && line(comparison, texts.outcome.for(other), other, false)}
      {answer && mayEdit && (
        <Suspense fallback={canBeCured(answer.explained.trace.outcome) ? <div className="cures" /> : null}>
          <Cures />
        </Suspense>
      )}
    </section>
  );
}
