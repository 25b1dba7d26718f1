import { loadAll } from 'js-yaml';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { tablesOf } from '../src/core/answers/table-reach.ts';
import { buildControlPlane } from '../src/core/control/build-control-plane.ts';
import { DIALECT_COMPILERS } from '../src/core/dialects/compilers.ts';
import { MERGE_POLICY } from '../src/core/dialects/merge.ts';
import { analyse, GATEWAY_API, indexDocuments, readSources, reportFindings } from '../src/core/index.ts';
import { askedSemantics } from '../src/core/ir/semantics.ts';
import { locate } from '../src/core/manifest/locator.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { type Elapsed, stopwatch } from './stopwatch.ts';

/** The milliseconds of each stage, and of js-yaml on the same text. */
export interface StageTimes {
  readonly parse: number;
  readonly index: number;
  readonly compile: number;
  readonly findings: number;
  readonly jsYaml: number;
}

export interface PipelineRound extends StageTimes {
  /** The same stages in processor time of all threads. */
  readonly cpu: StageTimes;
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

/** Returns the megabytes of heap and array buffers that a snapshot of a text uses. Returns 0 without --expose-gc. */
export function measureKept(text: string): number {
  const gc = (globalThis as { gc?: () => void }).gc;
  if (!gc) return 0;
  gc();
  const before = usedMemory();
  const snapshot = load(text);
  gc();
  const kept = usedMemory() - before;
  // This read comes after the measurement, so that the snapshot remains in memory during it.
  return snapshot.documents.length === 0 ? 0 : kept / 1024 / 1024;
}

function usedMemory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Runs the pipeline cold over a text, stage by stage. Returns milliseconds. */
function runPipeline(text: string): {
  readonly times: Readonly<Record<Exclude<keyof StageTimes, 'jsYaml'>, Elapsed>>;
  readonly counts: PipelineCounts;
} {
  const sources = [{ file: 'bundle.yaml', text }];
  const lap = stopwatch();
  const documents = readSources(sources);
  const parse = lap();
  const { decoded, cluster } = indexDocuments(documents, 'cluster.local');
  const index = lap();
  const control = buildControlPlane(cluster, {
    profile: GATEWAY_API,
    dialects: DIALECT_COMPILERS,
    merge: MERGE_POLICY,
  });
  const compile = lap();
  const snapshot: Snapshot = {
    sources,
    profile: GATEWAY_API,
    semantics: askedSemantics(GATEWAY_API.name),
    clusterDomain: 'cluster.local',
    documents,
    decoded,
    cluster,
    control,
    locator: locate(sources, documents),
    earlier: null,
  };
  const reported = reportFindings(everyFinding(snapshot), snapshot);
  const findings = lap();
  const entries = tablesOf(snapshot).reduce((sum, { table }) => sum + table.entries.length, 0);
  return {
    times: { parse, index, compile, findings },
    counts: {
      documents: documents.filter((document) => !document.empty).length,
      resources: cluster.resources.length,
      entries,
      findings: reported.length,
    },
  };
}

/** Runs only js-yaml over the same text. */
function runJsYaml(text: string): Elapsed {
  const lap = stopwatch();
  loadAll(text);
  return lap();
}

/** Runs one round: product and js-yaml, whose order alternates from round to round. */
export function measureRound(
  text: string,
  round: number,
): { readonly round: PipelineRound; readonly counts: PipelineCounts } {
  const isFirst = round % 2 === 1;
  collectGarbage();
  const before = isFirst ? runJsYaml(text) : null;
  collectGarbage();
  const { times, counts } = runPipeline(text);
  collectGarbage();
  const all = { ...times, jsYaml: before ?? runJsYaml(text) };
  const pick = (of: keyof Elapsed): StageTimes => ({
    parse: all.parse[of],
    index: all.index[of],
    compile: all.compile[of],
    findings: all.findings[of],
    jsYaml: all.jsYaml[of],
  });
  return { round: { ...pick('wall'), cpu: pick('cpu') }, counts };
}

/** Returns a snapshot of a text, for the parts that start from a loaded bundle. */
export function load(text: string): Snapshot {
  return analyse([{ file: 'bundle.yaml', text }]);
}
