import { analyseTable, type Reach } from '../src/core/analysis/questions/reach.ts';
import { type AddressedTable, tablesOf } from '../src/core/answers/table-reach.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { load } from './pipeline.ts';
import { stopwatch } from './stopwatch.ts';

export interface DeadRulesResult {
  readonly ms: readonly number[];
  /** Processor time of all threads. */
  readonly cpuMs: readonly number[];
  readonly dead: number;
  readonly partly: number;
  readonly reachable: number;
  readonly unknown: number;
}

const RUNS = 5;

/** Returns the table with the most entries. */
function largestTable(snapshot: Snapshot): AddressedTable | undefined {
  return [...tablesOf(snapshot)].sort((a, b) => b.table.entries.length - a.table.entries.length)[0];
}

/**
 * Measures `reach`, `witness` and `blockers` of every entry of a text's only table, from the compiled table,
 * cold each time.
 */
export function runDeadRules(text: string): DeadRulesResult {
  const ms: number[] = [];
  const cpuMs: number[] = [];
  const counts: Record<Reach, number> = { reachable: 0, partly: 0, dead: 0, unknown: 0 };
  for (let run = 0; run < RUNS; run++) {
    const snapshot = load(text);
    const largest = largestTable(snapshot);
    if (largest === undefined) break;
    const lap = stopwatch();
    const entries = analyseTable(largest.table, largest.address, snapshot.control.ir, snapshot.profile);
    const { wall, cpu } = lap();
    ms.push(wall);
    cpuMs.push(cpu);
    if (run === 0) for (const { reach } of entries) counts[reach]++;
  }
  return { ms, cpuMs, ...counts };
}
