import type { Action } from './ir/action.ts';
import type { Condition } from './ir/condition.ts';
import { compareKeys } from './ir/order.ts';
import type { Origin } from './ir/origin.ts';
import type { RouteTable, Scope } from './ir/table.ts';
import type { PlacedOrigin } from './ir/trace.ts';
import { placer } from './pipeline.ts';
import type { Snapshot } from './snapshot.ts';

/** What an entry does, in short. */
export interface ActionReport {
  readonly kind: 'forward' | 'redirect';
  readonly backends?: readonly {
    readonly service: string;
    readonly port: number | null;
    readonly weight: number;
  }[];
  readonly redirect?: { readonly status: number; readonly hostname: string | null };
}

export interface EntryReport {
  readonly route: string;
  readonly ruleName: string | null;
  readonly rule: number;
  readonly match: number;
  readonly conditions: readonly {
    readonly on: string;
    readonly op: Condition['op'];
    readonly value: string;
  }[];
  readonly action: ActionReport;
  readonly origin: PlacedOrigin;
}

/** The effective table of one frontend for one client scope, in order of precedence (CONTRACTS section 4). */
export interface TableReport {
  readonly frontend: string;
  readonly scope: Scope;
  /** Namespaces whose clients use it; `*`: every one that has no table of its own. */
  readonly clients: readonly string[];
  readonly entries: readonly EntryReport[];
  readonly noMatch: { readonly status: number };
}

const actions = new WeakMap<Action, ActionReport>();

type Place = (origin: Origin) => PlacedOrigin;

/** All tables, by frontend and then in the order in which clients meet them; `place` gives an origin its line. */
export function reportTables(
  snapshot: Snapshot,
  place: Place = placer(snapshot.locator),
): readonly TableReport[] {
  const reports: TableReport[] = [];
  const frontends = [...snapshot.control.ir.frontends.values()].sort((a, b) => compareKeys(a.id, b.id));
  for (const frontend of frontends) {
    for (const table of frontend.tables) reports.push(reportTable(frontend.id, table, place));
  }
  return reports;
}

/** One table of the frontend (or listener) with this id. */
export function reportTable(frontend: string, table: RouteTable, place: Place): TableReport {
  return {
    frontend,
    scope: table.scope,
    clients: table.scope.role === 'consumer' ? [table.scope.namespace] : ['*'],
    entries: table.entries.map((entry) => ({
      route: entry.route,
      ruleName: entry.ruleName,
      rule: entry.rule,
      match: entry.match,
      conditions: entry.conditions.map(({ on, op, value }) => ({ on, op, value })),
      action: reportAction(entry.action),
      origin: place(entry.origin),
    })),
    // A gRPC client of a GRPCRoute sees UNIMPLEMENTED.
    noMatch: { status: answersGRPC(table) ? 12 : 404 },
  };
}

/** At a listener both kinds of routes can stand side by side: only where there is no HTTPRoute all clients are gRPC. */
function answersGRPC({ routes, scope }: RouteTable): boolean {
  const isGRPC = (route: string) => route.startsWith('GRPCRoute/');
  return scope.role === 'gateway' ? routes.length > 0 && routes.every(isGRPC) : routes.some(isGRPC);
}

function reportAction(action: Action): ActionReport {
  const known = actions.get(action);
  if (known) return known;
  const redirect = action.filters.find((filter) => filter.kind === 'redirect');
  const report: ActionReport =
    redirect?.kind === 'redirect'
      ? { kind: 'redirect', redirect: { status: redirect.status, hostname: redirect.hostname } }
      : {
          kind: 'forward',
          backends: action.targets.map(({ service, port, weight }) => ({ service, port, weight })),
        };
  actions.set(action, report);
  return report;
}
