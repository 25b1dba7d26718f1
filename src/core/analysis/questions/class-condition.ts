import type { Condition } from '../../ir/condition.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { facetLabel } from '../../match/facets.ts';
import { type Cells, ConditionGrid } from '../sets/condition-grid.ts';
import { conditionText } from '../sets/dimension.ts';
import type { SeenEntry } from '../sets/entries-by-request-kind.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import { indexRivals, type Ranked, type RivalIndex } from '../sets/rival-index.ts';
import { freshValues } from '../sets/sample-requests.ts';
import { MOST_PAIRS } from './change-list.ts';
import type { ClassRegions, ComparedTables, Winners } from './class-regions.ts';
import { entryOfBoth } from './regions.ts';
import { except, isPart, shortest, union } from './short-description.ts';

/** One test of a request, as the `conditions` of `routes` name it: `path`, `method`, `header:x-user`, `query:q`. */
export interface NamedCondition {
  readonly on: string;
  readonly op: Condition['op'];
  readonly value: string;
}

/** Requests for which all conditions hold, except those for which all conditions of one list hold. */
export interface RequestCondition {
  /** The protocols of the requests. A gRPC call is not an HTTP request here. */
  readonly protocols: readonly Protocol[];
  readonly all: readonly NamedCondition[];
  readonly except: readonly (readonly NamedCondition[])[];
}

/** The requests of a class. Each header and parameter has at most one value. */
export interface ClassCondition {
  /** True if a request of the frontend and its clients is in the class exactly if one of `any` describes it. */
  readonly exact: boolean;
  /** Empty if no short description is exact. The witness is then an example. */
  readonly any: readonly RequestCondition[];
}

const INEXACT: ClassCondition = { exact: false, any: [] };

/** A longer description is not readable. */
const MOST_ALTERNATIVES = 3;
const MOST_EXCEPTIONS = 3;
/** With more entries that take a part of the requests, a description has too many exceptions. */
const MOST_RIVALS = 40;
const STEPS = 50_000;

/**
 * Returns the condition that the requests of a class satisfy and no others. A description is a union of
 * products, each without some other products. They come from the conditions of the entries that win before
 * and after, and of the entries above them.
 */
export function classCondition(regions: readonly ClassRegions[], steady: boolean): ClassCondition {
  // If only filters differ, some requests look the same before and after.
  if (!steady || regions.length === 0) return INEXACT;
  const any: RequestCondition[] = [];
  for (const { tables, pairs } of regions) {
    const found = pairs.length > MOST_PAIRS ? null : conditionsIn(tables, pairs);
    if (found === null) return INEXACT;
    for (const each of found) addTo(any, each);
  }
  const isShort = any.length > 0 && any.length <= MOST_ALTERNATIVES;
  return isShort ? { exact: true, any } : INEXACT;
}

/** Adds a condition. Equal conditions of two protocols become one. */
function addTo(any: RequestCondition[], added: RequestCondition): void {
  const { protocols, ...rest } = added;
  const text = JSON.stringify(rest);
  const at = any.findIndex(({ protocols: _, ...other }) => JSON.stringify(other) === text);
  const known = any[at];
  if (known === undefined) any.push(added);
  else any[at] = { ...known, protocols: [...new Set([...known.protocols, ...protocols])] };
}

/** The requests that one pair of entries wins: a product without other products. */
interface PairRegion {
  readonly base: readonly Condition[];
  readonly rivals: readonly (readonly Condition[])[];
}

