import { Check, CircleStop, Minus } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { ExplainedStep } from '../../core/explain/explained-trace.ts';
import type { Answer } from '../../state/model.ts';
import { highlightStep, moveStep } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { RoleChip } from '../ui/role-chip.tsx';
import { RuleTag } from '../ui/rule-tag.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Candidates } from './candidates.tsx';

const Player = lazy(async () => {
  await firstAnswer();
  return import('./player.tsx');
});

const MARKS = { done: Check, skipped: Minus, stopped: CircleStop } as const;

function StepBody({ step, answer }: { readonly step: ExplainedStep; readonly answer: Answer }) {
  const texts = useTexts().flow;
  const { trace } = answer.explained;
  const fact = trace.steps.find((each) => each.step === step.step);
  if (!fact || !('considered' in fact)) return null;
  if (fact.step === 4 && fact.considered.length === 0) return null;
  return (
    <>
      {fact.step !== 4 && (
        <p className="step-scope">
          <RoleChip role={fact.scope.role} />
          {texts.scopes[fact.scope.role]?.(fact.scope.namespace)}
        </p>
      )}
      <Candidates considered={fact.considered} answer={answer} />
    </>
  );
}

interface StepItemProps {
  readonly step: ExplainedStep;
  readonly answer: Answer;
  readonly lit: boolean;
  /** Only the first answer controls the graph. */
  readonly steers: boolean;
  /** Marks the step from which on another answer differs. */
  readonly mark: ReactNode;
}

function StepItem({ step, answer, lit, steers, mark }: StepItemProps) {
  const texts = useTexts().flow;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (lit) item.current?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const Mark = MARKS[step.state];
  const title = (
    <>
      <span className="visually-hidden">{texts.step(step.step)}: </span>
      {step.title}
    </>
  );
  return (
    <li
      ref={item}
      className="step"
      data-step={step.step}
      data-state={step.state}
      data-lit={lit || undefined}
      data-differs={mark !== null || undefined}
      aria-current={lit ? 'step' : undefined}
    >
      <span className="step-mark" aria-hidden>
        {step.step}
      </span>
      <div className="step-body">
        <h3 className="step-title">
          {steers && step.state !== 'skipped' ? (
            <button
              type="button"
              className="step-button"
              aria-pressed={lit}
              onClick={() => highlightStep(lit ? null : step.step)}
            >
              {title}
            </button>
          ) : (
            <span>{title}</span>
          )}
          <span className={step.state === 'done' ? 'visually-hidden' : 'step-state'}>
            <Mark size={12} aria-hidden />
            {texts.states[step.state]}
          </span>
          {step.state !== 'skipped' && step.rules.map((rule) => <RuleTag key={rule} rule={rule} />)}
          {mark}
        </h3>
        {step.sentence.length > 0 && (
          <p className="step-sentence">
            <SentenceText sentence={step.sentence} />
          </p>
        )}
        {step.state !== 'skipped' && <StepBody step={step} answer={answer} />}
      </div>
    </li>
  );
}

interface FlowProps {
  readonly answer: Answer;
  /** Whether it is the first answer, whose steps highlight the graph. */
  readonly steers?: boolean;
  readonly label: string;
  /** The step from which on another answer differs, and its mark. */
  readonly differs: { readonly step: number; readonly mark: ReactNode } | null;
}

/** The steps of the request, up to the last one that it reached. */
export function Flow({ answer, steers = true, label, differs }: FlowProps) {
  const texts = useTexts().flow;
  const step = useApp((state) => state.highlightStep);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!steers || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    moveStep(event.key === 'ArrowRight' ? 1 : -1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys work wherever the focus is in the flow.
    <div className="flow" onKeyDown={onKeyDown}>
      <div className="flow-head">
        <h2>{texts.title}</h2>
        {steers && (
          <Suspense fallback={null}>
            <Player />
          </Suspense>
        )}
      </div>
      <ol className="steps" aria-label={label}>
        {answer.explained.steps.map((each) => (
          <StepItem
            key={each.step}
            step={each}
            answer={answer}
            lit={steers && step === each.step}
            steers={steers}
            mark={differs?.step === each.step ? differs.mark : null}
          />
        ))}
      </ol>
    </div>
  );
}
