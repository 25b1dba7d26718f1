import type { ExplainedTrace } from '../explain/explained-trace.ts';
import { winnerIn } from '../ir/candidate-list.ts';
import type { Candidate, CandidateList } from '../ir/trace.ts';

/** The part of a list of candidates that the page shows before the user asks for all of them. Plain data. */
export interface CandidatePage {
  /** The number of all candidates. */
  readonly length: number;
  /** The first candidates. All of them if there are few. */
  readonly first: readonly Candidate[];
  /** The winner if it is not among the first candidates. */
  readonly won: { readonly index: number; readonly candidate: Candidate } | null;
}

/** A trace with its sentences, as the page shows it. */
export type PageTrace = ExplainedTrace<CandidatePage>;

/** A longer list is shown in part. */
const MOST_CANDIDATES = 200;
const FIRST_CANDIDATES = 60;

/** Returns the number of candidates that the page shows of a list at first. */
function shownAtFirst(length: number): number {
  return length > MOST_CANDIDATES ? FIRST_CANDIDATES : length;
}

function pageOf(considered: CandidateList): CandidatePage {
  const { length, matches } = considered;
  const shown = shownAtFirst(length);
  const index = matches[0] ?? 0;
  const candidate = index < shown ? undefined : winnerIn(considered);
  return {
    length,
    first: considered.slice(0, shown),
    won: candidate === undefined ? null : { index, candidate },
  };
}

/** Returns the part of an answer that the page shows, in a form that can be sent to it. */
export function pageTrace({ trace, ...explained }: ExplainedTrace): PageTrace {
  const steps = trace.steps.map((step) =>
    'considered' in step ? { ...step, considered: pageOf(step.considered) } : step,
  );
  return { trace: { ...trace, steps }, ...explained };
}
