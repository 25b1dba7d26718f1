import { tablesOf } from '../src/core/answers/table-reach.ts';
import { collectFindings } from '../src/core/index.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { type Elapsed, stopwatch } from './stopwatch.ts';

/** The time from text to tables of two bundles that say the same with different kinds. */
export interface TwoKindsFigure {
  /** The number of objects of each kind. */
  readonly objects: number;
  readonly rulesOfEach: number;
  /** The number of entries in all tables. */
  readonly entries: readonly [number, number];
  /** Medians of several runs that alternate. */
  readonly times: readonly [Elapsed, Elapsed];
  /** The findings alone that an edit computes. */
  readonly findings: readonly [Elapsed, Elapsed];
}

/** Measures two bundles in turn. */
export function measureTwoKinds(
  texts: readonly [string, string],
  load: (text: string) => Snapshot,
  runs: number,
): Pick<TwoKindsFigure, 'entries' | 'times' | 'findings'> {
  const times: [Elapsed[], Elapsed[]] = [[], []];
  const findings: [Elapsed[], Elapsed[]] = [[], []];
  const entries: [number, number] = [0, 0];
  for (let run = 0; run < runs; run++) {
    for (const kind of [0, 1] as const) {
      const lap = stopwatch();
      const snapshot = load(texts[kind]);
      entries[kind] = tablesOf(snapshot).reduce((sum, { table }) => sum + table.entries.length, 0);
      times[kind].push(lap());
      collectFindings(snapshot);
      findings[kind].push(lap());
    }
  }
  return {
    entries,
    times: [medianOf(times[0]), medianOf(times[1])],
    findings: [medianOf(findings[0]), medianOf(findings[1])],
  };
}

function medianOf(times: readonly Elapsed[]): Elapsed {
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { wall: middle(times.map(({ wall }) => wall)), cpu: middle(times.map(({ cpu }) => cpu)) };
}
