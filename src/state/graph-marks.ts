import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import type { GraphMarks, MarkKind } from '../core/graph/graph-marks.ts';
import { frontendId } from '../core/graph/node-ids.ts';
import { type RuleIndex, ruleOrder } from '../core/ids/ids.ts';
import type { SuiteReport } from '../core/routetest/report.ts';
import type { State } from './model.ts';
import { currentDifference, currentReach } from './selectors.ts';

const KINDS: readonly MarkKind[] = ['dead', 'changed', 'failing'];
const NO_MARKS: GraphMarks = new Map();
const NO_SUITES: readonly SuiteReport[] = [];

/** What the marks were made of, so that they are made again only when it changes. */
interface Made {
  readonly reach: readonly TableReachReport[] | null;
  readonly difference: DifferenceReport | null;
  readonly suites: readonly SuiteReport[];
  readonly marks: GraphMarks;
}

let last: Made = { reach: null, difference: null, suites: NO_SUITES, marks: NO_MARKS };

/**
 * Returns the marks of the graph: rules that no request reaches, rules with changed requests, and what failed
 * tests are about. A part that is not known yet, or that is about other texts, has no marks.
 */
export function graphMarks(state: State): GraphMarks {
  const reach = currentReach(state)?.tables ?? null;
  const difference = currentDifference(state);
  const suites = state.view?.suites ?? NO_SUITES;
  if (last.reach !== reach || last.difference !== difference || last.suites !== suites)
    last = { reach, difference, suites, marks: marksOf(reach ?? [], difference, suites) };
  return last.marks;
}

/** The marks of one node while they are collected. */
interface Collected {
  readonly card: Set<MarkKind>;
  readonly rules: Map<RuleIndex, Set<MarkKind>>;
}

class Collector {
  private readonly nodes = new Map<string, Collected>();

  /** Marks a node, and one of its rules if there is one. The card shows the marks of all rules. */
  mark(node: string, rule: RuleIndex | null, kind: MarkKind): void {
    const known = this.nodes.get(node) ?? { card: new Set(), rules: new Map() };
    this.nodes.set(node, known);
    known.card.add(kind);
    if (rule === null) return;
    const kinds = known.rules.get(rule) ?? new Set();
    known.rules.set(rule, kinds.add(kind));
  }

  marks(): GraphMarks {
    return new Map(
      [...this.nodes].map(([id, { card, rules }]) => [
        id,
        {
          card: inOrder(card),
          rules: new Map(
            [...rules]
              .sort(([a], [b]) => ruleOrder(a) - ruleOrder(b))
              .map(([rule, kinds]) => [rule, inOrder(kinds)]),
          ),
        },
      ]),
    );
  }
}

function inOrder(kinds: ReadonlySet<MarkKind>): readonly MarkKind[] {
  return KINDS.filter((kind) => kinds.has(kind));
}

/** Returns the marks that results give to nodes and rules. */
export function marksOf(
  tables: readonly TableReachReport[],
  difference: DifferenceReport | null,
  suites: readonly SuiteReport[],
): GraphMarks {
  const collector = new Collector();
  for (const { route, rule } of deadRules(tables)) collector.mark(route, rule, 'dead');
  // A class without a rule has no mark: the Service that its requests go to is not what changed.
  for (const { rules } of difference?.changes ?? [])
    for (const { route, rule } of rules) collector.mark(route, rule, 'changed');
  for (const { cases, conditions } of suites) {
    for (const { ok, decidedBy } of cases) {
      if (ok || decidedBy === undefined) continue;
      const { route, rule, service } = decidedBy;
      if (route !== null) collector.mark(route, rule, 'failing');
      else if (service !== null) collector.mark(frontendId(service), null, 'failing');
    }
    for (const { resource, ok, skipped } of conditions)
      if (!ok && !skipped) collector.mark(resource, null, 'failing');
  }
  return collector.marks();
}

/** Returns the rules of which every match is proven to be dead, in every table that has them. */
function deadRules(tables: readonly TableReachReport[]) {
  const rules = new Map<string, { readonly route: string; readonly rule: RuleIndex; dead: boolean }>();
  for (const { entries } of tables) {
    for (const { route, rule, reach } of entries) {
      const key = JSON.stringify([route, rule]);
      const known = rules.get(key) ?? { route, rule, dead: true };
      rules.set(key, known);
      if (reach !== 'dead') known.dead = false;
    }
  }
  return [...rules.values()].filter(({ dead }) => dead);
}
