import type { Frontend, MeshIR, Role, RouteEntry, RouteKind, RouteTable, Scope } from '../ir/mesh-ir.ts';
import type { Candidate, Outcome, Place, SimRequest, Step, Trace, TraceNote, Verdict } from '../ir/trace.ts';
import { type RequestView, viewRequest } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { withPolicies } from './acting-policies.ts';
import { answeredBefore } from './answered-before.ts';
import { type Consideration, consider, considerQuickly } from './candidates.ts';
import { withChoices } from './choices.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { deliver } from './deliver.ts';
import { didYouMean, portsOf } from './did-you-mean.ts';
import { type Identity, identify } from './identify.ts';
import { influencesOn } from './influences-on.ts';
import { withCertainty } from './not-simulated.ts';
import {
  notesOnAssumed,
  notesOnBackends,
  notesOnChoice,
  notesOnIdentity,
  notesOnPatterns,
  notesOnProtocol,
} from './notes.ts';
import { ended, outcomeOf } from './outcome.ts';
import { passThrough } from './pass-through.ts';
import { passedOverCandidates, passedOverOn } from './passed-over.ts';
import { type Reception, receiveRequest } from './receive-request.ts';
import { selectTable, type TableChoice } from './select-table.ts';
import { decideAtGateway, simulateAtGateway } from './simulate-gateway.ts';
import { statusFor } from './status.ts';

/**
 * Follows one request through the six steps: sent, intercepted, identified, and then passed through (no route applies),
 * routed (the first entry that holds) or rejected (routes apply, none matches). Never throws on user input.
 */
export function simulate(request: SimRequest, ir: MeshIR, profile: Profile, place: Place): Trace {
  const trace = withInfluences(follow(request, ir, profile, place), ir, profile);
  const again = (other: Profile) => follow(request, ir, other, null).outcome;
  const assumed = notesOnAssumed(trace, ir);
  const noted = assumed.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...assumed] };
  return withCertainty(withChoices(noted, profile, again));
}

/** The outcome alone, without explanation. */
export function settle(request: SimRequest, ir: MeshIR, profile: Profile): Outcome {
  return withCertainty(withInfluences(follow(request, ir, profile, null), ir, profile)).outcome;
}

/** Follows a request; without places nothing is explained, and the winner is found through the table's index. */
function follow(request: SimRequest, ir: MeshIR, profile: Profile, place: Place | null): Trace {
  const trace =
    request.gateway === null
      ? simulateInMesh(request, ir, profile, place)
      : simulateAtGateway(request, ir, profile, place);
  return withPolicies(trace, ir, profile);
}

/** A trace that names what is not simulated and touches its request. */
function withInfluences(trace: Trace, ir: MeshIR, profile: Profile): Trace {
  const notes = influencesOn(trace, ir, profile).filter(
    ({ args }) => !trace.notes.some((note) => note.code === 'not-simulated' && note.args.what === args.what),
  );
  return notes.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...notes] };
}

