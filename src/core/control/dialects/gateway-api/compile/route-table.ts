import { hasRequests, type Protocol } from '../../../../ir/protocol.ts';
import { errorStatus, NO_STATUS, type Status } from '../../../../ir/status.ts';
import type { ConflictedRoute, RouteEntry, RouteTable, Scope } from '../../../../ir/table.ts';
import type { AnyRoute } from '../routes.ts';
import { kindsInOrder, protocolOf } from './route-protocol.ts';

const NOT_FOUND = 404;
const NO_MATCH: Status = errorStatus(NOT_FOUND, 'by-http-code');

/** The input of a table. */
interface TableParts {
  readonly scope: Scope;
  readonly transport: RouteTable['transport'];
  readonly routes: readonly AnyRoute[];
  /** In order of precedence. */
  readonly entries: readonly RouteEntry[];
  readonly conflicted: readonly ConflictedRoute[];
  /** The protocol of a table without routes. */
  readonly otherwise: Protocol;
  /** The table that decides if this one has no match. */
  readonly next: RouteTable | null;
  readonly severalMatches: RouteTable['severalMatches'];
  /** True if a connection with another server name goes to its original destination. */
  readonly passesOn: boolean;
}

/**
 * Returns a table of routes in order of precedence, with the protocol of its routes and what they examine.
 */
export function routeTable({ routes, next, otherwise, passesOn, ...parts }: TableParts): RouteTable {
  const ids = routes.map((route) => route.id).sort();
  const kinds = kindsInOrder(routes);
  const first = parts.entries[0]?.takes ?? firstTaken(routes, ids) ?? otherwise;
  const reads = hasRequests(first) ? 'requests' : first === 'tls' ? 'server-names' : 'connections';
  return {
    dialect: 'gateway-api',
    ...parts,
    routes: ids,
    kinds,
    takes: [...new Set(kinds.map((kind) => takenBy(kind, parts.entries)))],
    reads,
    noMatch:
      passesOn && reads === 'server-names'
        ? { kind: 'original' }
        : next === null
          ? { kind: 'reject', status: reads === 'requests' ? NO_MATCH : NO_STATUS }
          : { kind: 'next', table: next },
  };
}

/** Returns the protocol that routes of a kind take in a table. A GRPCRoute that compares paths takes HTTP. */
function takenBy(kind: AnyRoute['kind'], entries: readonly RouteEntry[]): Protocol {
  const own = protocolOf(kind);
  if (kind !== 'GRPCRoute' || entries.length === 0) return own;
  return entries.some(({ takes }) => takes === own) ? own : 'http';
}

function firstTaken(routes: readonly AnyRoute[], ids: readonly string[]): Protocol | null {
  const route = routes.find(({ id }) => id === ids[0]);
  return route === undefined ? null : protocolOf(route.kind);
}
