import type { RuleIndex } from '../ids/ids.ts';
/** One expectation that the trace does not meet. */
export interface Difference {
  /** The part that differs: `outcome`, `status`, `backends.faces/smiley`, `request.headers.x-a` … */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The route (as an id) and rule that decided an answer, and the Service (`ns/name`) that was asked. */
interface Decider {
  readonly route: string | null;
  readonly rule: RuleIndex | null;
  readonly service: string | null;
}

export interface CaseReport {
  readonly name: string;
  readonly ok: boolean;
  readonly differences: readonly Difference[];
  /**
   * Resources that are not simulated and could change the compared answer. Absent when the answer is certain.
   */
  readonly notSimulated?: readonly string[];
  /** What decided the answer of a failed case. Absent when the case passes, or there is no answer. */
  readonly decidedBy?: Decider;
  /** Line (from 1) of the case in its file. */
  readonly line: number;
}

export interface ConditionReport {
  readonly resource: string;
  readonly type: string | null;
  readonly ok: boolean;
  /** True when this version does not predict that status. The condition then neither passes nor fails. */
  readonly skipped?: boolean;
  readonly differences: readonly Difference[];
}

/** The result of one RouteTest document. */
export interface SuiteReport {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly cases: readonly CaseReport[];
  readonly conditions: readonly ConditionReport[];
}

/** The output of `test -o json` (CONTRACTS section 3). */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly suites: readonly SuiteReport[];
}
