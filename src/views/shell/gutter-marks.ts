import type { TableReachReport } from '../../core/answers/report-reach.ts';
import type { Candidate } from '../../core/ir/trace.ts';
import type { SuiteReport } from '../../core/routetest/report.ts';
import { askCandidates } from '../../state/ask-trace.ts';
import type { Answer } from '../../state/model.ts';
import type { GutterMark } from '../editor/editor-view-props.ts';
import type { Texts } from '../ui/texts/en.ts';

/** More marks would not be readable. */
const MOST_MARKS = 500;

/**
 * Passes the marks of the editor's margin to `show`: at once with the candidates that the page has, and again
 * when the worker has sent the others.
 */
export async function loadGutterMarks(
  answer: Answer | null,
  suites: readonly SuiteReport[],
  tables: readonly TableReachReport[],
  texts: Texts,
  show: (marks: readonly GutterMark[]) => void,
): Promise<void> {
  const step = answer?.explained.trace.steps.at(-1);
  const page = step !== undefined && 'considered' in step ? step.considered : null;
  const first = page?.first ?? [];
  show(gutterMarks(first.slice(0, MOST_MARKS), suites, tables, texts));
  if (answer === null || page === null || page.length === first.length) return;
  const candidates = await askCandidates('marks', answer, MOST_MARKS);
  if (candidates !== null) show(gutterMarks(candidates, suites, tables, texts));
}

/**
 * Returns the marks of the editor's margin: unreachable rules, the result of each candidate, and the result
 * of each test.
 */
function gutterMarks(
  candidates: readonly Candidate[],
  suites: readonly SuiteReport[],
  tables: readonly TableReachReport[],
  texts: Texts,
): readonly GutterMark[] {
  const { colon, pause } = texts.marks;
  const marks: GutterMark[] = [];
  for (const { entries } of tables) {
    for (const { reach, origin, blockers } of entries) {
      if (reach !== 'dead' || blockers.length === 0) continue;
      const text = texts.routes.takenBy(
        blockers.map(({ route, rule }) => `${route} ${texts.flow.rule(rule)}`),
      );
      marks.push({ file: origin.file, line: origin.line, kind: 'dead', text });
    }
  }
  for (const { origin, result, lostBy, misses } of candidates) {
    const why =
      result === 'lost' && lostBy
        ? colon + texts.lostBy[lostBy]
        : result === 'missed'
          ? colon + misses.map((miss) => miss.on).join(pause)
          : '';
    marks.push({
      file: origin.file,
      line: origin.line,
      kind: result,
      text: `${texts.flow.results[result]}${why}`,
    });
  }
  for (const suite of suites) {
    for (const each of suite.cases) {
      marks.push({
        file: suite.file,
        line: each.line,
        kind: each.ok ? 'test-passed' : 'test-failed',
        text: each.ok
          ? texts.tests.ok
          : texts.tests.notOk + colon + each.differences.map((one) => one.path).join(pause),
      });
    }
  }
  return marks;
}