function simulateInMesh(asked: SimRequest, ir: MeshIR, profile: Profile, place: Place | null): Trace {
  const steps: Step[] = [{ step: 1, kind: 'send', rules: ['R-118'] }];
  const finish = (outcome: Outcome, notes: readonly TraceNote[]): Trace => ({
    request: asked,
    steps,
    outcome,
    notes,
  });

  const intercepted = isIntercepted(asked, profile);
  steps.push({ step: 2, kind: 'intercept', intercepted, rules: intercepted ? ['R-118'] : ['R-118', 'A-35'] });
  if (!intercepted) return finish(ended('bypassed', null, 'client-outside-mesh'), []);

  const identity = identify(asked, ir, profile);
  steps.push(identifyStep(identity));
  const notes = notesOnIdentity(identity, asked, ir, profile);
  if (identity.to === 'unknown')
    return finish(ended('unknown', null, 'unknown-host'), [...notes, ...didYouMean(asked, ir)]);
  if (identity.to !== 'frontend') {
    steps.push({ step: 4, kind: 'pass-through', passedOver: [], considered: [], rules: ['R-121', 'R-123'] });
    const direct = directDelivery(identity, asked, ir);
    return finish(direct.outcome, [...notes, ...direct.notes]);
  }

  const { frontend } = identity;
  const choice = chooseTable(frontend, asked);
  const received = receiveFor(choice.table, asked, profile);
  if (received.as !== 'request') return finish(answeredBefore(received, asked), notes);
  const { request } = received;
  if (choice.table === null) {
    const passedOver = choice.passedOver.map((table) => table.scope);
    const considered = notLetIn(frontend);
    steps.push({ step: 4, kind: 'pass-through', passedOver, considered, rules: ['R-121', 'R-127'] });
    const delivery = passThrough(request, destination(frontend, ir));
    return finish(outcomeOf(delivery, null, null), [
      ...notes,
      ...notesOnChoice(choice, [], null),
      ...delivery.notes,
    ]);
  }
  return route(choice, frontend);

  /** The routes that wanted this request at a frontend and are not attached there. */
  function notLetIn(at: Frontend): readonly Candidate[] {
    if (place === null) return [];
    const wanted = { listener: null, port: at.port };
    const view = viewRequest(request, profile);
    return passedOverCandidates(passedOverOn(at.service, at.port, ir), wanted, view, place);
  }

  function route(tables: TableChoice, at: Frontend): Trace {
    const view = viewRequest(asSeenBy(tables.table as RouteTable, request), profile);
    const first = tables.table as RouteTable;
    const decided = considerScoped(first, tables.behind, view, profile, place);
    const { table, consideration } = decided;
    const matchNotes =
      place === null
        ? []
        : [
            ...notesOnProtocol(table, consideration.winner, request),
            ...notesOnPatterns(table, consideration.considered, profile),
          ];
    const choiceNotes =
      place === null
        ? []
        : notesOnChoice(tables, consideration.matching, consideration.winner, decided.fellBack, view, table);
    const severalRoutes = new Set(consideration.matching.map((entry) => entry.route)).size > 1;
    const tooMany = severalRoutes && profile.severalMatches === 'reject';
    if (consideration.winner === null || tooMany) {
      steps.push({
        step: 6,
        kind: 'reject',
        scope: table.scope,
        considered: tooMany ? withoutWinner(consideration) : [...consideration.considered, ...notLetIn(at)],
        cause: tooMany ? 'several-routes' : 'no-match',
        rules: tooMany ? ['R-132'] : rulesOfRejection(table.scope.role),
      });
      const kind = tableKind(table);
      // Without a request to answer, the connection is refused.
      const status = takesConnections(kind) ? null : statusFor(404, request, kind);
      return finish(
        { ...ended('rejected', status, tooMany ? 'several-routes' : 'no-match'), role: table.scope.role },
        [...notes, ...choiceNotes, ...matchNotes],
      );
    }
    const { winner } = consideration;
    const rules = ['R-126', winner.routeKind === 'GRPCRoute' ? 'R-241' : 'R-220'];
    steps.push({ step: 5, kind: 'route', scope: table.scope, considered: consideration.considered, rules });
    const delivery = deliver(winner.action, at, request, ir, profile, winner.routeKind);
    const reached = outcomeOf(delivery, winner, roleOf(winner, at, table.scope));
    const refused = takesConnections(winner.routeKind) && delivery.kind === 'failed';
    const outcome = refused || RAW.includes(request.protocol) ? { ...reached, status: null } : reached;
    const spelled = noteOnCoreGroup(winner.route, ir, profile);
    const levels = place === null ? [] : notesOnBackends(outcome, at.id, ir);
    return finish(outcome, [
      ...notes,
      ...choiceNotes,
      ...matchNotes,
      ...spelled,
      ...delivery.notes,
      ...levels,
    ]);
  }
}

/** That a consumer group alone is asked is what implementations differ about. */
function rulesOfRejection(role: Role): readonly string[] {
  return role === 'consumer' ? ['R-128', 'R-126', 'R-129'] : ['R-128', 'R-126'];
}

