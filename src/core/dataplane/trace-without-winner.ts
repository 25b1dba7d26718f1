import { gatewayIdOf, isClassName } from '../ids/gateway-names.ts';
import { namespacedName } from '../ids/ids.ts';
import { joinCandidates, NO_CANDIDATES } from '../ir/candidate-list.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { NO_STATUS, statusSeen } from '../ir/status.ts';
import { lastResort, type Scope } from '../ir/table.ts';
import type { FollowedTrace, Step } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { viewRequest } from '../match/request-view.ts';
import { accessStage } from './access-stage.ts';
import { answeredBefore } from './answered-before.ts';
import { deliverDirectly, originalDestination } from './direct-delivery.ts';
import type { Draft } from './draft.ts';
import { blocked, ended } from './ended-outcome.ts';
import { NOT_IDENTIFIED } from './identify-rarely.ts';
import { identifyStep } from './identify-step.ts';
import { nameSuggester } from './name-suggester.ts';
import { notesOnAddedHeader } from './notes-on-added-header.ts';
import { notesOnArrival } from './notes-on-arrival.ts';
import { notesOnHost, notesOnNoTable } from './notes-on-hosts.ts';
import { notesOnTable } from './notes-on-table.ts';
import { orderOf } from './order-of.ts';
import { outcomeOf } from './outcome.ts';
import { passThrough } from './pass-through.ts';
import { passedOverCandidates } from './passed-over.ts';
import type { Walk } from './walk.ts';

/** Returns the trace of a request that no entry wins: it passes through, is rejected, or ends before a table. */
export function traceWithoutWinner(
  walked: Exclude<Walk, { end: 'entry' }>,
  { asked, ir, profile, place, steps, notes }: Draft,
): FollowedTrace {
  const finish = (outcome: Outcome): FollowedTrace => ({ request: asked, steps, outcome, notes });
  const passedOver = (at: Pick<VirtualHost, 'passedOver' | 'port'>, request: SimRequest) =>
    place === null
      ? NO_CANDIDATES
      : passedOverCandidates(at.passedOver(), at.port, viewRequest(request, profile), place);

  switch (walked.end) {
    case 'no-proxy': {
      const isPending = ir.pendingGateways.has(gatewayKey(asked));
      const why = isPending ? 'gateway-pending' : 'unknown-gateway';
      steps.push({ ...NOT_IDENTIFIED, why, rules: ['R-430'] });
      if (!isPending) notes.push(...nameSuggester()(asked, ir));
      return finish(ended('unknown', null, why));
    }
    case 'not-intercepted': {
      if (ir.access === null) return finish(ended('bypassed', null, 'client-outside-mesh'));
      const { outcome, notes: own } = accessStage().bypass(asked, ir);
      notes.push(...own);
      return finish(outcome);
    }
    case 'no-virtual-host': {
      const { arrival, proxy } = walked;
      steps.push(identifyStep(arrival, proxy));
      notes.push(...notesOnArrival(arrival, asked, proxy, ir, profile));
      if (arrival.to === 'unknown') {
        notes.push(...nameSuggester()(asked, ir));
        return finish(ended('unknown', null, 'unknown-host'));
      }
      if (arrival.to === 'no-host') {
        const { scope, ...gateway } = gatewayOf(proxy);
        const considered = passedOver({ ...gateway, port: asked.port }, asked);
        steps.push({ step: 6, kind: 'reject', scope, considered, cause: 'no-match', rules: gateway.rules });
        const status = statusSeen(arrival.status, asked.protocol);
        return finish({ ...ended('rejected', status, arrival.why), role: scope.role });
      }
      if (arrival.to === 'blocked') return finish(blocked(arrival));
      const rules = ['R-121', 'R-123'];
      steps.push({ step: 4, kind: 'pass-through', passedOver: [], considered: NO_CANDIDATES, rules });
      const direct = deliverDirectly(arrival, asked, ir);
      notes.push(...direct.notes);
      return finish(direct.outcome);
    }
    case 'answered-before': {
      const { arrival, proxy, received } = walked;
      steps.push(identifyStep(arrival, proxy));
      notes.push(...notesOnArrival(arrival, asked, proxy, ir, profile));
      const outcome = answeredBefore(received, asked);
      return finish(proxy.entrance === 'gateway' ? { ...outcome, role: 'gateway' } : outcome);
    }
    case 'no-table': {
      const { arrival, proxy, request } = walked;
      const { host } = arrival;
      steps.push(identifyStep(arrival, proxy));
      notes.push(...notesOnArrival(arrival, asked, proxy, ir, profile));
      steps.push({
        step: 4,
        kind: 'pass-through',
        passedOver: walked.mismatch === null ? host.elsewhere().map((table) => table.scope) : [],
        considered: joinCandidates(walked.considered, passedOver(host, request)),
        rules: ['R-121', 'R-127'],
      });
      const direct = () => accessStage().isDirect(walked, ir);
      const delivery = passThrough(request, originalDestination(host, request, ir, profile, direct));
      notes.push(...notesOnNoTable(walked), ...delivery.notes);
      const passed = outcomeOf(delivery, null, null);
      notes.push(...(proxy.notesOn?.(passed, arrival.by) ?? []));
      return finish(passed);
    }
    case 'no-entry': {
      const { arrival, proxy, table, request, consideration, cause } = walked;
      steps.push(identifyStep(arrival, proxy));
      notes.push(...notesOnArrival(arrival, asked, proxy, ir, profile));
      notes.push(...notesOnAddedHeader(asked, proxy, arrival.host, ir));
      notes.push(...notesOnTable(walked, place, ir, profile), ...notesOnHost(walked, place !== null));
      const considered =
        cause === 'several-routes'
          ? consideration.considered
          : joinCandidates(consideration.considered, passedOver(walked.host, request));
      const { scope } = table;
      steps.push({ step: 6, kind: 'reject', scope, considered, cause, rules: rulesOfRejection(walked) });
      const resort = lastResort(table);
      const rejection = resort.kind === 'reject' ? resort.status : NO_STATUS;
      const status = statusSeen(rejection, request.protocol);
      return finish({ ...ended('rejected', status, cause), role: scope.role });
    }
    default:
      return walked satisfies never;
  }
}

