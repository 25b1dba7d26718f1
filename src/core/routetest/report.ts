/** One expectation that was not met. */
export interface Difference {
  /** What differs: `outcome`, `status`, `backends.faces/smiley`, `request.headers.x-a` … */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface CaseReport {
  readonly name: string;
  readonly ok: boolean;
  readonly differences: readonly Difference[];
  /** What is not simulated and could change the answer that was compared; absent where the answer is certain. */
  readonly notSimulated?: readonly string[];
  /** Line (from 1) of the case in its file. */
  readonly line: number;
}

export interface ConditionReport {
  readonly resource: string;
  readonly type: string | null;
  readonly ok: boolean;
  /** True where this version does not predict that status yet; neither passed nor failed. */
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

/** What `test -o json` prints (CONTRACTS section 3). */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly suites: readonly SuiteReport[];
}
