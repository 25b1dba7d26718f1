import type { EntryReach, Reach } from '../analysis/reach.ts';
import type { Unmatched } from '../analysis/unmatched.ts';
import { type Witness, witnessOf } from '../analysis/witness.ts';
import { placer } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { type EntryReport, reportTable, type TableReport } from './report-tables.ts';
import { analyseReach, type TableReach } from './table-reach.ts';

/** An entry of a table with what can still reach it (CONTRACTS section 4). */
export interface EntryReachReport extends EntryReport {
  readonly reach: Reach;
  /** A request that wins here. */
  readonly witness: Witness | null;
  /** A smallest set of entries that together take everything from a dead one. */
  readonly blockers: readonly { readonly route: string; readonly rule: number; readonly match: number }[];
  /** Whether a blocker does something else than the dead entry would. */
  readonly differentOutcome: boolean;
}

/** A request that a table rejects because nothing in it matches. */
interface RejectedRequest {
  readonly witness: Witness;
  /** The entry that it misses by one condition; null: it is like nothing that an entry asks for. */
  readonly near: { readonly route: string; readonly rule: number; readonly match: number } | null;
  /** That condition, as a trace names it. */
  readonly lacks: string | null;
}

/** A table as `routes` prints it. */
export interface TableReachReport extends TableReport {
  readonly noMatch: TableReport['noMatch'] & {
    /** `none` is a proof that every request is taken. */
    readonly rejects: Unmatched['rejects'];
    readonly requests: readonly RejectedRequest[];
  };
  /** `ns/name` of the Gateway whose listener this is; null for a Service port. */
  readonly gateway: string | null;
  readonly entries: readonly EntryReachReport[];
}

/** All tables of Service ports and listeners, with what can still reach each entry. */
export function reportReach(snapshot: Snapshot): readonly TableReachReport[] {
  const place = placer(snapshot.locator);
  return analyseReach(snapshot).map((each) => reportOne(each, place));
}

function reportOne(
  { frontend, table, address, entries, unmatched }: TableReach,
  place: ReturnType<typeof placer>,
): TableReachReport {
  const report = reportTable(frontend, table, place);
  return {
    ...report,
    gateway: 'gateway' in address ? address.gateway.id : null,
    entries: report.entries.map((entry, at) => ({ ...entry, ...reportEntry(entries[at] as EntryReach) })),
    noMatch: {
      ...report.noMatch,
      rejects: unmatched.rejects,
      requests: unmatched.requests.map(({ request, near, lacks }) => ({
        witness: witnessOf(request),
        near: near && { route: near.route, rule: near.rule, match: near.match },
        lacks,
      })),
    },
  };
}

function reportEntry({ reach, witness, blockers, differentOutcome }: EntryReach) {
  return {
    reach,
    witness: witness === null ? null : witnessOf(witness),
    blockers: blockers.map(({ route, rule, match }) => ({ route, rule, match })),
    differentOutcome,
  };
}
