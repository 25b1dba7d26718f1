import type { Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';

/** One of the six steps as a person reads it; all six are present, whatever the trace reached. */
export interface ExplainedStep {
  readonly step: 1 | 2 | 3 | 4 | 5 | 6;
  /** `done`: it happened · `skipped`: another step was taken instead · `stopped`: the way ended here without answer. */
  readonly state: 'done' | 'skipped' | 'stopped';
  readonly title: string;
  readonly sentence: Sentence;
  /** Rules that decided, e.g. `R-126`. */
  readonly rules: readonly string[];
}

/** A note where the specification is open or a premise was made. */
export interface ExplainedNote {
  readonly code: string;
  readonly sentence: Sentence;
  readonly rules: readonly string[];
}

/** A trace with its words: facts stay in `trace`, prose is made here. */
export interface ExplainedTrace {
  readonly trace: Trace;
  /** The outcome in one line: `Forwarded to faces/smiley (90 %) …`. */
  readonly headline: Sentence;
  /** What decided, in a few words: the winner, or what the nearest candidate lacks; may be empty. */
  readonly because: Sentence;
  /** What is not simulated and could change the answer; empty where nothing could. */
  readonly uncertain: Sentence;
  readonly steps: readonly ExplainedStep[];
  readonly notes: readonly ExplainedNote[];
}
