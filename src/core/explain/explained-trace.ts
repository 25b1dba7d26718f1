import type { CandidateList, Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';

/**
 * One of the six steps with its sentence. All six are present, including steps that the request does not
 * reach.
 */
export interface ExplainedStep {
  readonly step: 1 | 2 | 3 | 4 | 5 | 6;
  /**
   * `done`: the step happened. `skipped`: another step happened instead. `stopped`: the request ended here
   * without an answer.
   */
  readonly state: 'done' | 'skipped' | 'stopped';
  readonly title: string;
  readonly sentence: Sentence;
  /** The rules that decided, for example `R-126`. */
  readonly rules: readonly string[];
}

/** Returns the step that decided: the last step on the way of the request. */
export function decidingStep(steps: readonly ExplainedStep[]): ExplainedStep | undefined {
  return steps.findLast((each) => each.state !== 'skipped');
}

/** A note on an open point of the specification or an assumption. */
export interface ExplainedNote {
  readonly code: string;
  readonly sentence: Sentence;
  readonly rules: readonly string[];
}

/** A trace with its sentences. The facts remain in `trace`. `Considered` is the form of its candidates. */
export interface ExplainedTrace<Considered = CandidateList> {
  readonly trace: Trace<Considered>;
  /** The outcome in one line: `Forwarded to faces/smiley (90 %) …`. */
  readonly headline: Sentence;
  /**
   * What decided, in a few words: the winner, or the failed conditions of the nearest candidate. May be
   * empty.
   */
  readonly because: Sentence;
  /** What is not simulated and could change the answer. Empty if the answer is certain. */
  readonly uncertain: Sentence;
  readonly steps: readonly ExplainedStep[];
  readonly notes: readonly ExplainedNote[];
}
