import type { ClientClass } from '../ids/client-classes.ts';
import { joinCandidates, NO_CANDIDATES } from '../ir/candidate-list.ts';
import type { Condition } from '../ir/condition.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import { hasRequests } from '../ir/protocol.ts';
import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { CandidateList } from '../ir/trace.ts';
import { holds } from '../match/conditions.ts';
import { decodedPath } from '../match/decoded-path.ts';
import { viewRequest, type WholeRequestView } from '../match/request-view.ts';
import type { Profile } from '../profile/profile.ts';
import { withAddedHeader } from './added-header.ts';
import type { Arrival } from './arrival.ts';
import { type Consideration, withoutWinner } from './candidates.ts';
import { findHost } from './find-host.ts';
import { type Reception, receiveRequest } from './receive-request.ts';

/** How a table is compared with a request: only its winner, all matches, or with an explanation. */
export type Look = (table: RouteTable, view: WholeRequestView) => Consideration;

/** A request at a virtual host, as it is compared with the table. */
interface AtTable {
  readonly proxy: ProxyConfig;
  readonly arrival: Extract<Arrival, { to: 'host' }>;
  readonly host: VirtualHost;
  /** The request as the data plane received it. */
  readonly request: SimRequest;
  readonly view: WholeRequestView;
  /** The first table that was searched. */
  readonly first: RouteTable;
  /** The table that decided: the last one that was searched. */
  readonly table: RouteTable;
  /** The candidates of all tables that were searched. The winner is missing if it may not win. */
  readonly consideration: Consideration;
}

/**
 * How far a request comes: client class → proxy configuration → virtual host → table → entry. The delivery
 * (deliver.ts) handles the rest.
 */
export type Walk =
  /** The manifests do not define the configuration of its proxy. */
  | { readonly end: 'no-proxy'; readonly of: ClientClass }
  /** No proxy intercepts it. */
  | { readonly end: 'not-intercepted'; readonly proxy: ProxyConfig }
  /** Its destination is not a virtual host. */
  | {
      readonly end: 'no-virtual-host';
      readonly proxy: ProxyConfig;
      readonly arrival: Exclude<Arrival, { to: 'host' }>;
    }
  /** The data plane answers it before any route. */
  | {
      readonly end: 'answered-before';
      readonly proxy: ProxyConfig;
      readonly arrival: Extract<Arrival, { to: 'host' }>;
      readonly received: Exclude<Reception, { as: 'request' }>;
    }
  /**
   * No route applies, or no applying route matches and the request goes to its original destination.
   */
  | {
      readonly end: 'no-table';
      readonly proxy: ProxyConfig;
      readonly arrival: Extract<Arrival, { to: 'host' }>;
      readonly request: SimRequest;
      /** A table that exists and does not apply to raw connections. */
      readonly mismatch: RouteTable | null;
      /** The candidates of a table that sends unmatched requests to the original destination. */
      readonly considered: CandidateList;
    }
  /** Routes apply, and none of them matches. */
  | ({ readonly end: 'no-entry'; readonly cause: 'no-match' | 'several-routes' } & AtTable)
  | ({ readonly end: 'entry'; readonly entry: RouteEntry } & AtTable);

/** A request that was compared with a table. */
export type Compared = Extract<Walk, { end: 'no-entry' | 'entry' }>;

/**
 * Returns the result of walking a request through the configuration of its proxy, in a mesh or at a Gateway.
 * `look` decides how much of each table is explained. It does not change the result.
 */
