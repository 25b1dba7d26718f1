import type { Finding, Fix } from '../../findings/finding.ts';
import { readNamespacedName, ruleOrder } from '../../ids/ids.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import type { Unmatched } from '../questions/unmatched.ts';
import type { TableAddress } from '../sets/request-space.ts';
import { witnessOf } from '../sets/witness.ts';

/** A table with the requests that it rejects. */
export interface UnmatchedTable {
  readonly table: RouteTable;
  readonly address: TableAddress;
  readonly unmatched: Unmatched;
}

/**
 * Reports Service ports and listeners that serve a path only to requests with a certain header or parameter
 * and reject all others: a lane without a default. Without the route, requests go to the Service
 * itself. A rule for the other requests, in a route of the namespace of the Service, restores this.
 * Paths and methods that no rule names are not reported, because lists of allowed requests have the same
 * form.
 */
export function checkUnmatched(tables: readonly UnmatchedTable[], report: (finding: Finding) => void): void {
  const reported = new Set<string>();
  for (const { table, address, unmatched } of tables) {
    const missed = unmatched.requests.find(({ lacks }) => lacks !== null && /^(header|query):/.test(lacks));
    if (missed?.near == null || missed.lacks === null) continue;
    const { near, lacks } = missed;
    // A route can be attached to several ports.
    const key = `${near.id} ${lacks} ${table.scope.role} ${table.scope.namespace}`;
    if (reported.has(key)) continue;
    reported.add(key);
    const { method, url } = witnessOf(missed.request);
    const { file, document, path } = near.origin;
    report({
      code: 'catch-all-missing',
      severity: 'info',
      args: { service: placeOf(address), route: near.route, lacks, request: `${method} ${url}` },
      site: { file, document, path },
      related: [],
      fixes: 'frontend' in address ? fixesFor(near, table, address.frontend) : [],
    });
  }
}

/** Returns the Service port, or the listener of a Gateway. */
function placeOf(address: TableAddress): string {
  return 'frontend' in address ? address.frontend.id : address.listener.id;
}

function fixesFor(
  near: RouteEntry,
  table: RouteTable,
  { service, namespace, port }: Extract<TableAddress, { frontend: unknown }>['frontend'],
): readonly Fix[] {
  if (near.routeNamespace !== namespace) return [];
  const { name } = readNamespacedName(service);
  const { file, document, path } = near.action.origin;
  const last = Math.max(
    ...table.entries.filter(({ route }) => route === near.route).map(({ rule }) => ruleOrder(rule)),
  );
  const site = { file, document, path: [...path.slice(0, -1), last] };
  return [
    {
      name: 'add-catch-all',
      args: { service: name, port },
      edits: [{ site, action: 'append-item', text: `backendRefs: [{name: ${name}, port: ${port}}]` }],
    },
  ];
}
