import { loadAll } from 'js-yaml';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { tablesOf } from '../src/core/answers/table-reach.ts';
import { buildControlPlane } from '../src/core/control/build-control-plane.ts';
import { DIALECT_COMPILERS } from '../src/core/dialects/compilers.ts';
import { MERGE_POLICY } from '../src/core/dialects/merge.ts';
import { analyse, GATEWAY_API, indexDocuments, readSources, reportFindings } from '../src/core/index.ts';
import { locate } from '../src/core/manifest/locator.ts';
import type { Snapshot } from '../src/core/snapshot.ts';

export interface PipelineRound {
  readonly parse: number;
  readonly index: number;
  readonly compile: number;
  readonly findings: number;
  readonly jsYaml: number;
}

export interface PipelineCounts {
  readonly documents: number;
  readonly resources: number;
  readonly entries: number;
  readonly findings: number;
}

/** Frees memory of earlier rounds, if Node was started with --expose-gc. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Returns the megabytes of heap that a snapshot of a text uses. Returns 0 without --expose-gc. */
export function measureKept(text: string): number {
  const gc = (globalThis as { gc?: () => void }).gc;
  if (!gc) return 0;
  gc();
  const before = process.memoryUsage().heapUsed;
  const snapshot = load(text);
  gc();
  const kept = process.memoryUsage().heapUsed - before;
  // This read comes after the measurement, so that the snapshot remains in memory during it.
  return snapshot.documents.length === 0 ? 0 : kept / 1024 / 1024;
}

/** Runs the pipeline cold over a text, stage by stage. Returns milliseconds. */
function runPipeline(text: string): {
  readonly times: Omit<PipelineRound, 'jsYaml'>;
  readonly counts: PipelineCounts;
} {
  const sources = [{ file: 'bundle.yaml', text }];
  const start = performance.now();
  const documents = readSources(sources);
  const parsed = performance.now();
  const { decoded, cluster } = indexDocuments(documents, 'cluster.local');
  const indexed = performance.now();
  const control = buildControlPlane(cluster, {
    profile: GATEWAY_API,
    dialects: DIALECT_COMPILERS,
    merge: MERGE_POLICY,
  });
  const compiled = performance.now();
  const snapshot: Snapshot = {
    sources,
    profile: GATEWAY_API,
    clusterDomain: 'cluster.local',
    documents,
    decoded,
    cluster,
    control,
    locator: locate(sources, documents),
    earlier: null,
  };
  const findings = reportFindings(everyFinding(snapshot), snapshot);
  const done = performance.now();
  const entries = tablesOf(snapshot).reduce((sum, { table }) => sum + table.entries.length, 0);
  return {
    times: {
      parse: parsed - start,
      index: indexed - parsed,
      compile: compiled - indexed,
      findings: done - compiled,
    },
    counts: {
      documents: documents.filter((document) => !document.empty).length,
      resources: cluster.resources.length,
      entries,
      findings: findings.length,
    },
  };
}

/** Runs only js-yaml over the same text. Returns milliseconds. */
function runJsYaml(text: string): number {
  const start = performance.now();
  loadAll(text);
  return performance.now() - start;
}

/** Runs one round: product and js-yaml, whose order alternates from round to round. */
export function measureRound(
  text: string,
  round: number,
): { readonly round: PipelineRound; readonly counts: PipelineCounts } {
  let jsYaml = 0;
  if (round % 2 === 1) {
    collectGarbage();
    jsYaml = runJsYaml(text);
  }
  collectGarbage();
  const { times, counts } = runPipeline(text);
  if (round % 2 === 0) {
    collectGarbage();
    jsYaml = runJsYaml(text);
  }
  return { round: { ...times, jsYaml }, counts };
}

/** Returns a snapshot of a text, for the parts that start from a loaded bundle. */
export function load(text: string): Snapshot {
  return analyse([{ file: 'bundle.yaml', text }]);
}
