import type { FindingReport } from '../core/explain/finding-report.ts';
import type { State, TextFile, Work } from './model.ts';
import { type RequestReading, readRequest } from './request-form.ts';

/** The part of the state that is the user's work. */
export function workOf(state: Work): Work {
  const { files, active, request, compare, profile } = state;
  return { files, active, request, compare, profile };
}

/** The file in the editor. */
export function activeFile(state: Work): TextFile | undefined {
  return state.files.find((file) => file.name === state.active) ?? state.files[0];
}

/** True when the texts of two pieces of work are the same. */
export function sameTexts(a: Work, b: Work): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every((file, at) => file.name === b.files[at]?.name && file.text === b.files[at]?.text)
  );
}

/** Remembers the last result of a function of one object. */
function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

const readings = remembered(readRequest as (form: Work['request']) => RequestReading);

/** The request form as the simulator takes it, or what is wrong with it. */
export function requestReading(state: Work): RequestReading {
  return readings(state.request);
}

/** How many findings there are of each severity. */
export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

const NONE: SeverityCounts = { error: 0, warning: 0, info: 0 };

const counts = remembered((findings: readonly FindingReport[]): SeverityCounts => {
  const sums = { ...NONE };
  for (const finding of findings) sums[finding.severity]++;
  return sums;
});

export function severityCounts(state: State): SeverityCounts {
  return state.view ? counts(state.view.findings) : NONE;
}

const failures = remembered((view: NonNullable<State['view']>) =>
  view.suites.reduce(
    (sum, suite) =>
      sum +
      suite.cases.filter((each) => !each.ok).length +
      suite.conditions.filter((each) => !each.ok && !each.skipped).length,
    0,
  ),
);

/** How many test cases and conditions fail. */
export function failedTests(state: State): number {
  return state.view ? failures(state.view) : 0;
}
