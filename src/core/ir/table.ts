import type { Criterion } from '../profile/profile.ts';
import type { Action } from './action.ts';
import type { Condition } from './condition.ts';
import type { Origin } from './origin.ts';
import type { Protocol } from './protocol.ts';
import type { Status } from './status.ts';

/** `HTTPRoute/ns/name#rule=0,match=1`. */
type EntryId = string;

/** One criterion's value for an entry: it is decided when the entry is compiled and never again. */
export interface RankKey {
  readonly by: Criterion;
  readonly prefer: 'greater' | 'lesser';
  /** null: the manifest does not say (no creationTimestamp); sorts last. */
  readonly value: number | string | null;
}

/** One rule × match: OR is gone, what is left is AND. */
export interface RouteEntry {
  readonly id: EntryId;
  /** `HTTPRoute/ns/name`. */
  readonly route: string;
  /** The requests that it can win; `http` includes gRPC. */
  readonly takes: Protocol;
  readonly routeNamespace: string;
  readonly rule: number;
  readonly ruleName: string | null;
  readonly match: number;
  readonly conditions: readonly Condition[];
  readonly rank: readonly RankKey[];
  readonly action: Action;
  readonly origin: Origin;
}

export type Role = 'consumer' | 'producer' | 'gateway';

/** Whose requests a table is for (R-104…R-106). */
export interface Scope {
  readonly role: Role;
  /** Of the routes: the consumer's namespace, or the Service's own for producer routes. */
  readonly namespace: string;
}

/** A route that is attached but whose kind lost the port to another kind. */
export interface ConflictedRoute {
  readonly route: string;
  /** The kind that keeps the port. */
  readonly lostTo: string;
}

/** The routes of one scope on one virtual host, merged and in order of precedence: the first match wins. */
export interface RouteTable {
  /** The dialect whose resources made it. */
  readonly dialect: string;
  readonly scope: Scope;
  /** UDP is another transport with tables of its own. */
  readonly transport: 'tcp' | 'udp';
  readonly entries: readonly RouteEntry[];
  /** The routes that stand in it, by id, sorted; a route without rules stands in it, too. */
  readonly routes: readonly string[];
  readonly conflicted: readonly ConflictedRoute[];
  /** The kinds of its routes, and their protocols, in order of precedence. */
  readonly kinds: readonly string[];
  readonly takes: readonly Protocol[];
  /**
   * What its routes look at. `requests`: they say nothing about a raw connection. `server-names`: the SNI of a
   * connection, whatever is inside it.
   */
  readonly reads: 'requests' | 'server-names' | 'connections';
  readonly noMatch: NoMatch;
  /** What happens when several routes match: the first entry wins, or the request is rejected. */
  readonly severalMatches: 'first-wins' | 'reject';
}

/** What happens to a request that no entry of a table matches. */
export type NoMatch =
  /** It is rejected. */
  | { readonly kind: 'reject'; readonly status: Status }
  /** The next table decides. */
  | { readonly kind: 'next'; readonly table: RouteTable }
  /** It goes where it was going, as if there were no table. */
  | { readonly kind: 'original' };

/** What happens to a request that neither a table nor those that it leaves requests to can match. */
export function lastResort({ noMatch }: RouteTable): Exclude<NoMatch, { kind: 'next' }> {
  return noMatch.kind === 'next' ? lastResort(noMatch.table) : noMatch;
}
