import { Check, CircleCheck, CircleDashed, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { compareTrace } from '../../core/routetest/compare.ts';
import type { Expectation } from '../../core/routetest/suite.ts';
import type { LessonProse, Question } from '../../lessons/lesson.ts';
import { askCandidates } from '../../state/ask-trace.ts';
import type { Answer } from '../../state/model.ts';
import { useApp } from '../../state/store.ts';
import { Blocks, InlineText } from './prose-view.tsx';
import type { LessonTexts } from './texts-en.ts';

interface QuestionProps<Kind extends Question['kind']> {
  readonly question: Extract<Question, { readonly kind: Kind }>;
  readonly answers: LessonProse['answers'];
  readonly texts: LessonTexts;
}

/** Answers to choose from, with an explanation of the chosen one. */
export function ChoiceQuestion({ question, answers, texts }: QuestionProps<'choice'>) {
  const [chosen, choose] = useState<string | null>(null);
  const right = chosen === question.answer;
  return (
    <>
      <fieldset className="lesson-choices">
        <legend className="visually-hidden">{texts.choices}</legend>
        {question.choices.map((key) => (
          <button
            key={key}
            type="button"
            className="lesson-choice"
            aria-pressed={key === chosen}
            data-right={key === chosen ? right : undefined}
            onClick={() => choose(key)}
          >
            <span className="lesson-mark">
              {key === chosen && (right ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />)}
            </span>
            <span>
              <InlineText inlines={answers.get(key)?.title ?? []} />
            </span>
          </button>
        ))}
      </fieldset>
      <div className="lesson-feedback" role="status" data-tone={chosen && (right ? 'good' : 'warn')}>
        {chosen !== null && (
          <>
            <strong>{right ? texts.right : texts.wrong}</strong>
            <Blocks blocks={answers.get(chosen)?.blocks ?? []} />
          </>
        )}
      </div>
    </>
  );
}

/** Returns true if an answer meets an expectation. Asks the worker for the candidates that the page lacks. */
function useMeets(answer: Answer | null, expect: Expectation): boolean {
  const place = useId();
  const [met, setMet] = useState(false);
  useEffect(() => {
    let current = true;
    const meet = (holds: boolean) => {
      if (current) setMet(holds);
    };
    if (answer === null) meet(false);
    else
      void askCandidates(place, answer, expect.considered === undefined ? 0 : undefined).then(
        (candidates) => {
          const { trace } = answer.explained;
          const steps = trace.steps.map((step) =>
            'considered' in step ? { ...step, considered: candidates ?? [] } : step,
          );
          meet(candidates !== null && compareTrace({ ...trace, steps }, expect).length === 0);
        },
      );
    return () => {
      current = false;
    };
  }, [answer, expect, place]);
  return met;
}

/** A task for the user. The live answer decides whether it is solved. */
export function MakeQuestion({ question, answers, texts }: QuestionProps<'make'>) {
  const answer = useApp((state) => (state.viewRevision === state.revision ? state.answer : null));
  const done = useMeets(answer, question.expect);
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <div className="lesson-feedback" role="status" data-tone={done ? 'good' : 'note'}>
      <strong>
        <Icon size={14} aria-hidden /> {done ? texts.done : texts.tryIt}
      </strong>
      <Blocks blocks={answers.get(done ? 'done' : 'hint')?.blocks ?? []} />
    </div>
  );
}