function conditionsIn(tables: ComparedTables, pairs: readonly Winners[]): readonly RequestCondition[] | null {
  if (!tables.decided) return null;
  const { source, sides } = prepared(tables);
  source.budget.left = STEPS;
  const regions: PairRegion[] = [];
  const concerned: RouteEntry[] = [];
  for (const winners of pairs) {
    const region = regionOf(winners, sides);
    if (region === null) return null;
    regions.push(region);
    for (const conditions of [region.base, ...region.rivals])
      concerned.push({ ...(concerned[0] ?? sides[0].model), conditions });
  }
  const grid = ConditionGrid.of(concerned, source);
  if (grid === null) return null;
  const products = regions.map(({ base, rivals }) => ({
    base: { conditions: base, cells: grid.cellsOf(base) },
    rivals: rivals.map((conditions) => ({ conditions, cells: grid.cellsOf(conditions) })),
  }));
  const members = union(
    grid.size,
    products.map(({ base, rivals }) => except(base.cells, rivals)),
  );
  const found = shortest(products, members, { alternatives: MOST_ALTERNATIVES, exceptions: MOST_EXCEPTIONS });
  if (found === null) return null;
  const { protocols } = tables;
  const described = found.map(({ base, rivals }) => {
    const cells = except(base.cells, rivals);
    const all = fewest(base.conditions, (conditions) => same(grid.cellsOf(conditions), base.cells));
    const exceptions = rivals.map(({ conditions }, at) =>
      fewest(conditions, (some) => {
        if (some.length === 0) return false;
        const others = rivals.filter((_, other) => other !== at);
        return same(except(base.cells, [...others, { cells: grid.cellsOf(some) }]), cells);
      }),
    );
    return { protocols, all, exceptions };
  });
  if (!described.every(({ all, exceptions }) => [all, ...exceptions].every((each) => each.every(hasWords))))
    return null;
  return described.map(({ protocols: each, all, exceptions }) => ({
    protocols: each,
    all: all.map(named),
    except: exceptions.map((some) => some.map(named)),
  }));
}

function named({ of, name, op, value, shown }: Condition): NamedCondition {
  return { on: facetLabel(of, name), op, value: shown ?? value };
}

/** Returns true if words describe a condition: those that exclude a value or ignore its case have none. */
function hasWords({ negated, ignoreCase }: Condition): boolean {
  return negated === undefined && ignoreCase === undefined;
}

function same(a: Cells, b: Cells): boolean {
  return isPart(a, b) && isPart(b, a);
}

/** Returns conditions without those that are not needed. `isEnough` says whether some of them are. */
function fewest(
  conditions: readonly Condition[],
  isEnough: (some: readonly Condition[]) => boolean,
): readonly Condition[] {
  let kept = conditions;
  for (const each of conditions) {
    const rest = kept.filter((other) => other !== each);
    if (isEnough(rest)) kept = rest;
  }
  return kept;
}

/** The entries of one side, ready to be searched. */
interface SearchedSide {
  readonly entries: readonly SeenEntry[];
  readonly places: ReadonlyMap<RouteEntry, number>;
  readonly rivals: RivalIndex;
  readonly model: RouteEntry;
}

interface Prepared {
  readonly source: ValueSource;
  readonly sides: readonly [SearchedSide, SearchedSide];
}

const known = new WeakMap<ComparedTables, Prepared>();

function prepared(tables: ComparedTables): Prepared {
  const before = known.get(tables);
  if (before !== undefined) return before;
  const { word } = freshValues([...tables.before, ...tables.after].map(({ entry }) => entry));
  const made: Prepared = {
    source: { space: tables.space, freshWord: word, budget: { left: 0 } },
    sides: [searched(tables.before), searched(tables.after)],
  };
  known.set(tables, made);
  return made;
}

function searched(entries: readonly SeenEntry[]): SearchedSide {
  return {
    entries,
    places: new Map(entries.map(({ original }, at) => [original, at])),
    rivals: indexRivals(entries.map(({ entry }, order): Ranked => ({ entry, order }))),
    model: entryOfBoth(undefined, undefined),
  };
}

/** Returns the requests that a pair of entries wins. Returns null if too many entries take a part of them. */
function regionOf(winners: Winners, sides: readonly [SearchedSide, SearchedSide]): PairRegion | null {
  const places = winners.map((entry, side) =>
    entry === null ? undefined : (sides[side] as SearchedSide).places.get(entry),
  );
  const own = places.map((place, side) =>
    place === undefined ? undefined : (sides[side] as SearchedSide).entries[place]?.entry,
  );
  const both = entryOfBoth(own[0], own[1]);
  const rivals = new Map<string, readonly Condition[]>();
  for (const [at, side] of sides.entries()) {
    side.rivals.each(both, places[at] ?? Number.POSITIVE_INFINITY, ({ entry }) => {
      const text = JSON.stringify(entry.conditions.map(conditionText));
      rivals.set(text, entry.conditions);
      return rivals.size > MOST_RIVALS;
    });
  }
  return rivals.size > MOST_RIVALS ? null : { base: both.conditions, rivals: [...rivals.values()] };
}
