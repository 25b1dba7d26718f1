import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import { readResourceId } from '../core/ids/ids.ts';
import type { Source } from '../core/text/source.ts';
import { type State, TABS, type Tab, type TextFile, type Work } from './model.ts';
import { type RequestReading, readRequest } from './request-fields.ts';

/** Returns the part of the state that is the user's work. */
export function workOf(state: Work): Work {
  const { files, active, request, compare, profile } = state;
  return { files, active, request, compare, profile };
}

/** Returns the file in the editor. */
export function activeFile(state: Work): TextFile | undefined {
  return state.files.find((file) => file.name === state.active) ?? state.files[0];
}

/** Returns the files as sources for the core. */
export function sourcesOf(files: readonly TextFile[]): readonly Source[] {
  return files.map(({ name, text }) => ({ file: name, text }));
}

/** Returns true when two lists have the same file names and texts. */
export function sameFiles(a: readonly TextFile[], b: readonly TextFile[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length && a.every((file, at) => file.name === b[at]?.name && file.text === b[at]?.text)
  );
}

/** Returns true when the texts of two pieces of work are equal. */
export function sameTexts(a: Work, b: Work): boolean {
  return sameFiles(a.files, b.files);
}

/** Returns a function that caches the last result of `compute`. */
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

/** Returns true while the answer and the picture are about earlier texts than those on the page. */
export function isOutdated({ revision, viewRevision, answer }: State): boolean {
  return viewRevision !== revision || (answer !== null && answer.revision !== revision);
}

const readings = remembered(readRequest as (form: Work['request']) => RequestReading);

/** Returns the simulator's request for the form, or the problems of the form. */
export function requestReading(state: Work): RequestReading {
  return readings(state.request);
}

/** The number of findings of each severity. */
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

const NO_FINDINGS: readonly FindingReport[] = [];

/** Returns the reach of the tables if it is about the same texts as the present answer. */
export function currentReach(state: State): State['reach'] {
  return state.reach?.revision === state.viewRevision ? state.reach : null;
}

/** Returns the comparison with the baseline if it is about the present texts. */
export function currentDifference({ difference, revision, baseline }: State): DifferenceReport | null {
  return difference?.revision === revision && difference.baseline === baseline ? difference.report : null;
}

/**
 * Returns the number of classes of requests that differ from the baseline. Returns null while it is not known,
 * and when there is nothing to compare with.
 */
export function changedCount(state: State): number | null {
  const report = currentDifference(state);
  return report === null || sameFiles(state.files, state.baseline) ? null : report.changes.length;
}

const merged = new WeakMap<
  readonly FindingReport[],
  readonly [readonly FindingReport[], readonly FindingReport[]]
>();

/**
 * Returns all findings, by file and place: those of the snapshot and, once they are known, those of the
 * analysis.
 */
export function allFindings(state: State): readonly FindingReport[] {
  const own = state.view?.findings ?? NO_FINDINGS;
  const more = currentReach(state)?.findings ?? NO_FINDINGS;
  if (more.length === 0) return own;
  const known = merged.get(own);
  if (known?.[0] === more) return known[1];
  const order = new Map(state.files.map((file, at) => [file.name, at]));
  const all = [...own, ...more].sort(
    ({ origin: a }, { origin: b }) =>
      (order.get(a.file) ?? order.size) - (order.get(b.file) ?? order.size) ||
      a.line - b.line ||
      a.column - b.column,
  );
  merged.set(own, [more, all]);
  return all;
}

const sums = new WeakMap<SeverityCounts, SeverityCounts>();

/** Returns the number of findings, including those that the list leaves out. */
export function severityCounts(state: State): SeverityCounts {
  if (!state.view) return NONE;
  const listed = counts(allFindings(state));
  const { error, warning, info } = state.view.findingsLeftOut;
  if (error + warning + info === 0) return listed;
  let sum = sums.get(listed);
  if (sum === undefined) {
    sum = { error: listed.error + error, warning: listed.warning + warning, info: listed.info + info };
    sums.set(listed, sum);
  }
  return sum;
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

/** Returns the number of failed test cases and conditions. */
export function failedTests(state: State): number {
  return state.view ? failures(state.view) : 0;
}

const ingresses = remembered((view: NonNullable<State['view']>) =>
  view.resources.some(({ id }) => readResourceId(id).kind === 'Ingress'),
);

const USUAL_TABS: readonly Tab[] = TABS.filter((tab) => tab !== 'move');

/** Returns true if the manifests have Ingresses. */
export function hasIngresses({ view }: State): boolean {
  return view !== null && ingresses(view);
}

/** Returns true while the manifests have the adopted result of a conversion. An undo removes it. */
export function isAdopted({ files, move }: State): boolean {
  return files.some(({ name }) => name === move?.adopted);
}

/** Returns the tabs that the page shows. */
export function shownTabs(state: State): readonly Tab[] {
  return state.tab === 'move' || hasIngresses(state) || isAdopted(state) ? TABS : USUAL_TABS;
}
