import { type RuleIndex, ruleOrder } from '../../ids/ids.ts';
import { compareKeys } from '../../ir/order.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { RouteEntry } from '../../ir/table.ts';
import type { SeenEntry } from '../sets/entries-by-request-kind.ts';
import type { RequestSpace } from '../sets/request-space.ts';
import { questionsOf } from './twin-entries.ts';

/** The entries of one space of requests before and after. */
export interface ComparedTables {
  readonly before: readonly SeenEntry[];
  readonly after: readonly SeenEntry[];
  readonly space: RequestSpace;
  /** The protocols of the requests in the space. HTTP requests represent gRPC if no entry asks for gRPC. */
  readonly protocols: readonly Protocol[];
  /**
   * True if the winners before and after determine the class of each request, and all pairs of winners are
   * known. The comparison sets it to false when it finds a pair for which this does not hold.
   */
  decided: boolean;
}

/** The entries that win a request before and after. Null means that no entry wins. */
export type Winners = readonly [before: RouteEntry | null, after: RouteEntry | null];

/** The requests of a class in one space: those that one of some pairs of entries wins. */
export interface ClassRegions {
  readonly tables: ComparedTables;
  /** Some of the pairs may win no request. */
  readonly pairs: readonly Winners[];
}

/** The rule of a route. */
interface RuleOfRoute {
  readonly route: string;
  readonly rule: RuleIndex;
}

/**
 * Returns the rules of the second world that win requests of a class, or that have the conditions of a rule of
 * the first world that won them. A rule that was removed is not among them.
 */
export function rulesNow(regions: readonly ClassRegions[]): readonly RuleOfRoute[] {
  const rules = new Map<string, RuleOfRoute>();
  const add = ({ route, rule }: RuleOfRoute) => rules.set(JSON.stringify([route, rule]), { route, rule });
  for (const { tables, pairs } of regions) {
    for (const [before, after] of pairs) {
      if (after !== null) add(after);
      const same = before === null ? undefined : entriesAfter(tables).get(keyOf(before));
      if (same !== undefined) add(same);
    }
  }
  return [...rules.values()].sort(
    (a, b) => compareKeys(a.route, b.route) || ruleOrder(a.rule) - ruleOrder(b.rule),
  );
}

const byConditions = new WeakMap<ComparedTables, ReadonlyMap<string, RouteEntry>>();

/** Returns the entries of the second world by their route and conditions. Of equal ones, the first can win. */
function entriesAfter(tables: ComparedTables): ReadonlyMap<string, RouteEntry> {
  const known = byConditions.get(tables);
  if (known !== undefined) return known;
  const entries = new Map<string, RouteEntry>();
  for (const { original } of tables.after) {
    const key = keyOf(original);
    if (!entries.has(key)) entries.set(key, original);
  }
  byConditions.set(tables, entries);
  return entries;
}

function keyOf(entry: RouteEntry): string {
  return `${entry.route} ${questionsOf(entry)}`;
}
