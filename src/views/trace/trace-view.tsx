import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { StepPair, TraceDifference } from '../../core/explain/compare-traces.ts';
import type { Answer } from '../../state/model.ts';
import { shownClient } from '../../state/shown-client.ts';
import { store, useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Flow } from './flow.tsx';
import { useCompared } from './use-compared.ts';
import './trace.css';
import './flow.css';

const Details = lazy(async () => {
  await firstAnswer();
  return import('./details.tsx');
});

type ComparisonPart = typeof import('./comparison.tsx');

/** Loads the code of the comparison when it is needed. */
function useComparisonPart(wanted: boolean): ComparisonPart | null {
  const [part, setPart] = useState<ComparisonPart | null>(null);
  useEffect(() => {
    if (!wanted || part !== null) return;
    // Without this code both answers are shown all the same.
    import('./comparison.tsx').then(
      (loaded) => setPart(loaded),
      () => undefined,
    );
  }, [wanted, part]);
  return wanted ? part : null;
}

/**
 * Returns the first difference between two answers, or null for equal answers. Returns undefined until it is
 * known.
 */
function useDifference(
  part: ComparisonPart | null,
  answer: Answer | null,
  comparison: Answer | null,
): TraceDifference | null | undefined {
  const [difference, setDifference] = useState<TraceDifference | null>();
  useEffect(() => {
    let current = true;
    if (!part || !answer || !comparison) setDifference(undefined);
    else
      void part.askComparison(answer, comparison).then((found) => {
        if (current && found !== undefined) setDifference(found);
      });
    return () => {
      current = false;
    };
  }, [part, answer, comparison]);
  return difference;
}

/** Why the request got its answer: the six steps, and further facts. A comparison shows those of two answers. */
export function TraceView() {
  const texts = useTexts();
  const answer = useApp((state) => state.answer);
  const { from, other, comparison } = useCompared();
  // A new request scrolls back to the first step.
  const top = useRef<HTMLDivElement>(null);
  const asked = useApp(({ request }) => `${request.from} ${request.method} ${request.url}`);
  const last = useRef(asked);
  useEffect(() => {
    if (last.current === asked) return;
    last.current = asked;
    // A highlighted step scrolls into view.
    if (store.getState().highlightStep !== null) return;
    top.current?.closest('.tab-body')?.scrollTo({ top: 0 });
  }, [asked]);
  const part = useComparisonPart(other !== null);
  const difference = useDifference(part, answer, comparison);
  const mark = part === null ? null : <part.DifferenceMark />;
  const differs = (at: 0 | 1) => (difference ? { step: difference.steps[at], mark } : null);
  return (
    <div ref={top} className="answers" data-compared={other !== null || undefined}>
      {other !== null && (
        <div className="comparison-line">
          {part && answer && comparison && difference !== undefined && (
            <part.ComparisonLine difference={difference} names={apart(from, other)} />
          )}
        </div>
      )}
      {answer ? (
        <Body
          answer={answer}
          beside={comparison}
          label={texts.flow.title}
          client={other === null ? null : from}
          differs={differs(0)}
        />
      ) : (
        <p className="quiet">{texts.outcome.noAnswer}</p>
      )}
      {other !== null && comparison && (
        <Body
          answer={comparison}
          beside={answer}
          label={`${texts.flow.title}: ${other}`}
          client={other}
          differs={differs(1)}
          second
        />
      )}
    </div>
  );
}

/**
 * Returns short names for two answers: the names of two clients, or the differences of two requests (client,
 * method and URL).
 */
function apart(one: string, other: string): readonly [string, string] {
  const plain: readonly [string, string] = [shownClient(one), shownClient(other)];
  const part = (name: string, from: boolean) => {
    const space = name.indexOf(' ');
    return space < 0 ? name : from ? name.slice(0, space) : name.slice(space + 1);
  };
  const differ = (from: boolean) => part(plain[0], from) !== part(plain[1], from);
  if (differ(true) === differ(false)) return plain;
  return [part(plain[0], differ(true)), part(plain[1], differ(true))];
}

interface BodyProps {
  readonly answer: Answer;
  /** The other answer. Null when there is none. */
  readonly beside: Answer | null;
  readonly label: string;
  /** Shown above the steps when two answers are next to each other. */
  readonly client: string | null;
  /** The step from which on another answer differs, and its mark. */
  readonly differs: { readonly step: StepPair[number]; readonly mark: ReactNode } | null;
  readonly second?: boolean;
}

function Body({ answer, beside, label, client, differs, second = false }: BodyProps) {
  return (
    <div className="answer">
      {client !== null && <p className="answer-client">{shownClient(client)}</p>}
      <Flow answer={answer} steers={!second} label={label} differs={differs} />
      <Suspense fallback={null}>
        <Details explained={answer.explained} beside={beside?.explained.trace.outcome ?? null} />
      </Suspense>
    </div>
  );
}
