import { NO_CANDIDATES } from '../ir/candidate-list.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { CandidateList, Locate } from '../ir/trace.ts';
import type { WholeRequestView } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import { type NoWinner, TableCandidates } from './table-candidates.ts';

/** The comparison of a table with one request. */
export interface Consideration {
  readonly winner: RouteEntry | null;
  readonly considered: CandidateList;
  /** The entries that match, the winner first. */
  readonly matching: readonly RouteEntry[];
}

const NONE: readonly never[] = [];

/** Returns the winner without explanation. Finds it through the index of the table. */
export function considerQuickly(table: RouteTable, view: WholeRequestView): Consideration {
  return { winner: indexTable(table).find(view), considered: NO_CANDIDATES, matching: NONE };
}

/** Returns the winner and all other entries that match, without candidates. */
export function considerMatches(table: RouteTable, view: WholeRequestView): Consideration {
  const matching = entriesAt(indexTable(table).findAll(view), table);
  return { winner: matching[0] ?? null, considered: NO_CANDIDATES, matching };
}

/**
 * Returns the winner, all entries that match, and the candidates: every entry of the table, in order of
 * precedence. The index of the table finds the matches, and a candidate is made when it is read.
 */
export function consider(table: RouteTable, view: WholeRequestView, place: Locate): Consideration {
  const matches = indexTable(table).findAll(view);
  const matching = entriesAt(matches, table);
  const considered = new TableCandidates(table, view, place, matches);
  return { winner: matching[0] ?? null, considered, matching };
}

/** Returns a comparison in which the first match does not win. */
export function withoutWinner(consideration: Consideration, why: NoWinner): Consideration {
  const { considered } = consideration;
  if (!(considered instanceof TableCandidates)) return consideration;
  return { ...consideration, considered: considered.withoutWinner(why) };
}

function entriesAt(matches: readonly number[], { entries }: RouteTable): readonly RouteEntry[] {
  return matches.map((at) => entries[at] as RouteEntry);
}
