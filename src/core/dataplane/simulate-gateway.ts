import type { ListenerFrontend, MeshIR, RouteEntry, RouteTable } from '../ir/mesh-ir.ts';
import type { Outcome, Place, SimRequest, Step, Trace, TraceNote, Verdict } from '../ir/trace.ts';
import { holds } from '../match/conditions.ts';
import { type RequestView, viewRequest } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { consider } from './candidates.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { deliver } from './deliver.ts';
import { didYouMean } from './did-you-mean.ts';
import { notesOnMatching } from './notes.ts';
import { ended, outcomeOf } from './outcome.ts';
import { passedOverCandidates } from './passed-over.ts';
import { selectListener } from './select-listener.ts';
import { statusFor } from './status.ts';

/** Protocols without a status of their own: a refused connection is all that a client sees. */
const WITHOUT_STATUS: readonly SimRequest['protocol'][] = ['tls', 'tcp', 'udp'];

/**
 * Follows a request that enters through a Gateway: listener by port, protocol and host, then the routes attached to that
 * listener alone. The steps keep their numbers.
 */
export function simulateAtGateway(request: SimRequest, ir: MeshIR, profile: Profile, place: Place): Trace {
  const steps: Step[] = [
    { step: 1, kind: 'send', rules: [] },
    { step: 2, kind: 'intercept', intercepted: true, rules: ['R-410'] },
  ];
  const notes: TraceNote[] = [];
  const finish = (outcome: Outcome): Trace => ({ request, steps, outcome, notes });
  const named = request.gateway;
  const gateway = named === null ? undefined : ir.gateways.get(`${named.namespace}/${named.name}`);
  if (named === null || gateway === undefined) {
    const isPending = named !== null && ir.pendingGateways.has(`${named.namespace}/${named.name}`);
    const why = isPending ? 'gateway-pending' : 'unknown-gateway';
    steps.push(identified(null, why, ['R-430']));
    if (!isPending) notes.push(...didYouMean(request, ir));
    return finish(ended('unknown', null, why));
  }
  if (gateway.assumed) {
    notes.push({ code: 'gateway-assumed', rule: 'S71', args: { gateway: `Gateway/${gateway.id}` } });
  }
  const view = viewRequest(request, profile);
  const notLetIn = (listener: string | null) =>
    passedOverCandidates(ir.passedOverAtGateway(gateway.id), { listener, port: request.port }, view, place);
  const choice = selectListener(gateway, request, view.host, profile);
  if (choice.to !== 'listener') {
    const listeners = gateway.listeners.map(({ name, port, protocol, hostname }) => ({
      name,
      port,
      protocol,
      hostname,
    }));
    steps.push({ ...identified(null, choice.to, ['R-410', 'R-412']), listeners });
    const scope = { role: 'gateway', namespace: gateway.namespace } as const;
    const considered = notLetIn(null);
    steps.push({ step: 6, kind: 'reject', scope, considered, cause: 'no-match', rules: ['R-410'] });
    const isClosed = choice.to === 'no-listener' || choice.to === 'listener-unusable';
    const silent = isClosed || WITHOUT_STATUS.includes(request.protocol);
    const code = choice.to === 'misdirected' ? 421 : 404;
    const status = silent ? null : statusFor(code, request, 'HTTPRoute');
    return finish({ ...ended('rejected', status, choice.to), role: 'gateway' });
  }
  const { listener } = choice;
  steps.push(identified(listener, 'listener', ['R-410']));
  const table = pool(choice.pooled);
  const consideration = consider(table, view, place);
  const winner = fallThrough(table, consideration.winner, view, profile);
  if (listener.tcpRoutes.length > 0 && (winner === null || winner.routeKind === 'TCPRoute')) {
    const args = { routes: listener.tcpRoutes.join(', '), read: profile.tcpRouteAtTLS };
    notes.push({ code: 'tcp-route-at-tls-listener', rule: 'R-426', args });
  }
  if (winner !== null) notes.push(...noteOnCoreGroup(winner.route, ir, profile));
  notes.push(...notesOnMatching(consideration.matching, winner, view));
  if (winner === null) {
    const considered = [...consideration.considered, ...notLetIn(listener.id)];
    steps.push({
      step: 6,
      kind: 'reject',
      scope: table.scope,
      considered,
      cause: 'no-match',
      rules: ['R-228', 'R-411'],
    });
    const grpcOnly = table.routes.length > 0 && table.routes.every((route) => route.startsWith('GRPCRoute/'));
    const status = WITHOUT_STATUS.includes(request.protocol)
      ? null
      : statusFor(404, request, grpcOnly ? 'GRPCRoute' : 'HTTPRoute');
    return finish({ ...ended('rejected', status, 'no-match'), role: 'gateway' });
  }
  steps.push({
    step: 5,
    kind: 'route',
    scope: table.scope,
    considered: consideration.considered,
    rules: winner.routeKind === 'GRPCRoute' ? ['R-241', 'R-405'] : ['R-220', 'R-405'],
  });
  const taker = choice.pooled.find((each) => each.supposed.has(winner.route));
  if (taker !== undefined) {
    const args = { route: winner.route, listener: taker.id, namespace: winner.routeNamespace };
    notes.push({ code: 'namespace-labels-unknown', rule: 'R-424, R-425', args });
  }
  const dialled = { ...request, port: listener.port };
  const delivery = deliver(winner.action, null, dialled, ir, profile, winner.routeKind);
  notes.push(...delivery.notes);
  const outcome = outcomeOf(delivery, winner, 'gateway');
  return finish(WITHOUT_STATUS.includes(request.protocol) ? { ...outcome, status: null } : outcome);
}

