import { notSimulatedIn } from '../dataplane/not-simulated.ts';
import { predictStatus } from '../dialects/statuses.ts';
import type { Finding } from '../findings/finding.ts';
import type { Trace } from '../ir/trace.ts';
import { analyse, traceRequest } from '../pipeline.ts';
import { AUTO } from '../profile/profile-names.ts';
import { findProfileChoice } from '../profile/profiles.ts';
import { compareTrace } from '../routetest/compare.ts';
import { compareCondition } from '../routetest/compare-conditions.ts';
import { decodeSuite } from '../routetest/decode-suite.ts';
import type { CaseReport, ConditionReport, SuiteReport, TestReport } from '../routetest/report.ts';
import type { Suite } from '../routetest/suite.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Source } from '../text/source.ts';

/**
 * Reads a manifest that a RouteTest names relative to its own file. Returns null when the file cannot be
 * read, and `refused` when it is outside of the allowed folder.
 */
export type ReadManifest = (path: string, relativeTo: string) => Source | 'refused' | null;

/** Returns the suites of a snapshot. `check` reports their findings. */
export function suitesOf(snapshot: Snapshot): readonly Suite[] {
  return snapshot.decoded.flatMap((document) => document.routeTests.map((test) => decodeSuite(test)));
}

/**
 * Runs every RouteTest of a snapshot. A suite runs against the other documents of the snapshot, or, if it
 * names manifests, against these only. If the manifests of a suite cannot be read, all its cases fail.
 *
 * @example
 * ```
 * const { report } = runTests(snapshot, () => null); // no suite names manifests
 * `${report.passed} passed, ${report.failed} failed`;
 * ```
 */
export function runTests(
  snapshot: Snapshot,
  read: ReadManifest,
): { readonly report: TestReport; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const suites = [
    ...suitesOf(snapshot).map((suite) => {
      findings.push(...suite.findings);
      return runSuite(suite, snapshot, read, findings);
    }),
    ...unreadSuites(snapshot),
  ];
  const results = suites.flatMap((suite) => [...suite.cases, ...suite.conditions]);
  const skipped = results.filter((result) => 'skipped' in result && result.skipped).length;
  const failed = results.filter((result) => !result.ok && !('skipped' in result && result.skipped)).length;
  return { report: { passed: results.length - failed - skipped, failed, skipped, suites }, findings };
}

function runSuite(suite: Suite, snapshot: Snapshot, read: ReadManifest, findings: Finding[]): SuiteReport {
  const { file } = suite.origin;
  const line = (...path: (string | number)[]) =>
    snapshot.locator.place({ file, document: suite.origin.document, path: [...suite.origin.root, ...path] })
      .line;
  const world = worldOf(suite, snapshot, read, findings);
  const flaws = suite.findings.length + errorsOf(snapshot, file, suite.origin.document) + faultsOf(world);
  const broken = flaws > 0 ? [{ path: 'suite', expected: 'no findings', actual: flaws }] : [];
  return {
    name: suite.name,
    file,
    line: line(),
    cases: suite.cases.map((test): CaseReport => {
      const place = { name: test.name, line: line('spec', 'cases', test.index) };
      if (world === null) return failed(place, 'manifests', 'readable manifests', null);
      if (test.request === null) return failed(place, 'request', 'a request', null);
      const trace = traceRequest(world, test.request);
      const differences = [...compareTrace(trace, test.expect), ...broken];
      const ok = differences.length === 0;
      const report = { ...place, ok, differences, ...(ok ? null : { decidedBy: deciderOf(trace) }) };
      // A case that expects `certain: false` accepts an uncertain answer.
      return trace.outcome.certain || test.expect.certain === false
        ? report
        : { ...report, notSimulated: notSimulatedIn(trace) };
    }),
    conditions: world === null ? [] : runConditions(suite, world),
  };
}

/** Returns what decided the answer of a trace. */
function deciderOf({ outcome: { route, rule }, steps }: Trace): CaseReport['decidedBy'] {
  const asked = steps.find((step) => step.kind === 'identify');
  return { route, rule, service: asked?.service ?? null };
}

