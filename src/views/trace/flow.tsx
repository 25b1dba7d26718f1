import { Check, CircleStop, Minus } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { decidingStep, type ExplainedStep } from '../../core/explain/explained-trace.ts';
import { plain } from '../../core/explain/fragment.ts';
import { visible } from '../../core/text/visible.ts';
import type { Answer } from '../../state/model.ts';
import { highlightStep, moveStep } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { SpecificationLink } from '../ui/rule-tag.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Candidates } from './candidates.tsx';

const Player = lazy(async () => {
  await firstAnswer();
  return import('./player.tsx');
});

const MARKS = { done: Check, skipped: Minus, stopped: CircleStop } as const;

function StepBody({ step, answer }: { readonly step: ExplainedStep; readonly answer: Answer }) {
  const { trace } = answer.explained;
  const fact = trace.steps.find((each) => each.step === step.step);
  if (!fact || !('considered' in fact)) return null;
  if (fact.step === 4 && fact.considered.length === 0) return null;
  return <Candidates considered={fact.considered} answer={answer} />;
}

/** Returns the few words of a step that is not open. Step 3 names what it identified. */
function useShortTitle({ step, state }: ExplainedStep, answer: Answer): string {
  const texts = useTexts().flow;
  const { steps, request } = answer.explained.trace;
  const fact = steps.find((each) => each.step === step);
  const identified = fact?.step === 3 && state === 'done' ? fact.frontend : null;
  if (identified !== null) return visible(identified);
  return (request.gateway === null ? texts.short : texts.shortAtGateway)[step] ?? '';
}

interface StepItemProps {
  readonly step: ExplainedStep;
  readonly answer: Answer;
  readonly lit: boolean;
  /** True for the step that decided. It is always open. */
  readonly decides: boolean;
  /** Only the first answer controls the graph. */
  readonly steers: boolean;
  /** Marks the step from which on another answer differs. */
  readonly mark: ReactNode;
}

function StepItem({ step, answer, lit, decides, steers, mark }: StepItemProps) {
  const texts = useTexts().flow;
  const item = useRef<HTMLLIElement>(null);
  const [opened, setOpened] = useState(false);
  const short = useShortTitle(step, answer);
  useEffect(() => {
    if (lit) item.current?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const open = decides || lit || opened || mark !== null;
  const press = () => {
    if (steers) highlightStep(lit ? null : step.step);
    else setOpened(!opened);
  };
  const Mark = MARKS[step.state];
  const title = (
    <>
      <span className="visually-hidden">{texts.step(step.step)}: </span>
      {open ? step.title : short}
    </>
  );
  return (
    <li
      ref={item}
      className="step"
      data-step={step.step}
      data-state={step.state}
      data-open={open || undefined}
      data-lit={lit || undefined}
      data-differs={mark !== null || undefined}
      aria-current={lit ? 'step' : undefined}
    >
      <span className="step-mark" aria-hidden title={`${step.title} (${texts.states[step.state]})`}>
        {step.step}
      </span>
      <div className="step-body">
        <h3 className="step-title">
          {step.state === 'skipped' ? (
            <span title={open ? undefined : step.title}>{title}</span>
          ) : (
            <button
              type="button"
              className="step-button"
              aria-pressed={steers ? lit : opened}
              title={open ? undefined : step.title}
              onClick={press}
            >
              {title}
            </button>
          )}
          <span className={step.state === 'stopped' ? 'step-state' : 'visually-hidden'}>
            <Mark size={12} aria-hidden />
            {texts.states[step.state]}
          </span>
          {open && step.state !== 'skipped' && <SpecificationLink rules={step.rules} />}
          {mark}
        </h3>
        {step.sentence.length > 0 &&
          (open ? (
            <p className="step-sentence">
              <SentenceText sentence={step.sentence} />
            </p>
          ) : (
            <p className="visually-hidden">{visible(plain(step.sentence))}</p>
          ))}
        {open && step.state !== 'skipped' && <StepBody step={step} answer={answer} />}
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

/** The six steps of the request. The step that decided is open, the others are in one line each side of it. */
export function Flow({ answer, steers = true, label, differs }: FlowProps) {
  const texts = useTexts().flow;
  const step = useApp((state) => state.highlightStep);
  const deciding = decidingStep(answer.explained.steps)?.step;
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
            decides={each.step === deciding}
            steers={steers}
            mark={differs?.step === each.step ? differs.mark : null}
          />
        ))}
      </ol>
    </div>
  );
}