/** Kind and winner only, found through the table's index; agrees with `simulate` on both. */
export function decide(asked: SimRequest, ir: MeshIR, profile: Profile): Verdict {
  if (asked.gateway !== null) return decideAtGateway(asked, ir, profile);
  if (!isIntercepted(asked, profile)) return { kind: 'bypassed', entry: null };
  const identity = identify(asked, ir, profile);
  if (identity.to === 'unknown') return { kind: 'unknown', entry: null };
  if (identity.to === 'no-such-port') return { kind: 'failed', entry: null };
  if (identity.to !== 'frontend') return { kind: 'passed-through', entry: null };
  const { table, behind } = chooseTable(identity.frontend, asked);
  if (table === null) return { kind: 'passed-through', entry: null };
  const received = receiveFor(table, asked, profile);
  if (received.as !== 'request') return { kind: answeredBefore(received, asked).kind, entry: null };
  const { request } = received;
  const view = viewRequest(asSeenBy(table, request), profile);
  let entry = indexTable(table).find(view);
  if (entry === null && behind !== null && profile.consumerFallback === 'fallbackToProducer') {
    entry = indexTable(behind).find(view);
  }
  if (entry === null) return { kind: 'rejected', entry: null };
  return { kind: 'forwarded', entry };
}

/** Protocols that no route looks into: a connection is all there is. */
const RAW: readonly SimRequest['protocol'][] = ['tls', 'tcp', 'udp'];

/**
 * The group of routes for a request. Routes that look into requests say nothing about a raw connection: it passes as
 * if they were not there (R-115; section 9 of the digest notes the mismatch).
 */
function chooseTable(frontend: Frontend, request: SimRequest): TableChoice {
  const choice = selectTable(frontend, clientNamespace(request), request.protocol === 'udp' ? 'udp' : 'tcp');
  const { table } = choice;
  if (table === null || !RAW.includes(request.protocol)) return choice;
  const kind = tableKind(table);
  const looksInside = kind === 'HTTPRoute' || kind === 'GRPCRoute';
  return looksInside ? { table: null, behind: null, passedOver: [], mismatch: kind } : choice;
}

/** Only who looks into requests reads them; what no route applies to passes as it is. */
function receiveFor(table: RouteTable | null, request: SimRequest, profile: Profile): Reception {
  if (table === null || takesConnections(tableKind(table))) return { as: 'request', request };
  return receiveRequest(request, profile);
}

/** A TLSRoute sees the SNI of a connection, whatever is inside. */
function asSeenBy(table: RouteTable, request: SimRequest): SimRequest {
  return tableKind(table) === 'TLSRoute' ? { ...request, protocol: 'tls' } : request;
}

function isIntercepted(request: SimRequest, profile: Profile): boolean {
  return request.from === null || request.from.inMesh || profile.serverSideProducerRoutes;
}

/** A client outside the mesh has no consumer routes: only the server's side may enforce producer routes. */
function clientNamespace(request: SimRequest): string | null {
  return request.from?.inMesh ? request.from.namespace : null;
}

function considerScoped(
  first: RouteTable,
  behind: RouteTable | null,
  view: RequestView,
  profile: Profile,
  place: Place | null,
): { readonly table: RouteTable; readonly consideration: Consideration; readonly fellBack: boolean } {
  // Whether several routes match shows only where every entry is tried.
  const quick = place === null && profile.severalMatches !== 'reject';
  const explained = place ?? NOWHERE;
  const look = (table: RouteTable) =>
    quick ? considerQuickly(table, view) : consider(table, view, explained);
  const consideration = look(first);
  const mayFallBack = behind !== null && profile.consumerFallback === 'fallbackToProducer';
  if (consideration.winner !== null || !mayFallBack) return { table: first, consideration, fellBack: false };
  const second = look(behind);
  const considered = [...consideration.considered, ...second.considered];
  return { table: behind, consideration: { ...second, considered }, fellBack: true };
}

