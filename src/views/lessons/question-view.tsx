import { Check, CircleCheck, CircleDashed, X } from 'lucide-react';
import { useState } from 'react';
import { compareTrace } from '../../core/routetest/compare.ts';
import type { LessonProse, Question } from '../../lessons/lesson.ts';
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

/** A task for the user. The live answer decides whether it is solved. */
export function MakeQuestion({ question, answers, texts }: QuestionProps<'make'>) {
  const done = useApp(
    ({ answer, viewRevision, revision }) =>
      viewRevision === revision &&
      answer !== null &&
      compareTrace(answer.explained.trace, question.expect).length === 0,
  );
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
