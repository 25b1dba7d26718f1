import type { RankKey, RouteEntry, RouteTable } from '../ir/mesh-ir.ts';
import type { Candidate, Place } from '../ir/trace.ts';
import { missesOf } from '../match/conditions.ts';
import type { RequestView } from '../match/request-view.ts';
import type { Criterion } from '../profile/profile.ts';

/** Every entry of a table against one request, in order of precedence. */
export interface Consideration {
  readonly winner: RouteEntry | null;
  readonly considered: readonly Candidate[];
  /** The entries that match, the winner first. */
  readonly matching: readonly RouteEntry[];
}

/**
 * Tries every entry: the first that holds wins, later ones that hold lost by a criterion, the others missed with all
 * the conditions that failed.
 */
export function consider(table: RouteTable, view: RequestView, place: Place): Consideration {
  const considered: Candidate[] = [];
  const matching: RouteEntry[] = [];
  let winner: RouteEntry | null = null;
  for (const entry of table.entries) {
    const misses = missesOf(entry.conditions, view);
    const base = {
      route: entry.route,
      rule: entry.rule,
      ...(entry.ruleName === null ? null : { ruleName: entry.ruleName }),
      match: entry.match,
    };
    const origin = place(entry.origin);
    if (misses.length > 0) {
      considered.push({ ...base, result: 'missed', misses, origin });
      continue;
    }
    matching.push(entry);
    if (winner === null) {
      winner = entry;
      considered.push({ ...base, result: 'won', misses, origin });
    } else {
      considered.push({ ...base, result: 'lost', misses, lostBy: decider(winner, entry), origin });
    }
  }
  return { winner, considered, matching };
}

/** The first criterion in which two entries differ: the one that decided between them. */
export function decider(winner: RouteEntry, loser: RouteEntry): Criterion {
  for (let at = 0; at < winner.rank.length; at++) {
    const key = winner.rank[at] as RankKey;
    if (key.value !== loser.rank[at]?.value) return key.by;
  }
  // Two matches of one rule of one route that ask the same: the earlier one.
  return 'position';
}