const NOWHERE: Place = () => ({ file: '', document: 0, path: '', line: 0, column: 0 });

function withoutWinner(consideration: Consideration): Consideration['considered'] {
  return consideration.considered.map((candidate) =>
    candidate.result === 'won' ? { ...candidate, result: 'lost' as const } : candidate,
  );
}

function takesConnections(kind: RouteKind): boolean {
  return kind !== 'HTTPRoute' && kind !== 'GRPCRoute';
}

/** The kind of the routes of a table; a table without entries tells by its routes. */
function tableKind(table: RouteTable): RouteKind {
  const [entry] = table.entries;
  if (entry !== undefined) return entry.routeKind;
  return (table.routes[0]?.split('/')[0] as RouteKind | undefined) ?? 'HTTPRoute';
}

/** Role belongs to the pair of route and Service; a union table holds both. */
function roleOf(entry: RouteEntry, frontend: Frontend, scope: Scope): Scope['role'] {
  if (scope.role === 'gateway') return 'gateway';
  return entry.routeNamespace === frontend.namespace ? 'producer' : 'consumer';
}

function identifyStep(identity: Identity): Step {
  const base = { step: 3, kind: 'identify', by: identity.by } as const;
  switch (identity.to) {
    case 'frontend':
      return {
        ...base,
        frontend: identity.frontend.id,
        service: identity.service.key,
        why: 'service',
        rules: ['R-119', 'R-120'],
      };
    case 'no-such-port':
      return {
        ...base,
        frontend: null,
        service: identity.service.key,
        why: 'no-such-port',
        rules: ['R-117'],
      };
    case 'headless':
      return {
        ...base,
        frontend: null,
        service: identity.service.key,
        why: 'headless',
        rules: ['R-109', 'R-123'],
      };
    case 'external':
      return {
        ...base,
        frontend: null,
        service: identity.service.key,
        why: 'external-name',
        rules: ['R-109', 'R-144'],
      };
    case 'pod':
      return { ...base, frontend: null, service: null, why: 'pod', rules: ['R-123'] };
    case 'unknown':
      return { ...base, frontend: null, service: null, why: 'unknown-host', rules: ['R-119'] };
    default:
      return identity satisfies never;
  }
}

function destination(frontend: Frontend, ir: MeshIR) {
  const backend = ir.backend(frontend.originalDestination);
  return {
    service: backend.service,
    port: backend.port,
    endpoints: backend.endpoints,
    workloads: backend.workloads,
  };
}

/** Destinations without a frontend of ours: endpoints dialled directly, names that lead out, ports that do not exist. */
function directDelivery(
  identity: Exclude<Identity, { to: 'frontend' | 'unknown' }>,
  request: SimRequest,
  ir: MeshIR,
): { outcome: Outcome; notes: readonly TraceNote[] } {
  if (identity.to === 'no-such-port') {
    const { key, ports } = identity.service;
    return { outcome: ended('failed', null, 'no-such-port'), notes: portsOf(key, ports) };
  }
  const { port } = request;
  const delivery =
    identity.to === 'pod'
      ? passThrough(request, {
          service: null,
          port,
          endpoints: identity.pod.ready ? 1 : 0,
          workloads: identity.pod.workload === null ? [] : [identity.pod.workload],
        })
      : identity.to === 'headless'
        ? passThrough(request, headlessDestination(identity.service.key, identity.service.ports, port, ir))
        : passThrough(request, { service: identity.service.key, port, endpoints: null, workloads: [] });
  return { outcome: outcomeOf(delivery, null, null), notes: delivery.notes };
}

/** A headless Service hands out endpoint addresses; any port of theirs can be dialled. */
function headlessDestination(service: string, ports: readonly number[], port: number, ir: MeshIR) {
  const declared = ports.includes(port) ? port : (ports[0] ?? port);
  const backend = ir.backend(`${service}:${declared}`);
  return { service, port, endpoints: backend.endpoints, workloads: backend.workloads };
}
