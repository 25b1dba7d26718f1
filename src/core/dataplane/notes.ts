import type { Condition, MeshIR, RouteEntry, RouteTable } from '../ir/mesh-ir.ts';
import type { Candidate, Outcome, SimRequest, Trace, TraceNote } from '../ir/trace.ts';
import { hasEscapedSlash, isOdd, normalisePath } from '../match/normalise-path.ts';
import { expectedOf, languageKindOf } from '../match/operators/operators.ts';
import { whyPatternIsRefused } from '../match/refused-pattern.ts';
import type { RequestView } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { decider } from './candidates.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { hostHeaderOf, type Identity, identify } from './identify.ts';
import { notesOnOrder } from './order-notes.ts';
import type { TableChoice } from './select-table.ts';

/** What the specification leaves open, or we assumed, in finding the destination. */
export function notesOnIdentity(
  identity: Identity,
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const named = hostHeaderOf(request);
  if (named !== null) {
    const otherWay: Profile = {
      ...profile,
      serviceIdentification: profile.serviceIdentification === 'clusterIP' ? 'authority' : 'clusterIP',
    };
    const other = identify(request, ir, otherWay);
    const differs = JSON.stringify(placeOf(other)) !== JSON.stringify(placeOf(identity));
    if (differs) {
      const args = {
        header: named.host,
        other: placeOf(other).join(' ') || request.host,
        by: profile.serviceIdentification,
      };
      notes.push({ code: 'host-header-differs', rule: 'R-120, A-03', args });
    }
  }
  if (identity.to === 'frontend') notes.push(...noteOnCoreGroup(identity.frontend.service, ir, profile));
  const service = 'service' in identity ? identity.service : null;
  if (service?.assumed) notes.push({ code: 'service-assumed', rule: 'S71', args: { service: service.key } });
  return [...notes, ...notesOnPath(request, profile)];
}

/** Where an identity leads, in words that tell two of them apart. */
function placeOf(identity: Identity): readonly string[] {
  if (identity.to === 'frontend') return [identity.frontend.id];
  if (identity.to === 'pod') return [identity.to, identity.pod.ip];
  return identity.to === 'unknown' ? [] : [identity.to, identity.service.key];
}

/** A path that proxies make something else of before they compare it, with what two of them make of it. */
export function notesOnPath({ protocol, path }: SimRequest, profile: Profile): readonly TraceNote[] {
  const looksInside = protocol === 'http' || protocol === 'grpc';
  if (!looksInside || !(isOdd(path) || hasEscapedSlash(path))) return [];
  const args = {
    path,
    chosen: profile.pathNormalisation,
    istio: normalisePath(path, 'base'),
    gateway: normalisePath(path, 'redirect'),
    redirects: hasEscapedSlash(path) ? 1 : 0,
  };
  return [{ code: 'path-not-normalised', rule: 'R-204, A-12', args }];
}

/** A gRPC request on an HTTPRoute, or the other way round. */
export function notesOnProtocol(
  table: RouteTable,
  winner: RouteEntry | null,
  { protocol }: Pick<SimRequest, 'protocol'>,
): readonly TraceNote[] {
  if (protocol === 'grpc' && winner?.routeKind === 'HTTPRoute') {
    return [{ code: 'grpc-on-http-route', rule: 'R-240, A-15', args: { route: winner.route } }];
  }
  const onlyCalls = table.routes.length > 0 && table.routes.every((route) => route.startsWith('GRPCRoute/'));
  if (protocol === 'http' && winner === null && onlyCalls) {
    return [{ code: 'http-on-grpc-route', rule: 'R-240, A-15', args: {} }];
  }
  return [];
}

/** Backends that have routes of their own, which play no part here: routing happens once. */
export function notesOnBackends(outcome: Outcome, dialled: string | null, ir: MeshIR): readonly TraceNote[] {
  const services = outcome.backends
    .filter(({ service, port }) => service !== null && `${service}:${port}` !== dialled)
    .filter(({ service, port }) =>
      ir.frontends.get(`${service}:${port}`)?.tables.some((table) => table.routes.length > 0),
    )
    .map(({ service }) => service as string);
  return [...new Set(services)].map((service) => ({
    code: 'one-level-only',
    rule: 'R-124, R-125',
    args: { service },
  }));
}

/** Services behind an outcome that no manifest declares (S71); the one that is dialled has its note already. */
export function notesOnAssumed({ outcome, notes }: Trace, ir: MeshIR): readonly TraceNote[] {
  const told = new Set(
    notes.filter(({ code }) => code === 'service-assumed').map(({ args }) => args.service),
  );
  const services = [...outcome.backends, ...outcome.mirrors].map(({ service }) => service);
  return [...new Set(services)]
    .filter((service) => service !== null && !told.has(service) && ir.service(service)?.assumed)
    .map((service) => ({ code: 'service-assumed', rule: 'S71', args: { service: service as string } }));
}

/** A pattern that the engine refuses, where nothing else keeps its entry from matching. */
export function notesOnPatterns(
  table: RouteTable,
  considered: readonly Candidate[],
  profile: Profile,
): readonly TraceNote[] {
  for (const [at, patterns] of patternsIn(table)) {
    const [miss, second] = considered[at]?.misses ?? [];
    if (miss === undefined || second !== undefined) continue;
    const condition = patterns.find((each) => each.on === miss.on && miss.expected === expectedOf(each));
    const reason = condition === undefined ? null : whyPatternIsRefused(condition, profile);
    if (condition === undefined || reason === null) continue;
    const args = { pattern: condition.value, reason };
    return [{ code: 'regex-invalid', rule: 'R-207, A-29', args }];
  }
  return [];
}

