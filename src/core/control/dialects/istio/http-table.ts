import { entryId } from '../../../ids/ids.ts';
import type { Origin } from '../../../ir/origin.ts';

import { errorStatus } from '../../../ir/status.ts';
import type { RankKey, RouteEntry, RouteTable } from '../../../ir/table.ts';
import type {
  HTTPMatch,
  SourceMatch,
} from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { extendPath } from '../../../text/path.ts';
import type { ClientScope } from './client-scope.ts';
import type { ResolvedRule } from './delegates.ts';
import { actionOf } from './http-action.ts';
import { conditionsOf, isCatchAll } from './http-conditions.ts';
import { hasLabels } from './labels.ts';
import { laneRemarks } from './lanes/lane-remarks.ts';
import type { MeshConfig, MeshVirtualService } from './mesh-config.ts';
import { MESH } from './names.ts';

const NOT_FOUND = 404;

/** The client and the port that tables are compiled for. */
export interface TableContext {
  readonly scope: ClientScope;
  readonly config: MeshConfig;
  readonly port: number;
  /** `mesh`, or the gateway (`ns/name`) that the table is for. The client is then the gateway itself. */
  readonly gateway: string;
}

/**
 * Returns true if a match is for a client and a port. With `gateways`, only they are compared (Istio 6.3,
 * 14.4).
 */
function isForClient(match: SourceMatch, { scope, port, gateway }: TableContext): boolean {
  const { namespace, labels } = scope.client;
  if (match.port !== null && match.port !== port) return false;
  if (match.gateways.length > 0) return match.gateways.includes(gateway);
  if (match.sourceNamespace !== null && match.sourceNamespace !== namespace) return false;
  return hasLabels(labels, match.sourceLabels);
}

/**
 * Returns the table of the HTTP rules of a VirtualService for a client and a port. Returns null if none of
 * them is for the client: the VirtualService does not apply then (Istio 6.2…6.4). Istio leaves out what follows
 * a rule that takes every request. Here it stays, so that the analysis finds that nothing reaches it.
 */
export function httpTable(service: MeshVirtualService, context: TableContext): RouteTable | null {
  const entries = httpEntries(service, context).map(({ entry }) => entry);
  if (entries.length === 0) return null;
  return {
    dialect: 'istio',
    scope: { role: 'written', namespace: service.namespace },
    transport: 'tcp',
    entries,
    routes: [service.id],
    conflicted: [],
    kinds: ['VirtualService'],
    takes: ['http'],
    reads: 'requests',
    // Nothing falls through to the Service or to another VirtualService (Istio 1.5).
    noMatch: { kind: 'reject', status: errorStatus(NOT_FOUND, 'by-http-code') },
    severalMatches: 'first-wins',
    ...(service.lanes === null ? null : { remarks: laneRemarks(service.lanes) }),
  };
}

/** An entry, with its place among those that take all requests of their virtual host. */
export interface WrittenEntry {
  readonly entry: RouteEntry;
  readonly catchAll: boolean;
  /** True if an earlier entry takes all requests. Istio leaves out such an entry. */
  readonly isCovered: boolean;
}

/** Returns the entries of the HTTP rules of a VirtualService for a client and a port, as written (Istio 6.2). */
export function httpEntries(service: MeshVirtualService, context: TableContext): readonly WrittenEntry[] {
  const entries: WrittenEntry[] = [];
  const matchesOfRule = new Map<number, number>();
  let isCovered = false;
  const add = (rule: ResolvedRule, match: HTTPMatch | null) => {
    const entry = entryOf(service, rule, match, entries.length, matchesOfRule, context);
    const catchAll = match === null || isCatchAll(match);
    entries.push({ entry, catchAll, isCovered });
    isCovered ||= catchAll;
  };
  for (const rule of service.rules) {
    if (!rule.hasMatches) add(rule, null);
    for (const match of rule.matches) if (isForClient(match, context)) add(rule, match);
  }
  return entries;
}

/** Returns the rank of an entry: its place as written. */
export function rankAt(place: number): readonly RankKey[] {
  return [{ by: 'position', prefer: 'lesser', value: place }];
}

function entryOf(
  service: MeshVirtualService,
  rule: ResolvedRule,
  match: HTTPMatch | null,
  place: number,
  matchesOfRule: Map<number, number>,
  { scope, config, port, gateway }: TableContext,
): RouteEntry {
  const { source, at } = rule;
  const { file, document, root } = source.origin;
  const lanes = source === service.resource ? service.lanes : null;
  // The manifests do not contain a generated rule.
  const isGenerated = lanes !== null && !lanes.isKept;
  const ruleOrigin: Origin = isGenerated
    ? { file, document, path: extendPath(root, 'spec'), implied: true }
    : { file, document, path: extendPath(root, 'spec', 'http', at), implied: false };
  const origin: Origin = isGenerated
    ? ruleOrigin
    : match === null
      ? { ...ruleOrigin, implied: true }
      : { ...ruleOrigin, path: extendPath(ruleOrigin.path, 'match', match.index) };
  // The rules of a delegate count as matches of the rule of the root.
  const isDelegated = source !== service.resource;
  const counted = matchesOfRule.get(rule.rule) ?? 0;
  matchesOfRule.set(rule.rule, counted + 1);
  const index = isDelegated ? counted : (match?.index ?? 0);
  const context = {
    scope,
    config,
    port,
    namespace: source.namespace,
    // A gateway knows all ports of a Service (Istio 8.3).
    connection: gateway !== MESH,
    errors: 'by-http-code',
  } as const;
  return {
    id: entryId(service.id, rule.rule, index),
    route: service.id,
    takes: 'http',
    routeNamespace: service.namespace,
    rule: rule.rule,
    ruleName: rule.name,
    match: index,
    conditions: match === null ? [] : conditionsOf(match, origin),
    rank: rankAt(place),
    action: actionOf(rule.action, match, ruleOrigin, context),
    origin,
    ...(isDelegated ? { via: source.id } : lanes === null ? null : { via: lanes.environment.id }),
  };
}
