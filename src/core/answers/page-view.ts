import type { ExplainLanguage } from '../explain/languages.ts';
import type { Finding } from '../findings/finding.ts';
import { compareKeys } from '../ir/order.ts';
import type { Origin } from '../ir/origin.ts';
import type { SimRequest } from '../ir/request.ts';
import type { PlacedOrigin } from '../ir/trace.ts';
import { placer } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { folderOf, resolvePath } from '../text/file-path.ts';
import { own } from '../text/own.ts';
import { collectFindings } from './collect-findings.ts';
import { drawGraph } from './draw-graph.ts';
import { firstRequest, firstRequestAt } from './first-request.ts';
import { presentFirst, type SnapshotView } from './page-first-view.ts';
import { reportFindings } from './report-findings.ts';
import { reportStatus } from './report-status.ts';
import { reportTables } from './report-tables.ts';
import { runTests, suitesOf } from './run-tests.ts';

export { wayOf } from '../graph/trace-way.ts';

/**
 * Returns the whole view that the page shows of a snapshot, except answers to requests. `language` is the
 * language of its findings.
 *
 * @example
 * ```
 * const view = presentSnapshot(snapshot);
 * view.findings.map(({ message }) => message);
 * view.graph.nodes.map(({ id }) => id);
 * ```
 */
export function presentSnapshot(snapshot: Snapshot, language: ExplainLanguage = 'en'): SnapshotView {
  const { cluster, control } = snapshot;
  const tests = runTests(snapshot, (path, relativeTo) => {
    const wanted = resolvePath(folderOf(relativeTo), path);
    return snapshot.sources.find((source) => source.file === wanted || source.file === path) ?? null;
  });
  const findings = [...collectFindings(snapshot), ...tests.findings];
  const { listed, leftOut } = mostImportant(findings);
  const first = presentFirst(snapshot);
  const place = placer(snapshot.locator);
  const placeInDocument = (origin: Origin): PlacedOrigin => {
    const placed = place(origin);
    return { ...placed, line: placed.line - (own(first.linesBefore, placed.file)?.[placed.document] ?? 0) };
  };
  return {
    ...first,
    whole: true,
    findings: reportFindings(listed, snapshot, language),
    findingsLeftOut: leftOut,
    graph: drawGraph({ cluster, control, findings }),
    entrances: entrancesOf(snapshot),
    firstRequest: firstRequest(snapshot),
    tables: reportTables(snapshot, placeInDocument),
    statuses: reportStatus(snapshot),
    suites: tests.report.suites,
  };
}

/** A limit that keeps the page fast. It exceeds the number of findings that a user reads. */
export const MOST_FINDINGS = 2000;

function mostImportant(findings: readonly Finding[]): {
  readonly listed: readonly Finding[];
  readonly leftOut: SnapshotView['findingsLeftOut'];
} {
  const leftOut = { error: 0, warning: 0, info: 0 };
  if (findings.length <= MOST_FINDINGS) return { listed: findings, leftOut };
  const taken = new Set<Finding>();
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      if (taken.size < MOST_FINDINGS) taken.add(finding);
      else leftOut[severity]++;
    }
  }
  return { listed: findings.filter((finding) => taken.has(finding)), leftOut };
}

/**
 * Returns the request of a test case, so that the page can put it into its form. Returns null when the
 * request could not be read.
 */
export function requestOfCase(
  snapshot: Snapshot,
  file: string,
  suite: string,
  index: number,
): SimRequest | null {
  const found = suitesOf(snapshot).find((each) => each.origin.file === file && each.name === suite);
  return found?.cases[index]?.request ?? null;
}

function entrancesOf(snapshot: Snapshot): SnapshotView['entrances'] {
  return [...snapshot.control.ir.gateways.values()]
    .map((gateway) => ({ gateway: gateway.id, url: firstRequestAt(snapshot, gateway).url }))
    .sort((a, b) => compareKeys(a.gateway, b.gateway));
}
