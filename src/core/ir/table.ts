import type { RuleIndex } from '../ids/ids.ts';
import type { Criterion } from '../profile/profile.ts';
import type { Action } from './action.ts';
import type { Condition } from './condition.ts';
import type { Origin } from './origin.ts';
import type { Protocol } from './protocol.ts';
import type { Status } from './status.ts';
import type { TraceNote } from './trace-note.ts';

/** `HTTPRoute/ns/name#rule=0,match=1`. */
type EntryId = string;

/**
 * A criterion of an order: one that a profile may move, the order of the expressions of ingress-nginx (I-611),
 * or the length of a rule of Traefik (I-802).
 */
export type RankCriterion = Criterion | 'regex-order' | 'rule-length';

/** The value of one criterion for an entry. It is computed once, when the entry is compiled. */
export interface RankKey {
  readonly by: RankCriterion;
  readonly prefer: 'greater' | 'lesser';
  /** Null if the manifest does not say (no creationTimestamp). Null is last in the order. */
  readonly value: number | string | null;
}

/** One match of one rule. An entry has no OR; all its conditions must hold. */
export interface RouteEntry {
  readonly id: EntryId;
  /** `HTTPRoute/ns/name`. */
  readonly route: string;
  /** The protocol of the requests that it can win. `http` includes gRPC. */
  readonly takes: Protocol;
  readonly routeNamespace: string;
  readonly rule: RuleIndex;
  readonly ruleName: string | null;
  readonly match: number;
  readonly conditions: readonly Condition[];
  readonly rank: readonly RankKey[];
  readonly action: Action;
  readonly origin: Origin;
  /** The id of what its route is delegated to or generated from. Absent if the route is as written. */
  readonly via?: string;
}

/** The part of a request that the remarks of a table read. */
export interface RemarkedRequest {
  /** The host in lower case, without its port. */
  readonly host: string;
  /** Returns the values of a header by its lower-case name. Returns null if it is absent. */
  header(name: string): readonly string[] | null;
  holds(condition: Condition): boolean;
}

/**
 * The role of a route at a virtual host: consumer or producer in a mesh, a route at a Gateway, a
 * VirtualService, which has no such role (Istio 3.6), or an Ingress.
 */
export type Role = 'consumer' | 'producer' | 'gateway' | 'written' | 'ingress';

/**
 * Returns true if the controller of the routes defines their order completely. No choice of a profile changes it
 * (Istio 6.2, I-304, I-611).
 */
export function hasFixedOrder({ scope }: Pick<RouteTable, 'scope'>): boolean {
  return scope.role === 'written' || scope.role === 'ingress';
}

/** The requests that a table applies to (R-104…R-106). */
export interface Scope {
  readonly role: Role;
  /**
   * The namespace of the routes: the namespace of the consumer, or that of the Service for producer routes.
   */
  readonly namespace: string;
}

/** An attached route whose kind lost the port to another kind. */
export interface ConflictedRoute {
  readonly route: string;
  /** The kind that keeps the port. */
  readonly lostTo: string;
}

/**
 * The routes of one scope on one virtual host, merged and in order of precedence. The first match
 * wins.
 */
export interface RouteTable {
  /** The dialect of the routes. */
  readonly dialect: string;
  readonly scope: Scope;
  /** UDP is another transport with separate tables. */
  readonly transport: 'tcp' | 'udp';
  readonly entries: readonly RouteEntry[];
  /** The ids of its routes, sorted. Includes routes without rules. */
  readonly routes: readonly string[];
  readonly conflicted: readonly ConflictedRoute[];
  /** The kinds of its routes and their protocols, in order of precedence. */
  readonly kinds: readonly string[];
  readonly takes: readonly Protocol[];
  /**
   * What its routes examine. `requests`: they do not apply to raw connections. `server-names`: the
   * SNI of a connection, regardless of its content.
   */
  readonly reads: 'requests' | 'server-names' | 'connections';
  readonly noMatch: NoMatch;
  /**
   * `decoded`: the proxy compares the decoded path without dot segments and repeated slashes, and forwards it as
   * received (I-612). Absent: it compares the path that it forwards.
   */
  readonly paths?: 'decoded';
  /** The result if several routes match: the first entry wins, or the request is rejected. */
  readonly severalMatches: 'first-wins' | 'reject';
  /** Returns notes on a request that this table decides, for a table that is generated. */
  readonly remarks?: (
    request: RemarkedRequest,
    winner: RouteEntry | null,
    entries: readonly RouteEntry[],
  ) => readonly TraceNote[];
}

/** The result for a request that no entry of a table matches. */
export type NoMatch =
  /** The request is rejected. */
  | { readonly kind: 'reject'; readonly status: Status }
  /** The next table decides. */
  | { readonly kind: 'next'; readonly table: RouteTable }
  /** The request goes to its original destination, as if there were no table. */
  | { readonly kind: 'original' };

/** Returns the result for a request that neither a table nor the tables after it match. */
export function lastResort({ noMatch }: RouteTable): Exclude<NoMatch, { kind: 'next' }> {
  return noMatch.kind === 'next' ? lastResort(noMatch.table) : noMatch;
}