/** Returns steps 1 and 2 of a request that enters through a Gateway. */
export function stepsToGateway(gateway: NonNullable<SimRequest['gateway']>): Step[] {
  const { kind } = gateway;
  return [
    { step: 1, kind: 'send', rules: [] },
    {
      step: 2,
      kind: 'intercept',
      intercepted: true,
      ...(kind !== undefined && { of: kind }),
      rules: kind === undefined ? ['R-410'] : isClassName(gateway) ? ['I-102'] : ['I-14.1'],
    },
  ];
}

function gatewayKey({ gateway }: SimRequest): string {
  return gateway === null ? '' : namespacedName(gateway.namespace, gateway.name);
}

/**
 * Returns notes on the GatewayClasses and protocols that an implementation predefines, and on a Gateway that
 * no manifest declares.
 */
export function notesOnGateway(walked: Walk, asked: SimRequest, ir: MeshIR): readonly TraceNote[] {
  if (asked.gateway === null) return [];
  const gateway = gatewayIdOf(asked.gateway);
  const names = ir.ownNames.get(gatewayKey(asked));
  const unknownPods =
    walked.end !== 'no-proxy' && walked.proxy.entrance === 'gateway' ? walked.proxy.unknownPods : undefined;
  const isAssumed = walked.end !== 'no-proxy' && walked.proxy.entrance === 'gateway' && walked.proxy.assumed;
  return [
    ...(names === undefined
      ? []
      : [
          {
            code: 'implementations-own',
            rule: 'R-415, R-430',
            args: { gateway, names: names.join(', ') },
          } as const,
        ]),
    ...(unknownPods === undefined
      ? []
      : [
          {
            code: unknownPods.matters ? 'gateway-pods-matter' : 'gateway-pods-unknown',
            rule: 'I-14.1',
            args: { gateway, namespace: unknownPods.namespace },
          } as const,
        ]),
    ...(isAssumed ? [{ code: 'gateway-assumed', rule: 'S71', args: { gateway } } as const] : []),
  ];
}

/**
 * Returns a note if the port in the Host header matters, and the request names a port only in its URL. The
 * header is then taken without it.
 */
export function notesOnHostPort({
  table,
  request,
  entry,
}: Extract<Walk, { end: 'entry' }>): readonly TraceNote[] {
  const isWritten = request.headers.some(([name]) => name.toLowerCase() === 'host');
  if (table.scope.role !== 'written' || isWritten || !request.portWritten || request.port === 80) return [];
  const redirects = entry.action.filters.some(
    (filter) => filter.kind === 'redirect' && filter.hostname === null && filter.port === null,
  );
  const compares = table.entries.some(({ conditions }) => conditions.some(({ of }) => of === 'authority'));
  if (!redirects && !compares) return [];
  return [{ code: 'host-port-unsent', rule: 'I-6.7', args: { host: request.host, port: request.port } }];
}

/** Returns the scope of a Gateway and the routes that no listener of it accepts, if no table shows them. */
function gatewayOf(proxy: ProxyConfig): {
  readonly scope: Scope;
  readonly passedOver: VirtualHost['passedOver'];
  readonly rules: readonly string[];
} {
  if (proxy.entrance !== 'gateway')
    return { scope: { role: 'producer', namespace: '' }, passedOver: () => [], rules: ['R-410'] };
  const { namespace, passedOver, kind } = proxy;
  const rules = kind === undefined ? ['R-410'] : ['I-14.1', 'I-14.3'];
  return { scope: { role: 'gateway', namespace }, passedOver, rules };
}

/** Returns the rules that determine the winner at a Gateway, or among the rules of a VirtualService. */
export function rulesOfRoute(walked: Extract<Walk, { end: 'entry' }>): readonly string[] {
  const { entry, table, proxy } = walked;
  if (table.scope.role === 'written') return ['I-3.7', 'I-6.1'];
  if (table.scope.role === 'ingress')
    return table.paths === 'decoded' ? ['I-607', 'I-611', 'I-614'] : ['I-304'];
  if (proxy.entrance === 'gateway' && proxy.kind !== undefined) return ['I-14.3', 'I-6.1'];
  return table.scope.role === 'gateway' ? [orderOf(entry), 'R-405'] : ['R-126', orderOf(entry)];
}

/**
 * Returns the rules of a rejection. Implementations differ in whether only the consumer routes apply.
 */
function rulesOfRejection({ cause, table, proxy }: Extract<Walk, { end: 'no-entry' }>): readonly string[] {
  if (cause === 'several-routes') return ['R-132'];
  const { role } = table.scope;
  switch (role) {
    case 'gateway':
      return proxy.entrance === 'gateway' && proxy.kind !== undefined
        ? ['I-14.3', 'I-1.5']
        : ['R-228', 'R-411'];
    case 'consumer':
      return ['R-128', 'R-126', 'R-129'];
    case 'producer':
      return ['R-128', 'R-126'];
    case 'written':
      return ['I-1.5', 'I-3.7'];
    case 'ingress':
      return ['I-203', 'I-403'];
    default:
      return role satisfies never;
  }
}
