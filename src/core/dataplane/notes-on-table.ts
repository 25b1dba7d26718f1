import { readResourceId, servicePortId } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import { hasFixedOrder, type RouteEntry, type RouteTable } from '../ir/table.ts';
import type { Locate } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { WholeRequestView } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { notesOnPatterns } from './pattern-notes.ts';
import { rivalsNoter } from './rivals-noter.ts';
import { hasUnitedGroups } from './united-groups.ts';
import type { Compared } from './walk.ts';

/**
 * Returns notes on the table and the winner that are open or surprising. Without places, returns only the
 * notes that do not need an explanation.
 */
export function notesOnTable(
  walked: Compared,
  place: Locate | null,
  ir: MeshIR,
  profile: Profile,
): readonly TraceNote[] {
  const { winner } = walked.consideration;
  const core = winner === null || walked.end !== 'entry' ? [] : noteOnCoreGroup(winner.route, ir, profile);
  if (walked.proxy.entrance === 'gateway') {
    const explained = place === null ? [] : [...notesOnMatches(walked), ...notesOnProtocols(walked, profile)];
    return [...notesOnTCPRoutes(walked, profile), ...core, ...explained];
  }
  if (place === null) return core;
  return [...notesOnGroup(walked), ...notesOnProtocols(walked, profile), ...core];
}

/** Returns notes on TCPRoutes at a listener that terminates TLS, if one of them wins or no entry does. */
function notesOnTCPRoutes({ host, consideration }: Compared, profile: Profile): readonly TraceNote[] {
  const { winner } = consideration;
  if (host.tcpRoutes.length === 0 || (winner !== null && winner.takes !== 'tcp')) return [];
  const args = { routes: host.tcpRoutes.join(', '), read: profile.tcpRouteAtTLS };
  return [{ code: 'tcp-route-at-tls-listener', rule: 'R-426', args }];
}

function notesOnProtocols(
  { table, request, view, consideration }: Compared,
  profile: Profile,
): readonly TraceNote[] {
  return [...notesOnProtocol(table, consideration.winner, request), ...notesOnPatterns(table, view, profile)];
}

/** Returns notes on the group of routes that decides, if this is open or surprising. */
function notesOnGroup(walked: Compared): readonly TraceNote[] {
  const { host, first, table, consideration, view } = walked;
  const { winner } = consideration;
  const notes: TraceNote[] = [];
  if (table !== first) notes.push({ code: 'fell-back-to-producer', rule: 'R-129, A-02', args: {} });
  else if (host.hidden !== null && !hasUnitedGroups(first))
    notes.push(noteOnProducers(host.hidden, winner, view));
  for (const { route, lostTo } of first.conflicted) {
    notes.push({ code: 'kind-conflict', rule: 'R-133, A-07', args: { route, lostTo } });
  }
  return [...notes, ...notesOnUnion(table, winner), ...notesOnMatches(walked)];
}

/**
 * Returns notes on the routes that other ways to merge routes of several kinds or roles would leave out
 * (A-02, A-07).
 */
function notesOnUnion(table: RouteTable, winner: RouteEntry | null): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const [first] = table.kinds;
  if (winner !== null && first !== undefined && readResourceId(winner.route).kind !== first) {
    notes.push({ code: 'kinds-coexist', rule: 'R-133, A-07', args: { route: winner.route, kind: first } });
  }
  const { role, namespace } = table.scope;
  const isConsumers = (route: string) => readResourceId(route).namespace === namespace;
  const united = hasUnitedGroups(table);
  const lost = role === 'consumer' && table.conflicted.length > 0;
  if ((united && winner !== null && !isConsumers(winner.route)) || (lost && united)) {
    notes.push({ code: 'groups-united', rule: 'R-126, R-129, A-02', args: { namespace } });
  }
  return notes;
}

/**
 * Returns a note on the producer routes that consumer routes hide, if one of them matches the request. The
 * user may have meant it.
 */
function noteOnProducers(behind: RouteTable, winner: RouteEntry | null, view: WholeRequestView): TraceNote {
  const rule = 'R-126, R-129, A-02';
  const taker = winner === null ? indexTable(behind).find(view) : null;
  if (taker !== null) return { code: 'producer-would-take', rule, args: { taker: taker.route } };
  const args = { routes: behind.routes.join(', '), matched: winner === null ? 0 : 1 };
  return { code: 'consumer-shadows-producer', rule, args };
}

/**
 * Returns notes on open points in the order of the matching entries. A single entry has no order, and the
 * order as written has no open point.
 */
function notesOnMatches(walked: Compared): readonly TraceNote[] {
  const { table, consideration } = walked;
  if (hasFixedOrder(table) || consideration.matching.length < 2) return [];
  return rivalsNoter()(walked);
}

/** Returns notes on a gRPC request to an HTTPRoute, or an HTTP request to a GRPCRoute. */
function notesOnProtocol(
  table: RouteTable,
  winner: RouteEntry | null,
  { protocol }: Pick<SimRequest, 'protocol'>,
): readonly TraceNote[] {
  if (protocol === 'grpc' && winner?.takes === 'http' && !hasFixedOrder(table)) {
    return [{ code: 'grpc-on-http-route', rule: 'R-240, A-15', args: { route: winner.route } }];
  }
  const onlyCalls = table.takes.length > 0 && table.takes.every((each) => each === 'grpc');
  if (protocol === 'http' && winner === null && onlyCalls) {
    return [{ code: 'http-on-grpc-route', rule: 'R-240, A-15', args: {} }];
  }
  return [];
}

/**
 * Returns notes on backends that have routes. Their routes do not apply, because routing happens once (R-124,
 *
 */
export function notesOnBackends(outcome: Outcome, dialled: string, ir: MeshIR): readonly TraceNote[] {
  const services = outcome.backends.flatMap(({ service, port }) => {
    if (service === null || port === null) return [];
    const id = servicePortId(service, port);
    const hasRoutes = ir.frontends.get(id)?.tables.some((table) => table.routes.length > 0) ?? false;
    return id !== dialled && hasRoutes ? [service] : [];
  });
  return [...new Set(services)].map((service) => ({
    code: 'one-level-only',
    rule: 'R-124, R-125',
    args: { service },
  }));
}
