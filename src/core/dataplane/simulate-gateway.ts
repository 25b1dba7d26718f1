import type { Condition } from '../ir/condition.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { ListenerFrontend } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { Place, Step, Trace, Verdict } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { holds } from '../match/conditions.ts';
import { type RequestView, viewRequest } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { answeredBefore } from './answered-before.ts';
import { consider, considerQuickly } from './candidates.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { deliver } from './deliver.ts';
import { didYouMean } from './did-you-mean.ts';
import { notesOnBackends, notesOnMatching, notesOnPath, notesOnPatterns, notesOnProtocol } from './notes.ts';
import { ended, outcomeOf } from './outcome.ts';
import { passedOverCandidates } from './passed-over.ts';
import { receiveRequest } from './receive-request.ts';
import { selectListener } from './select-listener.ts';
import { statusFor } from './status.ts';

/** Protocols without a status of their own: a refused connection is all that a client sees. */
const WITHOUT_STATUS: readonly SimRequest['protocol'][] = ['tls', 'tcp', 'udp'];

/**
 * Follows a request that enters through a Gateway: listener by port, protocol and host, then the routes attached to that
 * listener alone. The steps keep their numbers.
 */
export function simulateAtGateway(
  asked: SimRequest,
  ir: MeshIR,
  profile: Profile,
  place: Place | null,
): Trace {
  const steps: Step[] = [
    { step: 1, kind: 'send', rules: [] },
    { step: 2, kind: 'intercept', intercepted: true, rules: ['R-410'] },
  ];
  const notes: TraceNote[] = [];
  const finish = (outcome: Outcome): Trace => ({ request: asked, steps, outcome, notes });
  const named = asked.gateway;
  const gateway = named === null ? undefined : ir.gateways.get(`${named.namespace}/${named.name}`);
  const key = named === null ? '' : `${named.namespace}/${named.name}`;
  const own = ir.ownNames.get(key);
  if (own !== undefined) {
    const args = { gateway: `Gateway/${key}`, names: own.join(', ') };
    notes.push({ code: 'implementations-own', rule: 'R-415, R-430', args });
  }
  if (named === null || gateway === undefined) {
    const isPending = named !== null && ir.pendingGateways.has(`${named.namespace}/${named.name}`);
    const why = isPending ? 'gateway-pending' : 'unknown-gateway';
    steps.push(identified(null, why, ['R-430']));
    if (!isPending) notes.push(...didYouMean(asked, ir));
    return finish(ended('unknown', null, why));
  }
  if (gateway.assumed) {
    notes.push({ code: 'gateway-assumed', rule: 'S71', args: { gateway: `Gateway/${gateway.id}` } });
  }
  const notLetIn = (listener: string | null, view: RequestView) =>
    place === null
      ? []
      : passedOverCandidates(ir.passedOverAtGateway(gateway.id), { listener, port: asked.port }, view, place);
  const sent = viewRequest(asked, profile);
  const choice = selectListener(gateway, asked, sent.host, profile);
  if (choice.to !== 'listener') {
    const listeners = gateway.listeners.map(({ name, port, protocol, hostname }) => ({
      name,
      port,
      protocol,
      hostname,
    }));
    steps.push({ ...identified(null, choice.to, ['R-410', 'R-412']), listeners });
    const scope = { role: 'gateway', namespace: gateway.namespace } as const;
    const considered = notLetIn(null, sent);
    steps.push({ step: 6, kind: 'reject', scope, considered, cause: 'no-match', rules: ['R-410'] });
    const isClosed = choice.to === 'no-listener' || choice.to === 'listener-unusable';
    const silent = isClosed || WITHOUT_STATUS.includes(asked.protocol);
    const code = choice.to === 'misdirected' ? 421 : 404;
    const status = silent ? null : statusFor(code, asked, 'HTTPRoute');
    return finish({ ...ended('rejected', status, choice.to), role: 'gateway' });
  }
  const { listener } = choice;
  steps.push(identified(listener, 'listener', ['R-410']));
  const received = receiveRequest(asked, profile);
  notes.push(...notesOnPath(asked, profile));
  if (received.as !== 'request') return finish({ ...answeredBefore(received, asked), role: 'gateway' });
  const { request } = received;
  const view = viewRequest(request, profile);
  const table = pool(choice.pooled);
  const consideration = place === null ? considerQuickly(table, view) : consider(table, view, place);
  const winner = fallThrough(table, consideration.winner, view, profile);
  if (listener.tcpRoutes.length > 0 && (winner === null || winner.routeKind === 'TCPRoute')) {
    const args = { routes: listener.tcpRoutes.join(', '), read: profile.tcpRouteAtTLS };
    notes.push({ code: 'tcp-route-at-tls-listener', rule: 'R-426', args });
  }
  if (winner !== null) notes.push(...noteOnCoreGroup(winner.route, ir, profile));
  if (place !== null) {
    notes.push(
      ...notesOnMatching(consideration.matching, winner, view),
      ...notesOnProtocol(table, winner, request),
      ...notesOnPatterns(table, consideration.considered, profile),
    );
  }
  if (winner === null) {
    // Without fall-through what matches under a less specific hostname does not win.
    const lost = consideration.considered.map((each) =>
      each.result === 'won' ? { ...each, result: 'lost' as const, lostBy: 'hostname' as const } : each,
    );
    const considered = [...lost, ...notLetIn(listener.id, view)];
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
  const outcome = outcomeOf(delivery, winner, 'gateway');
  notes.push(...delivery.notes, ...(place === null ? [] : notesOnBackends(outcome, null, ir)));
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
  const choice = selectListener(gateway, request, viewRequest(request, profile).host, profile);
  if (choice.to !== 'listener') return { kind: 'rejected', entry: null };
  const received = receiveRequest(request, profile);
  if (received.as !== 'request') return { kind: answeredBefore(received, request).kind, entry: null };
  const view = viewRequest(received.request, profile);
  const table = pool(choice.pooled);
  const entry = fallThrough(table, indexTable(table).find(view), view, profile);
  if (entry === null) return { kind: 'rejected', entry: null };
  return { kind: 'forwarded', entry };
}

const pools = new WeakMap<
  RouteTable,
  { readonly of: readonly ListenerFrontend[]; readonly table: RouteTable }
>();

/** One table of several listeners, where a profile does not isolate them. */
function pool(listeners: readonly ListenerFrontend[]): RouteTable {
  const [first, ...more] = listeners;
  if (first === undefined || more.length === 0) return (first as ListenerFrontend).table;
  const known = pools.get(first.table);
  const isSame =
    known?.of.length === listeners.length && known.of.every((each, at) => each === listeners[at]);
  if (known !== undefined && isSame) return known.table;
  const table = {
    ...first.table,
    entries: listeners.flatMap((listener) => listener.table.entries),
    routes: [...new Set(listeners.flatMap((listener) => listener.table.routes))].sort(),
  };
  pools.set(first.table, { of: listeners, table });
  return table;
}

/** without fall-through, only entries of the most specific hostname that covers the request may win. */
function fallThrough(
  table: RouteTable,
  winner: RouteEntry | null,
  view: RequestView,
  profile: Profile,
): RouteEntry | null {
  if (profile.hostnameFallthrough || winner === null) return winner;
  const covering = virtualHosts(table).find(({ host }) => host === null || holds(host, view));
  return covering !== undefined && covering.rank.join() === hostRank(winner).join() ? winner : null;
}

/** How specific the hostname of an entry is, in the two numbers of its rank. */
function hostRank(entry: RouteEntry): readonly number[] {
  return entry.rank.filter((key) => key.by === 'hostname').map((key) => Number(key.value));
}

interface VirtualHost {
  /** null: every host. */
  readonly host: Condition | null;
  readonly rank: readonly number[];
}

const virtualHostsOf = new WeakMap<RouteTable, readonly VirtualHost[]>();

/** The hostnames of a table's entries, whatever their kind, each once: the most specific first. */
function virtualHosts(table: RouteTable): readonly VirtualHost[] {
  const known = virtualHostsOf.get(table);
  if (known !== undefined) return known;
  const hosts = new Map<string, VirtualHost>();
  for (const entry of table.entries) {
    const host = entry.conditions.find((condition) => condition.of === 'host') ?? null;
    const key = host?.value ?? '';
    if (!hosts.has(key)) hosts.set(key, { host, rank: hostRank(entry) });
  }
  const at = ({ rank }: VirtualHost, index: number) => rank[index] ?? 0;
  const found = [...hosts.values()].sort((a, b) => at(b, 0) - at(a, 0) || at(b, 1) - at(a, 1));
  virtualHostsOf.set(table, found);
  return found;
}