/** Returns the number of syntax errors in the document of a suite. The unreadable parts may be cases. */
function errorsOf(snapshot: Snapshot, file: string, index: number): number {
  const document = snapshot.documents.find((each) => each.file === file && each.index === index);
  return document?.findings.filter(({ severity }) => severity === 'error').length ?? 0;
}

/**
 * Returns the number of objects that a snapshot lacks because of bugs of this program. Results that depend on
 * such a snapshot prove nothing.
 */
function faultsOf(world: Snapshot | null): number {
  const findings = world?.decoded.flatMap((each) => each.findings) ?? [];
  return findings.filter(({ code }) => code === 'internal-fault').length;
}

const ROUTE_TEST = /^\s*["']?kind["']?\s*:\s*["']?RouteTest\b/m;

/**
 * Returns a failing suite for each document that is a RouteTest by its text but could not be read as one,
 * because it is too large or broken. Such a document must not count as a run without failures.
 */
function unreadSuites(snapshot: Snapshot): readonly SuiteReport[] {
  return snapshot.documents.flatMap((document, at): readonly SuiteReport[] => {
    const isRead = (snapshot.decoded[at]?.routeTests.length ?? 0) > 0;
    if (isRead || document.findings.length === 0 || !ROUTE_TEST.test(document.text)) return [];
    const { file, index } = document;
    const { line } = snapshot.locator.place({ file, document: index, path: [] });
    const codes = document.findings.map(({ code }) => code);
    const report = failed({ name: codes.join(', '), line }, 'suite', 'a readable RouteTest', codes);
    return [{ name: `document ${index}`, file, line, cases: [report], conditions: [] }];
  });
}

/** Compares the expected conditions with the status that controllers would write. */
function runConditions(suite: Suite, world: Snapshot): readonly ConditionReport[] {
  if (suite.conditions.length === 0) return [];
  const statuses = new Map(
    predictStatus(world.cluster, world.control).map((each) => [each.resource, each] as const),
  );
  return suite.conditions.map((expect) => compareCondition(expect, statuses));
}

function failed(
  place: { name: string; line: number },
  path: string,
  expected: unknown,
  actual: unknown,
): CaseReport {
  return { ...place, ok: false, differences: [{ path, expected, actual }] };
}

/** Returns the snapshot that a suite's requests run against. */
function worldOf(suite: Suite, snapshot: Snapshot, read: ReadManifest, findings: Finding[]): Snapshot | null {
  const { profile: own, semantics } = snapshot;
  const byDefault = semantics.chosen === AUTO ? AUTO : own;
  const profile = (suite.profile === null ? null : findProfileChoice(suite.profile)) ?? byDefault;
  if (suite.manifests === null) {
    const isSame = profile === own || (profile === AUTO && semantics.chosen === AUTO);
    if (isSame && suite.creationOrder.length === 0) return snapshot;
    return analyse(snapshot.sources, {
      profile: isSame ? { profile: own, semantics } : profile,
      clusterDomain: snapshot.clusterDomain,
      creationOrder: suite.creationOrder,
      previous: snapshot,
    });
  }
  const sources: Source[] = [];
  suite.manifests.forEach((manifest, at) => {
    const source = read(manifest, suite.origin.file);
    if (source !== null && source !== 'refused') {
      sources.push({ file: source.file, text: substitute(source.text, suite.substitutions) });
      return;
    }
    const { file, document, root } = suite.origin;
    findings.push({
      code: source === 'refused' ? 'test-manifest-refused' : 'test-manifest-missing',
      severity: 'error',
      args: { manifest },
      site: { file, document, path: [...root, 'spec', 'manifests', at] },
      related: [],
      fixes: [],
    });
  });
  if (sources.length < suite.manifests.length) return null;
  return analyse(sources, {
    profile,
    clusterDomain: snapshot.clusterDomain,
    creationOrder: suite.creationOrder,
  });
}

function substitute(text: string, substitutions: Suite['substitutions']): string {
  let result = text;
  for (const [from, to] of substitutions) if (from !== '') result = result.replaceAll(from, () => to);
  return result;
}
