import { entryId } from '../../../ids/ids.ts';
import type { Condition } from '../../../ir/condition.ts';
import type { Origin } from '../../../ir/origin.ts';
import { NO_STATUS } from '../../../ir/status.ts';
import type { NoMatch, RouteEntry, RouteTable } from '../../../ir/table.ts';
import type { L4Match, L4Rule } from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { extendPath } from '../../../text/path.ts';
import { targetsOf } from './http-action.ts';
import { rankAt, type TableContext } from './http-table.ts';
import { hasLabels } from './labels.ts';
import type { MeshVirtualService } from './mesh-config.ts';
import type { MeshService } from './mesh-service.ts';
import { hostsOverlap, isWildcard, MESH, resolveGateway } from './names.ts';

/** Returns true if a match is for a client and a port. All of its conditions are compared (Istio 10.1). */
function isForClient(match: L4Match, owner: string, { scope, port, gateway }: TableContext): boolean {
  const { namespace, labels } = scope.client;
  // Networks of the dialled address are not simulated. See unsimulated.ts.
  if (match.destinationSubnets.length > 0) return false;
  const gateways = match.gateways.map((each) => resolveGateway(each, owner));
  return (
    (match.port === null || match.port === port) &&
    (gateways.length === 0 || gateways.includes(gateway)) &&
    (match.sourceNamespace === null || match.sourceNamespace === namespace) &&
    hasLabels(labels, match.sourceLabels)
  );
}

/**
 * Returns the table of the TCP rules of all VirtualServices for a port of a Service, in order. The first rule
 * for the client ends it. Returns null if there is none (Istio 10.2).
 */
export function tcpTable(
  service: MeshService,
  among: readonly MeshVirtualService[],
  context: TableContext,
): RouteTable | null {
  const made = tcpRule(
    among.filter(({ hosts }) => hosts.some((host) => hostsOverlap(host, service.hostname))),
    context,
  );
  return made === null ? null : tableOf([made], 'tcp', { kind: 'original' }, context);
}

/** Returns the first TCP rule of some VirtualServices that is for the client. */
function tcpRule(among: readonly MeshVirtualService[], context: TableContext): Made | null {
  for (const each of among) {
    for (const [at, rule] of each.resource.spec.tcp.entries()) {
      if (rule === undefined) continue;
      const made = { of: each, list: 'tcp', at, rule, hosts: [] } as const;
      if (!rule.hasMatches) return { ...made, match: null };
      const match = rule.matches.find((written) => isForClient(written, each.namespace, context));
      if (match !== undefined) return { ...made, match };
    }
  }
  return null;
}

/**
 * Returns the table of the TLS rules of all VirtualServices for a port of a Service. Returns null if there is
 * none. Other server names go to the original destination, or are refused (Istio 10.3).
 */
export function tlsTable(
  service: MeshService,
  among: readonly MeshVirtualService[],
  context: TableContext,
): RouteTable | null {
  const made = tlsRules(
    among.filter(({ hosts }) => hosts.some((host) => hostsOverlap(host, service.hostname))),
    context,
  );
  if (made.length === 0) return null;
  const { outbound } = context.scope;
  const rest: NoMatch =
    outbound === 'REGISTRY_ONLY' ? { kind: 'reject', status: NO_STATUS } : { kind: 'original' };
  return tableOf(made, 'tls', rest, context);
}

/** Returns the TLS rules of some VirtualServices that are for the client, the most specific names first. */
function tlsRules(among: readonly MeshVirtualService[], context: TableContext): readonly Made[] {
  const made: Made[] = [];
  const seen = new Set<string>();
  for (const each of among) {
    for (const [at, rule] of each.resource.spec.tls.entries()) {
      for (const match of rule?.matches ?? []) {
        if (rule === undefined || !isForClient(match, each.namespace, context)) continue;
        const hosts = match.sniHosts.map((host) => host.toLowerCase());
        const key = JSON.stringify([...hosts].sort());
        if (seen.has(key)) continue;
        seen.add(key);
        for (const host of hosts) made.push({ of: each, list: 'tls', at, rule, match, hosts: [host] });
      }
    }
  }
  // An exact name precedes wildcards, and longer wildcards precede shorter ones.
  const specific = ({ hosts: [host = ''] }: Made) =>
    isWildcard(host) ? host.length : Number.MAX_SAFE_INTEGER;
  return made.sort((a, b) => specific(b) - specific(a));
}

/**
 * Returns the table of a server of a gateway that passes TLS through, or that accepts other connections. Other
 * connections are closed (Istio 14, 10.1). Returns null if no rule is for the server.
 */
export function serverTable(
  takes: 'tls' | 'tcp',
  rules: 'tls' | 'tcp',
  among: readonly MeshVirtualService[],
  context: TableContext,
): RouteTable | null {
  const first = rules === 'tcp' ? tcpRule(among, context) : null;
  const made = rules === 'tls' ? tlsRules(among, context) : first === null ? [] : [first];
  if (made.length === 0) return null;
  return tableOf(made, takes, { kind: 'reject', status: NO_STATUS }, context);
}

interface Made {
  readonly of: MeshVirtualService;
  readonly list: 'tcp' | 'tls';
  readonly at: number;
  readonly rule: L4Rule;
  readonly match: L4Match | null;
  readonly hosts: readonly string[];
}

function tableOf(
  made: readonly Made[],
  takes: 'tcp' | 'tls',
  noMatch: NoMatch,
  context: TableContext,
): RouteTable {
  const entries = made.map((each, place) => entryOf(each, place, takes, context));
  return {
    dialect: 'istio',
    scope: {
      role: context.gateway === MESH ? 'written' : 'gateway',
      namespace: made[0]?.of.namespace ?? '',
    },
    transport: 'tcp',
    entries,
    routes: [...new Set(entries.map(({ route }) => route))].sort(),
    conflicted: [],
    kinds: ['VirtualService'],
    takes: [takes],
    reads: takes === 'tls' ? 'server-names' : 'connections',
    noMatch,
    severalMatches: 'first-wins',
  };
}

function entryOf(
  { of, list, at, rule, match, hosts }: Made,
  place: number,
  takes: 'tcp' | 'tls',
  { scope, config, port }: TableContext,
): RouteEntry {
  const { file, document, root } = of.resource.origin;
  const path = extendPath(root, 'spec', list, at);
  const ruleOrigin: Origin = { file, document, path, implied: false };
  const origin: Origin =
    match === null
      ? { ...ruleOrigin, implied: true }
      : { ...ruleOrigin, path: extendPath(path, 'match', match.index) };
  const context = { scope, config, port, namespace: of.namespace, connection: true, errors: 'none' } as const;
  const child = (...steps: readonly (string | number)[]): Origin => ({
    ...ruleOrigin,
    path: extendPath(path, ...steps),
  });
  return {
    id: entryId(of.id, at, match?.index ?? 0),
    route: of.id,
    takes,
    routeNamespace: of.namespace,
    rule: at,
    ruleName: null,
    match: match?.index ?? 0,
    conditions: hosts.map((host): Condition => serverName(host, origin)),
    rank: rankAt(place),
    action: {
      filters: [],
      targets: targetsOf(rule, child, context),
      timeouts: null,
      retry: null,
      session: null,
      whenNoTarget: NO_STATUS,
      whenZeroWeight: NO_STATUS,
      errors: 'none',
      origin: ruleOrigin,
    },
    origin,
  };
}

function serverName(host: string, origin: Origin): Condition {
  const op = isWildcard(host) ? 'host-suffix' : 'exact';
  return { of: 'host', name: '', on: 'host', op, value: host, origin };
}