type Patterns = ReadonlyMap<number, readonly Condition[]>;

const patternsOf = new WeakMap<RouteTable, Patterns>();

/** The conditions that ask for a pattern, by the place of their entry; looked for once in each table. */
function patternsIn(table: RouteTable): Patterns {
  const known = patternsOf.get(table);
  if (known !== undefined) return known;
  const found = new Map<number, readonly Condition[]>();
  for (const [at, { conditions }] of table.entries.entries()) {
    const patterns = conditions.filter((each) => languageKindOf(each) === 'pattern');
    if (patterns.length > 0) found.set(at, patterns);
  }
  patternsOf.set(table, found);
  return found;
}

/** What is open or surprising in which table was consulted and which entry won. */
export function notesOnChoice(
  choice: TableChoice,
  matching: readonly RouteEntry[],
  winner: RouteEntry | null,
  fellBack = false,
  view: RequestView | null = null,
  consulted = choice.table,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const { table, behind, passedOver } = choice;
  if (table === null && passedOver.length > 0) {
    const namespaces = passedOver.map((each) => each.scope.namespace).join(', ');
    notes.push({ code: 'consumer-routes-elsewhere', rule: 'R-127', args: { namespaces } });
  }
  if (choice.mismatch !== undefined) {
    notes.push({ code: 'protocol-mismatch', rule: 'R-115', args: { kind: choice.mismatch } });
  }
  if (fellBack) notes.push({ code: 'fell-back-to-producer', rule: 'R-129, A-02', args: {} });
  else if (behind !== null) notes.push(noteOnProducers(behind, winner, view));
  for (const { route, lostTo } of table?.conflicted ?? []) {
    notes.push({ code: 'kind-conflict', rule: 'R-133, A-07', args: { route, lostTo } });
  }
  if (consulted !== null) notes.push(...notesOnGroups(consulted, winner));
  if (view !== null && table !== null) notes.push(...notesOnMatching(matching, winner, view));
  return notes;
}

/** What other ways to make one list of routes of several kinds or roles would have left out. */
function notesOnGroups(table: RouteTable, winner: RouteEntry | null): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const kinds = KIND_ORDER.filter((kind) => table.routes.some((route) => route.startsWith(`${kind}/`)));
  const [first] = kinds;
  if (winner !== null && first !== undefined && winner.routeKind !== first) {
    notes.push({ code: 'kinds-coexist', rule: 'R-133, A-07', args: { route: winner.route, kind: first } });
  }
  const { role, namespace } = table.scope;
  const isConsumers = (route: string) => route.split('/')[1] === namespace;
  const united = role === 'consumer' && !table.routes.every(isConsumers);
  const lost = role === 'consumer' && table.conflicted.length > 0;
  if ((united && winner !== null && !isConsumers(winner.route)) || (lost && united)) {
    notes.push({ code: 'groups-united', rule: 'R-126, R-129, A-02', args: { namespace } });
  }
  return notes;
}

const KIND_ORDER: readonly RouteEntry['routeKind'][] = ['GRPCRoute', 'HTTPRoute', 'TLSRoute', 'TCPRoute'];

/** What the producer routes behind consumer routes have to do with a request: they may be what it was meant for. */
function noteOnProducers(behind: RouteTable, winner: RouteEntry | null, view: RequestView | null): TraceNote {
  const rule = 'R-126, R-129, A-02';
  const taker = winner === null && view !== null ? indexTable(behind).find(view) : null;
  if (taker !== null) return { code: 'producer-would-take', rule, args: { taker: taker.route } };
  const args = { routes: behind.routes.join(', '), matched: winner === null ? 0 : 1 };
  return { code: 'consumer-shadows-producer', rule, args };
}

/** What is open in how the entries that match were ordered. */
export function notesOnMatching(
  matching: readonly RouteEntry[],
  winner: RouteEntry | null,
  view: RequestView,
): readonly TraceNote[] {
  const notes: TraceNote[] = [...notesOnOrder(matching, view.profile)];
  const routes = [...new Set(matching.map((entry) => entry.route))];
  if (routes.length > 1) {
    const args = { routes: routes.join(', '), mode: view.profile.severalMatches };
    notes.push({ code: 'several-routes-match', rule: 'R-132, R-222', args });
  }
  if (winner !== null) {
    const rival = matching.find((entry) => entry.route !== winner.route);
    const by = rival === undefined ? null : decider(winner, rival);
    if (rival !== undefined && by === 'name') {
      const undated = winner.rank.some((key) => key.by === 'age' && key.value === null);
      const args = { winner: winner.route, loser: rival.route, undated: undated ? 1 : 0 };
      notes.push({ code: 'name-decided', rule: 'R-220, R-225, A-28', args });
    } else if (
      rival !== undefined &&
      by === 'age' &&
      rival.rank.some((key) => key.by === 'age' && key.value === null)
    ) {
      const args = { winner: winner.route, loser: rival.route };
      notes.push({ code: 'age-unknown', rule: 'R-225, A-28', args });
    }
  }
  return notes;
}
