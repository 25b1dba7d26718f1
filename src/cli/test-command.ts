import { reportFindings } from '../core/answers/report-findings.ts';
import { type ReadManifest, runTests } from '../core/answers/run-tests.ts';
import type { CaseReport, ConditionReport, Difference, TestReport } from '../core/routetest/report.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { own } from '../core/text/own.ts';
import { visible } from '../core/text/visible.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';
import { UsageError } from './arguments.ts';

/**
 * Runs `test`: runs every RouteTest. The exit code is 1 when a case or condition fails. Throws a UsageError
 * when there is no RouteTest, because a run without cases proves nothing.
 */
export function testCommand(
  snapshot: Snapshot,
  output: string,
  readManifest: ReadManifest,
): { readonly text: string; readonly exitCode: number } {
  const { report, findings } = runTests(snapshot, readManifest);
  if (report.suites.length === 0) throw new UsageError('no RouteTest document was found in these files');
  const isEmpty = report.passed + report.failed + report.skipped === 0;
  if (isEmpty && findings.length === 0) throw new UsageError('the RouteTest documents have no cases');
  const exitCode = report.failed > 0 || findings.length > 0 ? 1 : 0;
  if (output === 'json') return { text: `${visibleJSON(report)}\n`, exitCode };
  if (output === 'junit') return { text: printJUnit(report), exitCode };
  const problems = visibleData(reportFindings(findings, snapshot)).map(
    (finding) =>
      `${finding.origin.file}:${finding.origin.line}:${finding.origin.column}: ${finding.message}\n`,
  );
  return { text: problems.join('') + printReport(visibleData(report)), exitCode };
}

function nameOf(result: CaseReport | ConditionReport): string {
  return 'name' in result ? result.name : `${result.resource} ${result.type ?? ''}`.trim();
}

function printReport(report: TestReport): string {
  const lines: string[] = [];
  for (const suite of report.suites) {
    lines.push(`${suite.name}  (${suite.file}:${suite.line})`);
    for (const result of [...suite.cases, ...suite.conditions]) {
      const skipped = 'skipped' in result && result.skipped === true;
      lines.push(`  ${skipped ? '-' : result.ok ? '✓' : '✗'} ${nameOf(result)}`);
      const uncertain = 'notSimulated' in result ? result.notSimulated : undefined;
      if (uncertain !== undefined) lines.push(`      not certain: ${uncertain.join(', ')} is not simulated`);
      for (const difference of result.differences) lines.push(`      ${printDifference(difference)}`);
    }
  }
  lines.push('', `${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`);
  return `${lines.join('\n')}\n`;
}

function printDifference({ path, expected, actual }: Difference): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXML(text: string): string {
  // XML 1.0 does not allow control characters and U+FFFE, even escaped.
  return visible(text).replace(/[&<>"]/g, (each) => own(ESCAPES, each) as string);
}

function printJUnit(report: TestReport): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const total = report.passed + report.failed + report.skipped;
  lines.push(`<testsuites tests="${total}" failures="${report.failed}" skipped="${report.skipped}">`);
  for (const suite of report.suites) {
    const results = [...suite.cases, ...suite.conditions];
    const skipped = results.filter((result) => 'skipped' in result && result.skipped).length;
    const failures = results.filter((result) => !result.ok).length - skipped;
    lines.push(
      `  <testsuite name="${escapeXML(suite.name)}" tests="${results.length}" failures="${failures}" skipped="${skipped}">`,
    );
    for (const result of results) {
      const open = `    <testcase classname="${escapeXML(suite.name)}" name="${escapeXML(nameOf(result))}"`;
      if (result.ok) lines.push(`${open}/>`);
      else if ('skipped' in result && result.skipped) lines.push(`${open}><skipped/></testcase>`);
      else {
        const message = escapeXML(result.differences.map(printDifference).join('; '));
        lines.push(`${open}><failure message="${message}"/></testcase>`);
      }
    }
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>', '');
  return lines.join('\n');
}
