import type { Criterion } from '../profile/profile.ts';
import type { Action } from './action.ts';
import type { Condition } from './condition.ts';
import type { Origin } from './origin.ts';

/** `HTTPRoute/ns/name#rule=0,match=1`. */
type EntryId = string;

/** One criterion's value for an entry: why it stands where it stands. Decided once, never re-sorted. */
export interface RankKey {
  readonly by: Criterion;
  readonly prefer: 'greater' | 'lesser';
  /** null: the manifest does not say (no creationTimestamp); sorts last. */
  readonly value: number | string | null;
}

/** The kinds of route that are simulated. */
export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute' | 'UDPRoute';

/** One rule × match: OR is gone, what is left is AND. */
export interface RouteEntry {
  readonly id: EntryId;
  /** `HTTPRoute/ns/name`. */
  readonly route: string;
  readonly routeKind: RouteKind;
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
  readonly lostTo: RouteKind;
}

/** The routes of one scope on one frontend, merged and in order of precedence: the first that holds wins. */
export interface RouteTable {
  readonly scope: Scope;
  /** UDP is another transport with tables of its own. */
  readonly transport: 'tcp' | 'udp';
  readonly entries: readonly RouteEntry[];
  /** The routes that stand in it, by id, sorted; a route without rules stands in it, too. */
  readonly routes: readonly string[];
  readonly conflicted: readonly ConflictedRoute[];
}
