import type { MeshIR } from '../ir/mesh-ir.ts';
import type { ProxyConfig } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { hasFixedOrder, type Role } from '../ir/table.ts';
import type { FollowedTrace, Locate, Step } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { accessStage } from './access-stage.ts';
import { deliver } from './deliver.ts';
import type { Draft } from './draft.ts';
import { identifyStep } from './identify-step.ts';
import { notesOnArrival } from './notes-on-arrival.ts';
import { notesOnBackends, notesOnTable } from './notes-on-table.ts';
import { orderOf } from './order-of.ts';
import { outcomeOf } from './outcome.ts';
import { rareEnds } from './rare-ends.ts';
import { hasUnitedGroups } from './united-groups.ts';
import type { Walk } from './walk.ts';

type Won = Extract<Walk, { end: 'entry' }>;

/**
 * Returns the trace of a walk: its steps, its outcome with the delivery, and the notes. Without places it has
 * no candidates and none of the notes that only an explanation needs.
 */
export function traceOf(
  walked: Walk,
  asked: SimRequest,
  ir: MeshIR,
  profile: Profile,
  place: Locate | null,
): FollowedTrace {
  const steps = firstSteps(asked, walked.end !== 'not-intercepted');
  const notes: TraceNote[] = [
    ...(asked.gateway === null ? [] : rareEnds().notesOnGateway(walked, asked, ir)),
    ...(ir.access === null || walked.end === 'no-proxy' ? [] : accessStage().atGateway(asked, ir.access)),
    ...notesOnClient(asked, ir),
  ];
  const draft: Draft = { asked, ir, profile, place, steps, notes };
  return walked.end === 'entry' ? traceOfWinner(walked, draft) : rareEnds().trace(walked, draft);
}

function traceOfWinner(walked: Won, { asked, ir, profile, place, steps, notes }: Draft): FollowedTrace {
  const { arrival, proxy, host, table, request, entry, consideration } = walked;
  const isUsual = proxy.entrance === 'mesh' && table.scope.role !== 'written';
  const rare = isUsual ? null : rareEnds();
  steps.push(identifyStep(arrival, proxy));
  notes.push(...notesOnArrival(arrival, asked, proxy, ir, profile));
  if (mayAddHeader(asked, proxy, ir)) notes.push(...rareEnds().notesOnAddedHeader(asked, proxy, host, ir));
  notes.push(...notesOnTable(walked, place, ir, profile));
  const isClaimed = table.remarks !== undefined || host.lostClaims !== undefined;
  if (isClaimed) notes.push(...rareEnds().notesOnHost(walked, place !== null));
  const { considered } = consideration;
  steps.push({
    step: 5,
    kind: 'route',
    scope: table.scope,
    ...(hasUnitedGroups(table) && { united: true }),
    considered,
    rules: rare?.rulesOfRoute(walked) ?? ['R-126', orderOf(entry)],
  });
  notes.push(...notesOnSupposition(walked));
  // A listener is dialled at its own port, regardless of the URL.
  const dialled = proxy.entrance === 'gateway' ? { ...request, port: host.port } : request;
  const delivery = deliver(entry.action, host, dialled, ir, profile);
  const outcome = outcomeOf(delivery, entry, roleOf(walked));
  notes.push(...(rare?.notesOnHostPort(walked) ?? []));
  notes.push(...(proxy.notesOn?.(outcome, arrival.by) ?? []));
  notes.push(...delivery.notes, ...(place === null ? [] : notesOnBackends(outcome, host.id, ir)));
  return { request: asked, steps, outcome, notes };
}

/** Returns true if the proxy of the client adds a header to some requests, or may add one. */
function mayAddHeader({ from }: SimRequest, proxy: ProxyConfig, ir: MeshIR): boolean {
  if (proxy.entrance !== 'mesh' || from === null) return false;
  return proxy.adds !== undefined || ir.unknownHeader(from) !== null;
}

function firstSteps(asked: SimRequest, intercepted: boolean): Step[] {
  if (asked.gateway !== null) return rareEnds().stepsToGateway(asked.gateway);
  return [
    { step: 1, kind: 'send', rules: ['R-118'] },
    { step: 2, kind: 'intercept', intercepted, rules: intercepted ? ['R-118'] : ['R-118', 'A-35'] },
  ];
}

/** Returns a note if the labels of the client select its configuration, and they are unknown. */
function notesOnClient({ from }: SimRequest, ir: MeshIR): readonly TraceNote[] {
  if (from === null || !from.inMesh || !ir.readsLabels(from)) return [];
  return [{ code: 'client-labels-unknown', rule: 'I-1.7', args: { namespace: from.namespace } }];
}

/** Returns a note if the winner is attached to the listener only by assumption. */
function notesOnSupposition({ host, entry }: Won): readonly TraceNote[] {
  const listener = host.supposed.get(entry.route);
  if (listener === undefined) return [];
  const args = { route: entry.route, listener, namespace: entry.routeNamespace };
  return [{ code: 'namespace-labels-unknown', rule: 'R-424, R-425', args }];
}

/**
 * Returns the role of a route. It depends on the route and the Service: a union table has both roles (R-104,
 *
 */
function roleOf({ entry, host, table }: Won): Role {
  const { role } = table.scope;
  if (role === 'gateway' || hasFixedOrder(table)) return role;
  return entry.routeNamespace === host.namespace ? 'producer' : 'consumer';
}
