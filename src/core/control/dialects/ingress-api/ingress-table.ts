import { entryId, type RuleIndex } from '../../../ids/ids.ts';
import type { Action, Target } from '../../../ir/action.ts';
import type { Condition } from '../../../ir/condition.ts';
import type { Filter } from '../../../ir/filter.ts';
import type { Origin } from '../../../ir/origin.ts';
import { errorStatus } from '../../../ir/status.ts';
import type { RankKey, RouteEntry, RouteTable } from '../../../ir/table.ts';
import type { IngressResource } from './class-of-ingress.ts';

const UNAVAILABLE = 503;
const NOT_FOUND = 404;

/** A rule of an Ingress, as entries name it. */
export interface IngressRuleRef {
  readonly ingress: IngressResource;
  readonly rule: RuleIndex;
  readonly match: number;
}

/** Returns an entry of an Ingress. Entries of one path have one id. See `withOwnIds`. */
export function ingressEntry(
  { ingress, rule, match }: IngressRuleRef,
  conditions: readonly Condition[],
  rank: readonly RankKey[],
  action: Action,
): RouteEntry {
  return {
    id: entryId(ingress.id, rule, match),
    route: ingress.id,
    takes: 'http',
    routeNamespace: ingress.namespace,
    rule,
    ruleName: null,
    match,
    conditions,
    rank,
    action,
    origin: action.origin,
  };
}

/** Returns the entries of a table with an id for each: the entries of one path are counted. */
export function withOwnIds(entries: readonly RouteEntry[]): readonly RouteEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const step = counts.get(entry.id) ?? 0;
    counts.set(entry.id, step + 1);
    return step === 0 ? entry : { ...entry, id: entryId(entry.route, entry.rule, entry.match, step) };
  });
}

/** Returns an action. A backend that is missing answers 503 (I-402). */
export function ingressAction(
  origin: Origin,
  parts: {
    readonly filters?: readonly Filter[];
    readonly targets?: readonly Target[];
    readonly session?: Action['session'];
  },
): Action {
  const unavailable = errorStatus(UNAVAILABLE, 'by-http-code');
  return {
    filters: parts.filters ?? [],
    targets: parts.targets ?? [],
    timeouts: null,
    retry: null,
    session: parts.session ?? null,
    whenNoTarget: unavailable,
    whenZeroWeight: unavailable,
    errors: 'by-http-code',
    origin,
  };
}

/** Returns a table of Ingresses. A request that nothing takes gets 404 (I-403). */
export function ingressTable(
  entries: readonly RouteEntry[],
  more: Pick<RouteTable, 'paths' | 'remarks'> = {},
): RouteTable {
  return {
    dialect: 'ingress-api',
    scope: { role: 'ingress', namespace: '' },
    transport: 'tcp',
    entries,
    routes: [...new Set(entries.map(({ route }) => route))].sort(),
    conflicted: [],
    kinds: ['Ingress'],
    takes: ['http'],
    reads: 'requests',
    noMatch: { kind: 'reject', status: errorStatus(NOT_FOUND, 'by-http-code') },
    severalMatches: 'first-wins',
    ...more,
  };
}

/** Returns a condition on the path of a request. */
export function pathCondition(
  op: 'exact' | 'prefix' | 'path-prefix' | 'regex',
  value: string,
  origin: Origin,
): Condition {
  return { of: 'path', name: '', on: 'path', op, value, origin };
}
