import type { Condition } from '../ir/condition.ts';
import type { RankKey, RouteEntry, RouteTable } from '../ir/table.ts';
import type { Candidate, Locate, LostBy, Miss, PlacedOrigin } from '../ir/trace.ts';
import { actualOf, holds } from '../match/conditions.ts';
import { expectedOf, languageKindOf } from '../match/operators/operators.ts';
import type { WholeRequestView } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';

/** The comparison of every entry of a table with one request, in order of precedence. */
export interface Consideration {
  readonly winner: RouteEntry | null;
  readonly considered: readonly Candidate[];
  /** The entries that match, the winner first. */
  readonly matching: readonly RouteEntry[];
}

/**
 * The parts of a candidate that do not depend on the request: the place of its entry and the expected values
 * of its conditions.
 */
interface Prepared {
  readonly entry: RouteEntry;
  readonly conditions: readonly Condition[];
  readonly expected: readonly string[];
  readonly origin: PlacedOrigin;
}

const prepared = new WeakMap<Locate, WeakMap<RouteTable, readonly Prepared[]>>();

function prepare(table: RouteTable, place: Locate): readonly Prepared[] {
  let tables = prepared.get(place);
  if (tables === undefined) {
    tables = new WeakMap();
    prepared.set(place, tables);
  }
  let entries = tables.get(table);
  if (entries === undefined) {
    entries = table.entries.map((entry) => ({
      entry,
      conditions: entry.conditions,
      expected: entry.conditions.map(expectedOf),
      origin: place(entry.origin),
    }));
    tables.set(table, entries);
  }
  return entries;
}

const NONE: readonly never[] = [];

/** Returns the winner without explanation. Finds it through the index of the table. */
export function considerQuickly(table: RouteTable, view: WholeRequestView): Consideration {
  return { winner: indexTable(table).find(view), considered: NONE, matching: NONE };
}

const NO_MISSES: readonly Miss[] = [];

/**
 * Returns all candidates. Compares every entry: the first that matches wins, later matching entries lost by a
 * criterion, and the others missed with all conditions that failed.
 */
export function consider(table: RouteTable, view: WholeRequestView, place: Locate): Consideration {
  const entries = prepare(table, place);
  const considered: Candidate[] = new Array(entries.length);
  const matching: RouteEntry[] = [];
  let winner: RouteEntry | null = null;
  for (let at = 0; at < entries.length; at++) {
    const { entry, conditions, expected, origin } = entries[at] as Prepared;
    let misses: Miss[] | null = null;
    for (let each = 0; each < conditions.length; each++) {
      const condition = conditions[each] as Condition;
      if (holds(condition, view)) continue;
      const miss = {
        on: condition.on,
        expected: expected[each] as string,
        actual: actualOf(condition, view),
      };
      if (misses === null) misses = [miss];
      else misses.push(miss);
    }
    if (misses !== null) {
      considered[at] = candidateOf(entry, 'missed', misses, undefined, origin);
      continue;
    }
    matching.push(entry);
    if (winner === null) {
      winner = entry;
      considered[at] = candidateOf(entry, 'won', NO_MISSES, undefined, origin);
    } else {
      considered[at] = candidateOf(entry, 'lost', NO_MISSES, decider(winner, entry), origin);
    }
  }
  return { winner, considered, matching };
}

/**
 * Returns a candidate. The fields are written out because this function runs for every entry of a table.
 * Spreading objects triples its cost.
 */
function candidateOf(
  entry: RouteEntry,
  result: Candidate['result'],
  misses: readonly Miss[],
  lostBy: LostBy | undefined,
  origin: PlacedOrigin,
): Candidate {
  const { route, rule, ruleName, match } = entry;
  if (lostBy === undefined) {
    return ruleName === null
      ? { route, rule, match, result, misses, origin }
      : { route, rule, ruleName, match, result, misses, origin };
  }
  return ruleName === null
    ? { route, rule, match, result, misses, lostBy, origin }
    : { route, rule, ruleName, match, result, misses, lostBy, origin };
}

/** Returns the first criterion in which two entries differ. It decided between them. */
export function decider(winner: RouteEntry, loser: RouteEntry): LostBy {
  for (let at = 0; at < winner.rank.length; at++) {
    const key = winner.rank[at] as RankKey;
    if (key.value === loser.rank[at]?.value) continue;
    return key.by === 'exact-path' && !hasExactPath(winner) ? 'path-type' : key.by;
  }
  // Two equal matches of one rule: the earlier one wins.
  return 'position';
}

function hasExactPath({ conditions }: RouteEntry): boolean {
  return conditions.some((each) => each.of === 'path' && languageKindOf(each) === 'value');
}