export function walk(asked: SimRequest, ir: MeshIR, profile: Profile, look: Look): Walk {
  const of = ir.classOf(asked);
  const proxy = ir.proxy(of);
  if (proxy === null) return { end: 'no-proxy', of };
  if (proxy.entrance === 'mesh' && !proxy.intercepts) return { end: 'not-intercepted', proxy };
  const asSent = viewRequest(asked, profile);
  const arrival = findHost(asked, asSent, proxy, ir);
  if (arrival.to !== 'host') return { end: 'no-virtual-host', proxy, arrival };
  const { host } = arrival;
  const sent = withAddedHeader(asked, proxy, host);
  const first = tableFor(host, sent);
  if (first === null)
    return {
      end: 'no-table',
      proxy,
      arrival,
      request: sent,
      mismatch: host.pooled ?? host.table,
      considered: NO_CANDIDATES,
    };
  // Only a proxy that parses requests checks them. A request that no route applies to passes unchanged
  //
  const received =
    first.reads === 'requests' && first.paths === undefined
      ? receiveRequest(sent, profile)
      : ({ as: 'request', request: sent } as const);
  if (received.as !== 'request') return { end: 'answered-before', proxy, arrival, received };
  const { request } = received;
  // A TLSRoute sees only the SNI of a connection.
  const named: SimRequest = first.reads === 'server-names' ? { ...request, protocol: 'tls' } : request;
  const seen = first.paths === 'decoded' ? withDecodedPath(named) : named;
  const view = seen === asked ? asSent : viewRequest(seen, profile);
  const consulted = consult(first, view, look);
  const { table } = consulted;
  if (table.severalMatches === 'reject' && matchesSeveralRoutes(consulted.last)) {
    const at = { proxy, arrival, host, request, view, first, table };
    const consideration = withEarlier(withoutWinner(consulted.last, 'several-routes'), consulted);
    return { end: 'no-entry', cause: 'several-routes', ...at, consideration };
  }
  const consideration = withEarlier(consulted.last, consulted);
  const { winner } = consideration;
  if (winner === null && table.noMatch.kind === 'original') {
    const { considered } = consideration;
    return { end: 'no-table', proxy, arrival, request, mismatch: null, considered };
  }
  // The fields are written out because this function runs for every request. Spreading objects doubles its
  // cost.
  if (winner === null) {
    return {
      end: 'no-entry',
      cause: 'no-match',
      proxy,
      arrival,
      host,
      request,
      view,
      first,
      table,
      consideration,
    };
  }
  if (!host.hostnameFallthrough && !isMostSpecificHost(table, winner, view)) {
    const at = { proxy, arrival, host, request, view, first, table };
    const lost = { ...withoutWinner(consulted.last, 'hostname'), winner: null };
    return { end: 'no-entry', cause: 'no-match', ...at, consideration: withEarlier(lost, consulted) };
  }
  return { end: 'entry', entry: winner, proxy, arrival, host, request, view, first, table, consideration };
}

/** Returns a request with the path that the controller of an Ingress compares (I-612). */
function withDecodedPath(request: SimRequest): SimRequest {
  const path = decodedPath(request.path);
  return path === request.path ? request : { ...request, path };
}

function matchesSeveralRoutes({ matching }: Consideration): boolean {
  return matching.some(({ route }) => route !== matching[0]?.route);
}

/** Returns the table for a request. Returns null if no route applies to it. */
function tableFor(host: VirtualHost, { protocol }: SimRequest): RouteTable | null {
  const table = host.pooled ?? host.table;
  return table?.reads === 'requests' && !hasRequests(protocol) ? null : table;
}

/** The tables that a request was compared with, one after the other. */
interface Consulted {
  /** The last table. */
  readonly table: RouteTable;
  readonly last: Consideration;
  /** The candidates of the tables before it. */
  readonly earlier: CandidateList;
}

/** Returns the comparison with the first table that has a winner, of a table and those after it. */
function consult(first: RouteTable, view: WholeRequestView, look: Look): Consulted {
  let table = first;
  let last = look(table, view);
  let earlier = NO_CANDIDATES;
  while (last.winner === null && table.noMatch.kind === 'next') {
    table = table.noMatch.table;
    earlier = joinCandidates(earlier, last.considered);
    last = look(table, view);
  }
  return { table, last, earlier };
}

/** Returns a comparison with the candidates of the earlier tables before its own. */
function withEarlier(consideration: Consideration, { earlier }: Consulted): Consideration {
  if (earlier.length === 0) return consideration;
  return { ...consideration, considered: joinCandidates(earlier, consideration.considered) };
}

/** Returns true if an entry has the most specific hostname that covers the request. */
function isMostSpecificHost(table: RouteTable, winner: RouteEntry, view: WholeRequestView): boolean {
  const covering = hostnamesOf(table).find(({ host }) => host === null || holds(host, view));
  return covering !== undefined && covering.rank.join() === hostRank(winner).join();
}

/** Returns how specific the hostname of an entry is, as the two numbers of its rank. */
function hostRank(entry: RouteEntry): readonly number[] {
  return entry.rank.filter((key) => key.by === 'hostname').map((key) => Number(key.value));
}

interface Hostname {
  /** Null means every host. */
  readonly host: Condition | null;
  readonly rank: readonly number[];
}

const hostnames = new WeakMap<RouteTable, readonly Hostname[]>();

/** Returns the distinct hostnames of the entries of a table, the most specific first. */
function hostnamesOf(table: RouteTable): readonly Hostname[] {
  const known = hostnames.get(table);
  if (known !== undefined) return known;
  const hosts = new Map<string, Hostname>();
  for (const entry of table.entries) {
    const host = entry.conditions.find((condition) => condition.of === 'host') ?? null;
    const key = host?.value ?? '';
    if (!hosts.has(key)) hosts.set(key, { host, rank: hostRank(entry) });
  }
  const at = ({ rank }: Hostname, index: number) => rank[index] ?? 0;
  const found = [...hosts.values()].sort((a, b) => at(b, 0) - at(a, 0) || at(b, 1) - at(a, 1));
  hostnames.set(table, found);
  return found;
}
