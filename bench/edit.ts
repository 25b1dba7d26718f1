import { createHash } from 'node:crypto';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { reportReach } from '../src/core/answers/report-reach.ts';
import { analyse, collectFindings, reportFindings } from '../src/core/index.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { load } from './pipeline.ts';
import { stopwatch } from './stopwatch.ts';

/** Replaces line `line` (from 1), whose text is `from`, with `to`. */
export interface EditStep {
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

export interface EditResult {
  readonly stepsMs: readonly number[];
  /** The same steps in processor time of all threads. */
  readonly stepsCpuMs: readonly number[];
  readonly finalSha256: string;
  readonly findingsSha256: string;
  readonly tablesSha256: string;
  readonly coldFindingsSha256: string;
  readonly coldTablesSha256: string;
  readonly coldMs: number;
  readonly coldCpuMs: number;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Returns the bytes of `check -o json`. */
function findingsJSON(snapshot: Snapshot): string {
  return `${JSON.stringify({ findings: reportFindings(everyFinding(snapshot), snapshot) }, null, 2)}\n`;
}

/** Returns the bytes of `routes -o json`. */
function tablesJSON(snapshot: Snapshot): string {
  return `${JSON.stringify({ tables: reportReach(snapshot) }, null, 2)}\n`;
}

/**
 * Applies the steps one after another as the editor does, then compares with a cold run on the final text.
 */
export function runEdits(text: string, steps: readonly EditStep[]): EditResult {
  const lines = text.split('\n');
  let snapshot = load(text);
  collectFindings(snapshot);
  const stepsMs: number[] = [];
  const stepsCpuMs: number[] = [];
  let current = text;
  for (const step of steps) {
    if (lines[step.line - 1] !== step.from)
      throw new Error(`line ${step.line} is not ${JSON.stringify(step.from)}`);
    lines[step.line - 1] = step.to;
    current = lines.join('\n');
    const lap = stopwatch();
    snapshot = analyse([{ file: 'bundle.yaml', text: current }], { previous: snapshot });
    collectFindings(snapshot);
    const { wall, cpu } = lap();
    stepsMs.push(wall);
    stepsCpuMs.push(cpu);
  }
  const lap = stopwatch();
  const cold = load(current);
  collectFindings(cold);
  const { wall: coldMs, cpu: coldCpuMs } = lap();
  return {
    stepsMs,
    stepsCpuMs,
    finalSha256: sha256(current),
    findingsSha256: sha256(findingsJSON(snapshot)),
    tablesSha256: sha256(tablesJSON(snapshot)),
    coldFindingsSha256: sha256(findingsJSON(cold)),
    coldTablesSha256: sha256(tablesJSON(cold)),
    coldMs,
    coldCpuMs,
  };
}