function identified(
  listener: ListenerFrontend | null,
  why: Extract<Step, { step: 3 }>['why'],
  rules: readonly string[],
): Extract<Step, { step: 3 }> {
  return {
    step: 3,
    kind: 'identify',
    by: listener === null ? null : 'listener',
    frontend: listener?.id ?? null,
    service: null,
    why,
    rules,
  };
}

/** Kind and winner only; agrees with `simulateAtGateway` on both. */
export function decideAtGateway(request: SimRequest, ir: MeshIR, profile: Profile): Verdict {
  const named = request.gateway;
  const gateway = named === null ? undefined : ir.gateways.get(`${named.namespace}/${named.name}`);
  if (gateway === undefined) return { kind: 'unknown', entry: null };
  const view = viewRequest(request, profile);
  const choice = selectListener(gateway, request, view.host, profile);
  const table = choice.to === 'listener' ? pool(choice.pooled) : null;
  const entry = table === null ? null : fallThrough(table, indexTable(table).find(view), view, profile);
  if (entry === null) return { kind: 'rejected', entry: null };
  return { kind: 'forwarded', entry };
}

/** One table of several listeners, where a profile does not isolate them. */
function pool(listeners: readonly ListenerFrontend[]): RouteTable {
  const [first, ...more] = listeners;
  if (first === undefined || more.length === 0) return (first as ListenerFrontend).table;
  return {
    ...first.table,
    entries: listeners.flatMap((listener) => listener.table.entries),
    routes: [...new Set(listeners.flatMap((listener) => listener.table.routes))].sort(),
  };
}

/** without fall-through, only entries of the most specific hostname that covers the request may win. */
function fallThrough(
  table: RouteTable,
  winner: RouteEntry | null,
  view: RequestView,
  profile: Profile,
): RouteEntry | null {
  if (profile.hostnameFallthrough || winner === null) return winner;
  const covering = table.entries.find((entry) =>
    entry.conditions.every((condition) => condition.of !== 'host' || holds(condition, view)),
  );
  const hostRank = (entry: RouteEntry) =>
    entry.rank.filter((key) => key.by === 'hostname').map((key) => key.value);
  return covering !== undefined && hostRank(covering).join() === hostRank(winner).join() ? winner : null;
}
