import type { RuleIndex } from '../ids/ids.ts';
import type { Action } from '../ir/action.ts';
import type { Condition } from '../ir/condition.ts';
import type { ReturnLocation } from '../ir/filter.ts';
import { compareKeys } from '../ir/order.ts';
import { lastResort, type RouteTable, type Scope } from '../ir/table.ts';
import { tablesByClient } from '../ir/tables-by-client.ts';
import type { Locate, PlacedOrigin } from '../ir/trace.ts';
import { placer } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';

/** A summary of an entry's action. */
export interface ActionReport {
  readonly kind: 'forward' | 'redirect' | 'respond';
  readonly backends?: readonly {
    readonly service: string;
    readonly port: number | null;
    readonly subset?: string;
    readonly weight: number;
  }[];
  /** `hostname` is null if the host of the request stays. */
  readonly redirect?: { readonly status: number; readonly hostname: string | null };
  /** The status of an answer of the proxy itself. */
  readonly status?: number | null;
}

export interface EntryReport {
  readonly route: string;
  readonly ruleName: string | null;
  readonly rule: RuleIndex;
  readonly match: number;
  readonly conditions: readonly {
    readonly on: string;
    readonly op: Condition['op'];
    readonly value: string;
    /** Present if the condition holds when the value does not match (Istio 6.9). */
    readonly negated?: true;
    /** Present if upper and lower case are the same. */
    readonly ignoreCase?: true;
    /** The condition as its controller writes it, if that is not the value. */
    readonly shown?: string;
  }[];
  readonly action: ActionReport;
  readonly origin: PlacedOrigin;
}

/** The effective table of one frontend for one client scope, in order of precedence (CONTRACTS section 4). */
export interface TableReport {
  readonly frontend: string;
  readonly scope: Scope;
  /** Namespaces whose clients use the table. `*` means every namespace that has no table of its own. */
  readonly clients: readonly string[];
  readonly entries: readonly EntryReport[];
  /**
   * The answer to a request that no entry matches: the HTTP status, or the gRPC status when all clients are
   * gRPC clients. Null when the connection ends. `grpc` is the answer to gRPC clients when clients of both
   * protocols are possible.
   */
  readonly noMatch: {
    readonly status: number | null;
    readonly grpc?: number | null;
    /** No request is rejected: a request that no entry matches goes to the Service itself. */
    readonly goesTo?: 'original';
  };
}

const actions = new WeakMap<Action, ActionReport>();

/**
 * Returns all tables, ordered by frontend and then in the order in which clients use them. `place` returns
 * the line of an origin.
 *
 * @example
 * ```
 * for (const { frontend, clients, entries } of reportTables(snapshot)) {
 *   console.log(frontend, clients, entries.length); // shop/cart:80 ['*'] 1
 * }
 * ```
 */
export function reportTables(
  snapshot: Snapshot,
  place: Locate = placer(snapshot.locator),
): readonly TableReport[] {
  const reports: TableReport[] = [];
  const { ir } = snapshot.control;
  const frontends = [...ir.frontends.values(), ...ir.hosts.values()].sort((a, b) => compareKeys(a.id, b.id));
  const byClient = tablesByClient(ir);
  for (const frontend of frontends)
    for (const table of frontend.tables)
      if (byClient === null || table.transport === 'udp')
        reports.push(reportTable(frontend.id, table, place));
  for (const { frontend, table, clients } of byClient ?? [])
    reports.push({ ...reportTable(frontend.id, table, place), clients });
  return reports.sort((a, b) => compareKeys(a.frontend, b.frontend));
}

/** Returns one table of the frontend (or listener) with this id. */
export function reportTable(frontend: string, table: RouteTable, place: Locate): TableReport {
  return {
    frontend,
    scope: table.scope,
    clients: table.scope.role === 'consumer' ? [table.scope.namespace] : ['*'],
    entries: table.entries.map((entry) => ({
      route: entry.route,
      ruleName: entry.ruleName,
      rule: entry.rule,
      match: entry.match,
      conditions: entry.conditions.map(({ on, op, value, negated, ignoreCase, shown }) => ({
        on,
        op,
        value,
        ...(negated && { negated }),
        ...(ignoreCase && { ignoreCase }),
        ...(shown !== undefined && { shown }),
      })),
      action: reportAction(entry.action),
      origin: place(entry.origin),
    })),
    noMatch: reportNoMatch(table),
  };
}

/**
 * Returns the answer to requests that no entry matches. A gRPC client receives UNIMPLEMENTED where an HTTP
 * client receives 404.
 */
function reportNoMatch(table: RouteTable): TableReport['noMatch'] {
  const resort = lastResort(table);
  if (resort.kind === 'original') return { status: null, goesTo: 'original' };
  const { http, grpc } = resort.status;
  if (table.takes.length > 0 && table.takes.every((protocol) => protocol === 'grpc')) return { status: grpc };
  return table.takes.includes('grpc') ? { status: http, grpc } : { status: http };
}

function reportAction(action: Action): ActionReport {
  const known = actions.get(action);
  if (known) return known;
  const report: ActionReport = reportAnswer(action) ?? {
    kind: 'forward',
    backends: action.targets.map(({ service, port, weight, to }) => ({
      service,
      port,
      ...(to.kind === 'backend' && to.key.subset !== null && { subset: to.key.subset.name }),
      weight,
    })),
  };
  actions.set(action, report);
  return report;
}

/** Returns the answer of the proxy itself. Returns null if it forwards requests. */
function reportAnswer({ filters }: Action): ActionReport | null {
  for (const filter of filters) {
    if (filter.kind === 'redirect')
      return { kind: 'redirect', redirect: { status: filter.status, hostname: filter.hostname } };
    if (filter.kind === 'return')
      return { kind: 'redirect', redirect: { status: filter.status, hostname: hostOf(filter.location) } };
    if (filter.kind === 'respond' && filter.percent >= 100)
      return { kind: 'respond', status: filter.status.http };
  }
  return null;
}

function hostOf(location: ReturnLocation): string | null {
  switch (location.kind) {
    case 'literal':
      return /^[a-z]+:\/\/([^/?#]+)/i.exec(location.url)?.[1] ?? null;
    case 'request-uri':
      return location.host;
    case 'path':
      return null;
    default:
      return location satisfies never;
  }
}
