import { Check, ChevronLeft, ChevronRight, CircleStop, Minus, Play, Square } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ExplainedStep } from '../../core/explain/explained-trace.ts';
import type { Trace } from '../../core/ir/trace.ts';
import type { Answer } from '../../state/model.ts';
import { highlightStep, moveStep, stepsTaken } from '../../state/show.ts';
import { store, useApp } from '../../state/store.ts';
import { RoleChip } from '../ui/role-chip.tsx';
import { RuleTag } from '../ui/rule-tag.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Candidates } from './candidates.tsx';

const PLAY_STEP = 1400;
const MARKS = { done: Check, skipped: Minus, stopped: CircleStop } as const;

function StepBody({ step, trace }: { readonly step: ExplainedStep; readonly trace: Trace }) {
  const texts = useTexts().flow;
  const fact = trace.steps.find((each) => each.step === step.step);
  if (!fact || !('considered' in fact)) return null;
  return (
    <>
      <p className="step-scope">
        <RoleChip role={fact.scope.role} />
        {texts.scopes[fact.scope.role]?.(fact.scope.namespace)}
      </p>
      <Candidates considered={fact.considered} trace={trace} />
    </>
  );
}

interface StepItemProps {
  readonly step: ExplainedStep;
  readonly trace: Trace;
  readonly lit: boolean;
  /** Only the first answer steers the graph. */
  readonly steers: boolean;
}

function StepItem({ step, trace, lit, steers }: StepItemProps) {
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
        </h3>
        {step.sentence.length > 0 && (
          <p className="step-sentence">
            <SentenceText sentence={step.sentence} />
          </p>
        )}
        {step.state !== 'skipped' && <StepBody step={step} trace={trace} />}
      </div>
    </li>
  );
}

/** Plays the steps one after the other; a new request or a move by hand ends it. */
function usePlaying(): readonly [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  const answer = useApp((state) => state.answer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer ends the play.
  useEffect(() => setPlaying(false), [answer]);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const state = store.getState();
      if (state.highlightStep === stepsTaken(state).at(-1)) setPlaying(false);
      else moveStep(1);
    }, PLAY_STEP);
    return () => clearInterval(timer);
  }, [playing]);
  return [
    playing,
    (on) => {
      if (on) highlightStep(stepsTaken(store.getState())[0] ?? null);
      setPlaying(on);
    },
  ];
}

function Player() {
  const texts = useTexts().flow;
  const [playing, play] = usePlaying();
  const step = useApp((state) => state.highlightStep);
  const move = (by: 1 | -1) => {
    play(false);
    moveStep(by);
  };
  return (
    <div className="player">
      <button
        type="button"
        className="button"
        data-look="quiet"
        data-size="small"
        data-shape="square"
        aria-label={texts.previous}
        title={`${texts.previous} (←)`}
        onClick={() => move(-1)}
      >
        <ChevronLeft size={14} aria-hidden />
      </button>
      <span className="player-at" aria-live="polite">
        {step === null ? texts.all : texts.step(step)}
      </span>
      <button
        type="button"
        className="button"
        data-look="quiet"
        data-size="small"
        data-shape="square"
        aria-label={texts.next}
        title={`${texts.next} (→)`}
        onClick={() => move(1)}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="button"
        data-look="quiet"
        data-size="small"
        onClick={() => {
          if (playing) play(false);
          else play(true);
        }}
      >
        {playing ? <Square size={12} aria-hidden /> : <Play size={12} aria-hidden />}
        {playing ? texts.stop : texts.play}
      </button>
    </div>
  );
}

interface FlowProps {
  readonly answer: Answer;
  /** Whether it is the first answer, whose steps light up in the graph. */
  readonly steers?: boolean;
  readonly label: string;
}

/** The six steps of the request, as far as it went. */
export function Flow({ answer, steers = true, label }: FlowProps) {
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
        {steers && <Player />}
      </div>
      <ol className="steps" aria-label={label}>
        {answer.explained.steps.map((each) => (
          <StepItem
            key={each.step}
            step={each}
            trace={answer.explained.trace}
            lit={steers && step === each.step}
            steers={steers}
          />
        ))}
      </ol>
    </div>
  );
}
