import { everyFinding } from '../core/answers/reach-findings.ts';
import { reportFindings } from '../core/answers/report-findings.ts';
import { suitesOf } from '../core/answers/run-tests.ts';
import type { Severity } from '../core/findings/code-entry.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printSarif } from './print-sarif.ts';

const LEVELS: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Runs `check`: prints every finding about the manifests. The exit code is 1 when a finding is at or above
 * the severity of `--fail-on` (default: error).
 */
export function checkCommand(
  words: Arguments,
  snapshot: Snapshot,
): { readonly text: string; readonly exitCode: number } {
  const failOn = words.options.get('fail-on') ?? 'error';
  const level = LEVELS.indexOf(failOn as Severity);
  if (level < 0) throw new UsageError('--fail-on takes error, warning or info');
  const findings = [...everyFinding(snapshot), ...suitesOf(snapshot).flatMap((suite) => suite.findings)];
  const reports = reportFindings(findings, snapshot);
  const exitCode = reports.some((report) => LEVELS.indexOf(report.severity) >= level) ? 1 : 0;
  if (words.output === 'json') return { text: `${visibleJSON({ findings: reports })}\n`, exitCode };
  if (words.output === 'sarif') return { text: printSarif(reports), exitCode };
  const lines = visibleData(reports).map(
    ({ origin, severity, message, code }) =>
      `${origin.file}:${origin.line}:${origin.column}: ${severity}: ${message} [${code}]`,
  );
  const count = (severity: Severity) => reports.filter((report) => report.severity === severity).length;
  lines.push(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes`);
  return { text: `${lines.join('\n')}\n`, exitCode };
}
