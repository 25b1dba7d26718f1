import type { EntryReach, Reach } from '../analysis/questions/reach.ts';
import type { Unmatched } from '../analysis/questions/unmatched.ts';
import { type Witness, witnessOf } from '../analysis/sets/witness.ts';
import type { RuleIndex } from '../ids/ids.ts';
import { placer } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { type EntryReport, reportTable, type TableReport } from './report-tables.ts';
import { analyseReach, type TableReach } from './table-reach.ts';

/** An entry of a table with the requests that can still reach it (CONTRACTS section 4). */
export interface EntryReachReport extends EntryReport {
  readonly reach: Reach;
  /** A request that this entry wins. */
  readonly witness: Witness | null;
  /** A smallest set of entries that together take all requests of a dead entry. */
  readonly blockers: readonly { readonly route: string; readonly rule: RuleIndex; readonly match: number }[];
  /** True when a blocker has another outcome than the dead entry. */
  readonly differentOutcome: boolean;
}

/** A request that a table rejects because no entry matches it. */
interface RejectedRequest {
  readonly witness: Witness;
  /** The entry that the request misses by one condition. Null when no entry is that close. */
  readonly near: { readonly route: string; readonly rule: RuleIndex; readonly match: number } | null;
  /** The missing condition, as a trace names it. */
  readonly lacks: string | null;
}

/** A table as `routes` prints it. */
export interface TableReachReport extends TableReport {
  readonly noMatch: TableReport['noMatch'] & {
    /** `none` is a proof that the table rejects no request. */
    readonly rejects: Unmatched['rejects'];
    readonly requests: readonly RejectedRequest[];
  };
  /** `ns/name` of the listener's Gateway. Null for a Service port. */
  readonly gateway: string | null;
  readonly entries: readonly EntryReachReport[];
}

/** Returns all tables of Service ports and listeners, with the requests that can still reach each entry. */
export function reportReach(snapshot: Snapshot): readonly TableReachReport[] {
  const place = placer(snapshot.locator);
  return analyseReach(snapshot).map((each) => reportOne(each, place));
}

function reportOne(
  { frontend, table, address, clients, entries, unmatched }: TableReach,
  place: ReturnType<typeof placer>,
): TableReachReport {
  const report = reportTable(frontend, table, place);
  return {
    ...report,
    clients: clients ?? report.clients,
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
