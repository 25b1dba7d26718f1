import type { TableReachReport } from '../../core/answers/report-reach.ts';
import type { ExplainedTrace } from '../../core/explain/explained-trace.ts';
import type { SuiteReport } from '../../core/routetest/report.ts';
import type { GutterMark } from '../editor/editor-view-props.ts';
import type { Texts } from '../ui/texts/en.ts';

/** More marks would not be readable. */
const MOST_MARKS = 500;

/**
 * Returns the marks of the editor's margin: unreachable rules, the result of each candidate, and the result
 * of each test.
 */
export function gutterMarks(
  explained: ExplainedTrace | null,
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
  for (const step of explained?.trace.steps ?? []) {
    if (!('considered' in step)) continue;
    for (const { origin, result, lostBy, misses } of step.considered.slice(0, MOST_MARKS)) {
      const why =
        result === 'lost' && lostBy
          ? colon + texts.flow.lostBy[lostBy]
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
