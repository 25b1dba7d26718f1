import { isClassName } from '../ids/gateway-names.ts';
import type { Action, Target } from '../ir/action.ts';
import type { Backend } from '../ir/backend.ts';
import type { Filter } from '../ir/filter.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { BackendShare } from '../ir/outcome.ts';
import type { VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { statusSeen } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { accessStage } from './access-stage.ts';
import { endpointsUnder, noteOnEndpoints } from './endpoints-under.ts';
import { applyFilters, enter, noteOnGrant, type Passage, redirectAfter } from './filters.ts';
import type { Leg } from './leg.ts';
import { notSimulated } from './not-simulated.ts';
import { tlsToBackend } from './tls-to-backend.ts';

/** The input of `shareOut`. */
export interface ShareContext {
  readonly action: Action;
  readonly parent: Pick<VirtualHost, 'service' | 'original'>;
  readonly request: SimRequest;
  readonly ir: MeshIR;
  readonly profile: Profile;
  /** The request after the filters of the rule. */
  readonly passage: Passage;
  /** Returns the status that a client sees for an HTTP error of the data plane. */
  error(status: number): number | null;
}

const INTERNAL_ERROR = 500;
const UNAVAILABLE = 503;

/** Returns the shares of the targets of a rule. The notes name what is open or broken for each target. */
export function shareOut(context: ShareContext): {
  readonly legs: readonly Leg[];
  readonly notes: readonly TraceNote[];
} {
  const notes: TraceNote[] = [];
  const total = context.action.targets.reduce((sum, target) => sum + target.weight, 0);
  return { legs: context.action.targets.map((target) => shareOf(target, total, context, notes)), notes };
}

function shareOf(target: Target, totalWeight: number, context: ShareContext, notes: TraceNote[]): Leg {
  const { parent, passage, request, ir, profile, error } = context;
  const base = { share: target.weight / totalWeight, weight: target.weight, totalWeight };
  if (target.to.kind === 'not-simulated') {
    const own = passTarget(target, context);
    if (target.weight > 0) notes.push(...own.notes, notSimulated('R-332, R-338', target.to.what, 'backend'));
    return shareNotSimulated(target, base, own, context);
  }
  if (target.to.kind === 'parent')
    notes.push({ code: 'backends-elided', rule: 'S71', args: { service: parent.service ?? '' } });
  if ('ungranted' in target.to) notes.push(noteOnGrant(target.service, profile));
  const key =
    target.to.kind === 'backend' ? target.to.key : target.to.kind === 'parent' ? parent.original : null;
  if (key === null || target.to.kind === 'unresolved') {
    const isUnresolved = target.to.kind === 'unresolved';
    const cause = isUnresolved ? target.to.cause : 'BackendNotFound';
    const status = isUnresolved ? statusSeen(target.to.status, request.protocol) : error(INTERNAL_ERROR);
    notes.push(noteOnUnresolved(target, cause));
    if (isUnresolved && target.to.definedBy !== undefined) {
      const { subset = '', definedBy } = target.to;
      const names = { service: target.service, subset, rules: definedBy.join(', ') };
      notes.push({ code: 'subset-of-other-clients', rule: 'I-9.1, I-9.3', args: names });
    }
    return {
      own: passage,
      answers: 'proxy',
      backend: {
        ...base,
        service: target.service,
        port: target.port,
        ...(isUnresolved && target.to.subset !== undefined && { subset: target.to.subset }),
        endpoints: 0,
        workloads: [],
        status,
        cause,
      },
    };
  }
  const backend = ir.backend(key);
  const own = passTarget(target, context);
  const declared = tlsToBackend(key.service, key.port, ir);
  const tls = declared === null || isOutOfReach(request, profile) ? null : declared;
  if (tls !== null && !tls.effect.valid && own.broken === null && own.redirect === null) {
    // A fallback to plain text is forbidden. The share fails like that of any unusable reference
    //
    const facts = factsOf(backend, base);
    const status = error(INTERNAL_ERROR);
    return { own, answers: 'proxy', backend: { ...facts, status, cause: 'backend-tls-invalid' } };
  }
  notes.push(...own.notes);
  return backendShare(backend, base, own, target, notes, context);
}

/** Returns true if BackendTLSPolicies do not apply: the controllers of Ingresses do not read them. */
function isOutOfReach({ gateway }: SimRequest, { backendTLSInMesh }: Profile): boolean {
  return gateway === null ? !backendTLSInMesh : isClassName(gateway);
}

function noteOnUnresolved({ service, port, to }: Target, cause: string): TraceNote {
  const subset = to.kind === 'unresolved' && to.detail === 'subset' ? to.subset : undefined;
  return subset === undefined
    ? { code: 'backend-ref-unresolved', rule: 'R-332', args: { service, cause, port: port ?? 0 } }
    : { code: 'subset-undefined', rule: 'I-8.4, I-8.5', args: { service, subset } };
}

const isOfHeaders = ({ kind }: Filter) => kind === 'request-headers' || kind === 'response-headers';

/**
 * Returns the request after the filters of a rule and of one of its targets. If the changes of the
 * rule are applied last, its filters run after the header filters of the target.
 */
function passTarget(target: Target, { action, passage, request, profile }: ShareContext): Passage {
  const entered = { ...passage, notes: [] };
  if (!target.filters.some(isOfHeaders) || profile.lastHeaderChange === 'backendRef') {
    return applyFilters(target.filters, entered, request, profile);
  }
  const first = applyFilters(target.filters.filter(isOfHeaders), enter(request, true), request, profile);
  const second = applyFilters(action.filters, first, request, profile);
  const others = target.filters.filter((filter) => !isOfHeaders(filter));
  return applyFilters(others, { ...second, notes: [] }, request, profile);
}

type Weighed = { readonly share: number; readonly weight: number; readonly totalWeight: number };

function factsOf({ key, endpoints, workloads }: Backend, base: Weighed): Omit<BackendShare, 'status'> {
  const { service, port, subset } = key;
  return {
    ...base,
    service,
    port,
    ...(subset === null ? null : { subset: subset.name }),
    endpoints,
    workloads,
  };
}

function backendShare(
  backend: Backend,
  base: Weighed,
  own: Passage,
  target: Target,
  notes: TraceNote[],
  context: ShareContext,
): Leg {
  const answered = answeredByFilters(factsOf(backend, base), own, context);
  if (answered !== null) return answered;
  const { service, port } = backend.key;
  const endpoints =
    target.weight > 0 ? endpointsUnder(backend, context.request, context.profile) : backend.endpoints;
  const facts = factsOf({ ...backend, endpoints }, base);
  if (target.weight > 0 && endpoints === 0) {
    notes.push({ code: 'no-ready-endpoints', rule: 'R-333', args: { service, port } });
    const status = context.error(UNAVAILABLE);
    return { own, answers: 'proxy', backend: { ...facts, status, cause: 'no-ready-endpoints' } };
  }
  if (target.weight > 0 && endpoints === null) {
    notes.push(noteOnEndpoints({ ...backend, service, port }));
  }
  const leg: Leg = { own, answers: 'backend', backend: { ...facts, status: null } };
  const { access } = context.ir;
  return access === null || target.weight === 0
    ? leg
    : accessStage().leg(leg, backend, context.request, access, notes);
}

/**
 * Returns the share of a target whose own filters answer: an unusable filter with an error, or a redirect.
 * Returns null if the filters forward the request.
 */
function answeredByFilters(
  facts: Omit<BackendShare, 'status'>,
  own: Passage,
  { error, profile }: ShareContext,
): Leg | null {
  if (own.broken !== null) {
    const status = error(INTERNAL_ERROR);
    return { own, answers: 'proxy', backend: { ...facts, status, cause: 'filter-broken' } };
  }
  if (own.redirect === null) return null;
  const redirect = redirectAfter(own.redirect, own, profile);
  return { own, answers: 'proxy', backend: { ...facts, status: redirect.status, redirect } };
}

/**
 * Returns the share of a backend whose kind is not simulated. Its result is unknown, unless its own filters
 * answer.
 */
function shareNotSimulated(
  { service, port }: Target,
  base: Weighed,
  own: Passage,
  context: ShareContext,
): Leg {
  const facts = { ...base, service, port, endpoints: null, workloads: [] };
  const unknown: Leg = {
    own,
    answers: 'unknown',
    backend: { ...facts, status: null, cause: 'not-simulated' },
  };
  return answeredByFilters(facts, own, context) ?? unknown;
}
