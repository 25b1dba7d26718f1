/** Entries, tables and their requests for unit tests of the matcher and the analysis. */

import type { ValueSource } from '../src/core/analysis/sets/representative-values.ts';
import { requestSpace, type SpaceKind, type TableAddress } from '../src/core/analysis/sets/request-space.ts';
import { tablesOf } from '../src/core/answers/table-reach.ts';
import { readResourceId } from '../src/core/ids/ids.ts';
import { analyse, type Snapshot } from '../src/core/index.ts';
import type { Action } from '../src/core/ir/action.ts';
import type { Condition, Facet } from '../src/core/ir/condition.ts';
import type { Origin } from '../src/core/ir/origin.ts';
import { hasRequests } from '../src/core/ir/protocol.ts';
import { errorStatus, NO_STATUS } from '../src/core/ir/status.ts';
import type { RouteEntry, RouteTable } from '../src/core/ir/table.ts';
import { facetLabel } from '../src/core/match/facets.ts';
import { GATEWAY_API, type Profile } from '../src/core/profile/profile.ts';

const ORIGIN: Origin = { file: 'a.yaml', document: 0, path: [], implied: false };

const ACTION: Action = {
  filters: [],
  targets: [],
  timeouts: null,
  retry: null,
  session: null,
  whenNoTarget: NO_STATUS,
  whenZeroWeight: NO_STATUS,
  errors: 'none',
  origin: ORIGIN,
};

/** Returns a condition. `name` is the name of a header or a parameter. */
export function condition(of: Facet, op: Condition['op'], value: string, name = ''): Condition {
  return { of, name, on: facetLabel(of, name), op, value, origin: ORIGIN };
}

/** Returns an entry with these conditions. */
export function entry(conditions: readonly Condition[], more: Partial<RouteEntry> = {}): RouteEntry {
  return {
    id: 'HTTPRoute/shop/r#rule=0,match=0',
    route: 'HTTPRoute/shop/r',
    takes: 'http',
    routeNamespace: 'shop',
    rule: 0,
    ruleName: null,
    match: 0,
    conditions,
    rank: [],
    action: ACTION,
    origin: ORIGIN,
    ...more,
  };
}

/** Returns an entry of a GRPCRoute with these conditions. */
export function call(conditions: readonly Condition[]): RouteEntry {
  return entry(conditions, { route: 'GRPCRoute/shop/g', takes: 'grpc' });
}

/** Returns a table of a Service's own namespace with these entries. */
export function routeTable(entries: readonly RouteEntry[]): RouteTable {
  const takes = [...new Set(entries.map((each) => each.takes))];
  const isOfRequests = takes.length === 0 || takes.some(hasRequests);
  return {
    dialect: 'gateway-api',
    scope: { role: 'producer', namespace: 'shop' },
    transport: 'tcp',
    entries,
    routes: [...new Set(entries.map(({ route }) => route))],
    conflicted: [],
    kinds: [...new Set(entries.map(({ route }) => readResourceId(route).kind))],
    takes,
    reads: isOfRequests ? 'requests' : takes.includes('tls') ? 'server-names' : 'connections',
    noMatch: { kind: 'reject', status: errorStatus(404, 'by-http-code') },
    severalMatches: 'first-wins',
  };
}

/**
 * Returns a snapshot with the Service `cart.shop` with port 80, one route to it, and a Gateway `edge` with
 * listeners for `hostnames`.
 */
export function snapshotOf(route: string, hostnames: readonly string[] = []): Snapshot {
  const listeners = hostnames.map(
    (hostname, at) => `{name: l${at}, port: 80, protocol: HTTP, hostname: "${hostname}"}`,
  );
  const gateway = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {gatewayClassName: any, listeners: [${listeners.join(', ')}]}
`;
  const text = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}]}
${listeners.length === 0 ? '' : gateway}---
apiVersion: gateway.networking.k8s.io/v1
${route}`;
  return analyse([{ file: 'a.yaml', text }]);
}

/** Returns the source of values for the first table of a snapshot. */
export function sourceOf(
  snapshot: Snapshot,
  kind: SpaceKind = 'http',
  profile: Profile = GATEWAY_API,
  budget = 100_000,
): ValueSource & { readonly address: TableAddress } {
  const { address } = tablesOf(snapshot)[0] as ReturnType<typeof tablesOf>[number];
  const space = requestSpace(kind, address, snapshot.control.ir, profile);
  return { space, freshWord: 'other', budget: { left: budget }, address };
}
