import { CandidatesInOrder } from '../ir/candidate-list.ts';
import type { Condition } from '../ir/condition.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { Candidate, Locate, LostBy, Miss, PlacedOrigin } from '../ir/trace.ts';
import { actualOf, holds } from '../match/conditions.ts';
import { expectedOf } from '../match/operators/operators.ts';
import type { WholeRequestView } from '../match/request-view.ts';
import { decider } from './decider.ts';

/** Why the first match does not win: several routes match, or its hostname is not the best. */
export type NoWinner = 'several-routes' | 'hostname';

/**
 * The parts of a candidate that do not depend on the request: the place of its entry and the expected values
 * of its conditions.
 */
interface Prepared {
  readonly expected: readonly string[];
  readonly origin: PlacedOrigin;
}

const preparedOf = new WeakMap<Locate, WeakMap<RouteTable, (Prepared | undefined)[]>>();

/** Returns the prepared entries of a table. They are made when they are read. */
function prepared(table: RouteTable, place: Locate): (Prepared | undefined)[] {
  let tables = preparedOf.get(place);
  if (tables === undefined) {
    tables = new WeakMap();
    preparedOf.set(place, tables);
  }
  let entries = tables.get(table);
  if (entries === undefined) {
    entries = new Array(table.entries.length);
    tables.set(table, entries);
  }
  return entries;
}

const routesOf = new WeakMap<RouteTable, readonly string[]>();

const NO_MISSES: readonly Miss[] = [];

/**
 * The candidates of a table for one request: the first entry that matches wins, later matching entries lost
 * by a criterion, and the others missed with all conditions that failed.
 */
export class TableCandidates extends CandidatesInOrder {
  readonly length: number;
  readonly compared: number;
  readonly matches: readonly number[];
  readonly table: RouteTable;
  readonly view: WholeRequestView;
  readonly place: Locate;
  private readonly entries: (Prepared | undefined)[];
  private readonly noWinner: NoWinner | null;

  /** `matches` are the places of the entries that match, in order. */
  constructor(
    table: RouteTable,
    view: WholeRequestView,
    place: Locate,
    matches: readonly number[],
    noWinner: NoWinner | null = null,
  ) {
    super();
    this.table = table;
    this.view = view;
    this.place = place;
    this.matches = matches;
    this.noWinner = noWinner;
    this.entries = prepared(table, place);
    this.length = table.entries.length;
    this.compared = table.entries.length;
  }

  /** Returns the same candidates, of which none wins. */
  withoutWinner(why: NoWinner): TableCandidates {
    return new TableCandidates(this.table, this.view, this.place, this.matches, why);
  }

  protected candidate(index: number): Candidate {
    const entry = this.table.entries[index] as RouteEntry;
    const known = this.entries[index];
    const { expected, origin } = known ?? this.prepare(index, entry);
    const { matches } = this;
    if (matches.length > 0 && matches.includes(index)) return this.matching(index, entry, origin);
    return candidateOf(entry, 'missed', this.missesOf(entry, expected), undefined, origin);
  }

  private prepare(index: number, entry: RouteEntry): Prepared {
    const made = { expected: entry.conditions.map(expectedOf), origin: this.place(entry.origin) };
    this.entries[index] = made;
    return made;
  }

  private matching(index: number, entry: RouteEntry, origin: PlacedOrigin): Candidate {
    const first = this.matches[0] as number;
    if (index !== first) {
      const by = decider(this.table.entries[first] as RouteEntry, entry);
      return candidateOf(entry, 'lost', NO_MISSES, by, origin);
    }
    switch (this.noWinner) {
      case null:
        return candidateOf(entry, 'won', NO_MISSES, undefined, origin);
      case 'several-routes':
        return candidateOf(entry, 'lost', NO_MISSES, undefined, origin);
      case 'hostname':
        return { ...candidateOf(entry, 'lost', NO_MISSES, undefined, origin), lostBy: 'hostname' };
      default:
        return this.noWinner satisfies never;
    }
  }

  private missesOf({ conditions }: RouteEntry, expected: readonly string[]): readonly Miss[] {
    const { view } = this;
    const misses: Miss[] = [];
    for (let at = 0; at < conditions.length; at++) {
      const condition = conditions[at] as Condition;
      if (holds(condition, view)) continue;
      misses.push({
        on: condition.on,
        expected: expected[at] as string,
        actual: actualOf(condition, view),
      });
    }
    return misses;
  }

  nearest(): Candidate | undefined {
    const [match] = this.matches;
    // A candidate that matches has no failed condition.
    if (match !== undefined) return this.candidate(match);
    let nearest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.length && fewest > 1; index++) {
      const failed = this.countMisses(this.table.entries[index] as RouteEntry, fewest);
      if (failed >= fewest) continue;
      fewest = failed;
      nearest = index;
    }
    return this.at(nearest);
  }

  /** Returns the number of conditions that failed. Stops counting at `most`. */
  private countMisses({ conditions }: RouteEntry, most: number): number {
    let failed = 0;
    for (const condition of conditions) {
      if (!holds(condition, this.view)) failed++;
      if (failed >= most) return failed;
    }
    return failed;
  }

  routes(): readonly string[] {
    let routes = routesOf.get(this.table);
    if (routes === undefined) {
      routes = [...new Set(this.table.entries.map(({ route }) => route))];
      routesOf.set(this.table, routes);
    }
    return routes;
  }
}

/**
 * Returns a candidate. The fields are written out because this function runs for every entry of a table that
 * is printed. Spreading objects triples its cost.
 */
function candidateOf(
  entry: RouteEntry,
  result: Candidate['result'],
  misses: readonly Miss[],
  lostBy: LostBy | undefined,
  origin: PlacedOrigin,
): Candidate {
  const { route, rule, ruleName, match, via } = entry;
  if (via !== undefined) {
    return {
      route,
      rule,
      ...(ruleName === null ? null : { ruleName }),
      match,
      result,
      misses,
      ...(lostBy === undefined ? null : { lostBy }),
      via,
      origin,
    };
  }
  if (lostBy === undefined) {
    return ruleName === null
      ? { route, rule, match, result, misses, origin }
      : { route, rule, ruleName, match, result, misses, origin };
  }
  return ruleName === null
    ? { route, rule, match, result, misses, lostBy, origin }
    : { route, rule, ruleName, match, result, misses, lostBy, origin };
}
