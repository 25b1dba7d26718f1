import type { Condition } from '../ir/condition.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { PatternRules } from '../match/condition-pattern.ts';
import { holds } from '../match/conditions.ts';
import { languageKindOf } from '../match/operators/operators.ts';
import { whyPatternIsRefused } from '../match/refused-pattern.ts';
import type { WholeRequestView } from '../match/request-view.ts';

/** An entry with a pattern that the engine refuses. */
interface RefusedEntry {
  readonly entry: RouteEntry;
  readonly pattern: Condition;
  readonly reason: string;
}

/**
 * Returns notes on patterns that the engine refuses, if no other condition keeps their entry from matching
 * (R-207, A-29).
 */
export function notesOnPatterns(
  table: RouteTable,
  view: WholeRequestView,
  rules: PatternRules,
): readonly TraceNote[] {
  for (const { entry, pattern, reason } of refusedIn(table, rules)) {
    const others = entry.conditions.filter((each) => each !== pattern);
    if (!others.every((each) => holds(each, view))) continue;
    return [{ code: 'regex-invalid', rule: 'R-207, A-29', args: { pattern: pattern.value, reason } }];
  }
  return [];
}

const refusedUnder = new WeakMap<PatternRules, WeakMap<RouteTable, readonly RefusedEntry[]>>();

/** Returns the entries of a table with a refused pattern, in order. Collected once for a table and its rules. */
function refusedIn(table: RouteTable, rules: PatternRules): readonly RefusedEntry[] {
  let tables = refusedUnder.get(rules);
  if (tables === undefined) {
    tables = new WeakMap();
    refusedUnder.set(rules, tables);
  }
  let refused = tables.get(table);
  if (refused === undefined) {
    refused = table.entries.flatMap((entry) => refusedPatternOf(entry, rules));
    tables.set(table, refused);
  }
  return refused;
}

/** Returns the first refused pattern of an entry, as a list. */
function refusedPatternOf(entry: RouteEntry, rules: PatternRules): readonly RefusedEntry[] {
  for (const pattern of entry.conditions) {
    const reason = languageKindOf(pattern) === 'pattern' ? whyPatternIsRefused(pattern, rules) : null;
    if (reason !== null) return [{ entry, pattern, reason }];
  }
  return NONE;
}

const NONE: readonly never[] = [];
