import type { Action, Backend, Frontend, MeshIR, RouteKind, Target } from '../ir/mesh-ir.ts';
import type {
  Attempt,
  BackendShare,
  ForwardedRequest,
  OutcomeKind,
  Redirect,
  ResponseChanges,
  SimRequest,
  TraceNote,
} from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';
import { playAttempts } from './attempts.ts';
import { applyFilters, enter, forwardedOf, type Passage, responseOf } from './filters.ts';
import { notSimulated } from './not-simulated.ts';
import { statusFor } from './status.ts';
import { tlsToBackend } from './tls-to-backend.ts';

/** What becomes of a request that a rule won, or that no route applies to. */
export interface Delivery {
  readonly kind: OutcomeKind;
  readonly status: number | null;
  readonly backends: readonly BackendShare[];
  readonly forwarded: ForwardedRequest | null;
  readonly response: ResponseChanges;
  readonly redirect: Redirect | null;
  readonly mirrors: readonly { readonly service: string; readonly share: number }[];
  readonly attempts: readonly Attempt[];
  readonly cause: string | null;
  readonly notes: readonly TraceNote[];
}

const NOTHING_CHANGED: ResponseChanges = { headers: {}, removed: [] };
const INTERNAL_ERROR = 500;
const UNAVAILABLE = 503;

/**
 * Runs the filters of the winning rule, shares the request out over its backends and plays the supposed backend
 * behaviour. One level only: routes of the chosen backend's Service are not consulted.
 */
export function deliver(
  action: Action,
  parent: Pick<Frontend, 'service' | 'originalDestination'> | null,
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
  routeKind: RouteKind,
): Delivery {
  let passage = applyFilters(action.filters, enter(request), request, profile);
  const error = (status: number) => statusFor(status, request, routeKind);
  const failed = (status: number, cause: string, notes: readonly TraceNote[]): Delivery => ({
    kind: 'failed',
    status: error(status),
    backends: [],
    forwarded: null,
    response: NOTHING_CHANGED,
    redirect: null,
    mirrors: passage.mirrors,
    attempts: [],
    cause,
    notes: [...passage.notes, ...notes],
  });
  if (action.dropped !== undefined) {
    const args = { fields: action.dropped.join(', ') };
    passage = { ...passage, notes: [...passage.notes, { code: 'fields-dropped', rule: 'R-701', args }] };
  }
  if (passage.broken !== null) return failed(INTERNAL_ERROR, 'filter-broken', []);
  if (passage.redirect !== null) return redirected(passage.redirect, passage, profile);
  if (passage.answered) {
    return { ...redirectless(passage), kind: 'responded', status: 200, response: responseOf(passage) };
  }
  if (action.targets.length === 0) {
    // A filter of the implementation's own may answer instead.
    if (action.filters.some((filter) => filter.kind === 'opaque' && filter.mayAnswer)) {
      const unknown = { kind: 'unknown', status: null, cause: 'not-simulated' } as const;
      return { ...redirectless(passage), ...unknown, response: NOTHING_CHANGED };
    }
    return failed(INTERNAL_ERROR, 'no-backends', [{ code: 'no-backends', rule: 'R-331', args: {} }]);
  }
  const total = action.targets.reduce((sum, target) => sum + target.weight, 0);
  if (total === 0) {
    const note: TraceNote = {
      code: 'zero-weight',
      rule: 'R-335, A-17',
      args: { status: profile.zeroWeight },
    };
    return failed(profile.zeroWeight, 'zero-weight', [note]);
  }
  const notes = [...passage.notes];
  const legs = action.targets.map((target) => shareOf(target, total, passage));
  return conclude(legs, passage, request, notes, action, error);

  function shareOf(target: Target, totalWeight: number, entered: Passage): Leg {
    const id =
      target.to.kind === 'backend'
        ? target.to.id
        : target.to.kind === 'parent'
          ? (parent?.originalDestination ?? null)
          : null;
    const base = { share: target.weight / totalWeight, weight: target.weight, totalWeight };
    if (target.to.kind === 'not-simulated') {
      const own = applyFilters(target.filters, { ...entered, notes: [] }, request, profile);
      if (target.weight > 0)
        notes.push(...own.notes, notSimulated('R-332, R-338', target.to.what, 'backend'));
      return { own, backend: shareNotSimulated(target, base, own, error) };
    }
    if (target.to.kind === 'parent')
      notes.push({ code: 'backends-elided', rule: 'S71', args: { service: parent?.service ?? '' } });
    if (id === null || target.to.kind === 'unresolved') {
      const cause = target.to.kind === 'unresolved' ? target.to.cause : 'BackendNotFound';
      const args = { service: target.service, cause, port: target.port ?? 0 };
      notes.push({ code: 'backend-ref-unresolved', rule: 'R-332', args });
      return {
        own: entered,
        backend: {
          ...base,
          service: target.service,
          port: target.port,
          endpoints: 0,
          workloads: [],
          status: error(INTERNAL_ERROR),
          cause,
        },
      };
    }
    const backend = ir.backend(id);
    const own = applyFilters(target.filters, { ...entered, notes: [] }, request, profile);
    const tls =
      request.gateway === null && !profile.backendTLSInMesh
        ? null
        : tlsToBackend(backend.service, backend.port, ir);
    if (tls !== null && !tls.effect.valid && own.broken === null && own.redirect === null) {
      // Falling back to plain text is forbidden; the share fails as that of any unusable reference.
      const { service, port, endpoints, workloads } = backend;
      const facts = { ...base, service, port, endpoints, workloads };
      return { own, backend: { ...facts, status: error(INTERNAL_ERROR), cause: 'backend-tls-invalid' } };
    }
    notes.push(...own.notes);
    return { own, backend: backendShare(backend, base, own, target, notes, error) };
  }
}

/** A delivery in which nothing is forwarded. */
function redirectless(passage: Passage): Omit<Delivery, 'kind' | 'status' | 'response'> {
  return {
    backends: [],
    forwarded: null,
    redirect: null,
    mirrors: passage.mirrors,
    attempts: [],
    cause: null,
    notes: passage.notes,
  };
}

/** One target's part of the outcome, with the passage of its own filters. */
interface Leg {
  readonly own: Passage;
  readonly backend: BackendShare;
}

function backendShare(
  backend: Backend,
  base: { readonly share: number; readonly weight: number; readonly totalWeight: number },
  own: Passage,
  target: Target,
  notes: TraceNote[],
  error: (status: number) => number,
): BackendShare {
  const facts = {
    ...base,
    service: backend.service,
    port: backend.port,
    endpoints: backend.endpoints,
    workloads: backend.workloads,
  };
  if (own.broken !== null) return { ...facts, status: error(INTERNAL_ERROR), cause: 'filter-broken' };
  if (own.redirect !== null) return { ...facts, status: own.redirect.status, redirect: own.redirect };
  if (target.weight > 0 && backend.endpoints === 0) {
    const args = { service: backend.service, port: backend.port };
    notes.push({ code: 'no-ready-endpoints', rule: 'R-333', args });
    return { ...facts, status: error(UNAVAILABLE), cause: 'no-ready-endpoints' };
  }
  if (target.weight > 0 && backend.endpoints === null) {
    notes.push({ code: 'endpoints-unknown', rule: 'R-337', args: { service: backend.service } });
  }
  return { ...facts, status: null };
}

/** The share of a backend whose kind is not simulated: nothing is known of it, unless its own filters answer. */
function shareNotSimulated(
  { service, port }: Target,
  base: { readonly share: number; readonly weight: number; readonly totalWeight: number },
  own: Passage,
  error: (status: number) => number,
): BackendShare {
  const facts = { ...base, service, port, endpoints: null, workloads: [] };
  if (own.broken !== null) return { ...facts, status: error(INTERNAL_ERROR), cause: 'filter-broken' };
  if (own.redirect !== null) return { ...facts, status: own.redirect.status, redirect: own.redirect };
  return { ...facts, status: null, cause: 'not-simulated' };
}

function redirected(redirect: Redirect, passage: Passage, profile: Profile): Delivery {
  return {
    kind: 'redirected',
    status: redirect.status,
    backends: [],
    forwarded: null,
    // Filters on answers of the data plane itself are unspecified.
    response: profile.filterLocalResponses ? responseOf(passage) : NOTHING_CHANGED,
    redirect,
    mirrors: passage.mirrors,
    attempts: [],
    cause: null,
    notes: passage.notes,
  };
}

function conclude(
  legs: readonly Leg[],
  passage: Passage,
  request: SimRequest,
  notes: readonly TraceNote[],
  action: Action,
  error: (status: number) => number,
): Delivery {
  const live = legs.filter((leg) => leg.backend.weight > 0);
  const open = live.filter((leg) => leg.backend.cause === 'not-simulated');
  const usable = live.filter((leg) => leg.backend.status === null && leg.backend.cause !== 'not-simulated');
  const redirects = live.filter((leg) => leg.backend.redirect !== undefined);
  const ownFilters = new Set(legs.filter((leg) => leg.own !== passage && hasOwnFilters(leg, passage)));
  const ending =
    usable.length > 0 && request.backend !== null
      ? playAttempts(request.backend, action.timeouts, action.retry)
      : null;
  const answered = ending === null ? 200 : ending.status;
  const okStatus =
    answered === 200 && request.protocol === 'grpc' ? 0 : answered === 200 ? 200 : error(answered);
  const backends = legs.map((leg): BackendShare => {
    const { backend } = leg;
    const status =
      backend.status === null && backend.cause !== 'not-simulated' && ending !== null && ending.status !== 200
        ? error(ending.status)
        : backend.status;
    const shown = { ...backend, status };
    if (!ownFilters.has(leg) || backend.status !== null) return shown;
    return { ...shown, forwarded: forwardedOf(leg.own, request), responseChanges: responseOf(leg.own) };
  });
  const [first] = usable;
  const merged = {
    backends,
    mirrors: usable.length > 0 ? mirrorsOf(usable) : passage.mirrors,
    attempts: ending?.attempts ?? [],
    notes: unspecifiedRetry(action, request) ? [...notes, retryNote()] : notes,
  };
  if (first === undefined && open.length > 0) {
    // Part of the requests may be answered: that all of them fail is not known.
    return {
      ...merged,
      kind: 'unknown',
      status: null,
      forwarded: null,
      response: NOTHING_CHANGED,
      redirect: null,
      cause: 'not-simulated',
    };
  }
  if (first === undefined) {
    const [redirect] = redirects;
    if (redirect?.backend.redirect !== undefined && redirects.length === live.length) {
      return {
        ...merged,
        kind: 'redirected',
        status: redirect.backend.redirect.status,
        forwarded: null,
        response: NOTHING_CHANGED,
        redirect: redirect.backend.redirect,
        cause: null,
      };
    }
    const cause = live[0]?.backend.cause ?? 'no-backends';
    return {
      ...merged,
      kind: 'failed',
      status: commonStatus(live.map((leg) => leg.backend.status)),
      forwarded: null,
      response: NOTHING_CHANGED,
      redirect: null,
      cause,
    };
  }
  const undelivered = ending !== null && (ending.cause === 'timeout' || ending.cause === 'connection-reset');
  return {
    ...merged,
    kind: undelivered ? 'failed' : 'forwarded',
    status:
      open.length > 0
        ? null
        : commonStatus(live.map((leg) => (leg.backend.status === null ? okStatus : leg.backend.status))),
    forwarded: forwardedOf(first.own, request),
    // What the data plane answers by itself is no backend's response.
    response: undelivered ? NOTHING_CHANGED : responseOf(first.own),
    redirect: null,
    cause: ending?.cause ?? null,
  };
}

function hasOwnFilters(leg: Leg, passage: Passage): boolean {
  return (
    leg.own.headers !== passage.headers || leg.own.path !== passage.path || leg.own.host !== passage.host
  );
}

function mirrorsOf(legs: readonly Leg[]): Passage['mirrors'] {
  return legs[0]?.own.mirrors ?? [];
}

/** The status when all shares agree; null when it depends on the share. */
function commonStatus(statuses: readonly (number | null)[]): number | null {
  const [first] = statuses;
  return first !== undefined && statuses.every((status) => status === first) ? first : null;
}

function unspecifiedRetry(action: Action, request: SimRequest): boolean {
  return action.retry !== null && request.backend?.failFirst != null && action.retry.attempts === null;
}

function retryNote(): TraceNote {
  return { code: 'retry-unspecified', rule: 'R-343', args: {} };
}

/** A request that no route applies to: it goes where it was going, as if the mesh were absent. */
export function passThrough(
  request: SimRequest,
  target: {
    readonly service: string | null;
    readonly port: number;
    readonly endpoints: number | null;
    readonly workloads: readonly string[];
  },
  profile: Profile,
): Delivery {
  const passage = applyFilters([], enter(request), request, profile);
  const empty = target.endpoints === 0;
  const ending = !empty && request.backend !== null ? playAttempts(request.backend, null, null) : null;
  const raw = request.protocol !== 'http' && request.protocol !== 'grpc';
  const ok = raw ? null : request.protocol === 'grpc' ? 0 : 200;
  const notes: TraceNote[] = [];
  if (target.service !== null && target.endpoints === null) {
    notes.push({ code: 'endpoints-unknown', rule: 'R-337', args: { service: target.service } });
  }
  if (empty) {
    notes.push({
      code: 'no-ready-endpoints',
      rule: 'R-110',
      args: { service: target.service ?? '', port: target.port },
    });
  }
  const backend: BackendShare = {
    service: target.service,
    port: target.port,
    share: 1,
    weight: 1,
    totalWeight: 1,
    endpoints: target.endpoints,
    workloads: target.workloads,
    status: null,
    ...(empty ? { cause: 'no-ready-endpoints' } : {}),
  };
  return {
    kind: empty ? 'failed' : 'passed-through',
    // Nothing of the mesh answers for a Service without endpoints: the connection fails without a status.
    status: empty
      ? null
      : ending === null || ending.status === 200
        ? ok
        : ending.cause === 'connection-reset'
          ? null
          : ending.status,
    backends: [backend],
    forwarded: empty ? null : forwardedOf(passage, request),
    response: responseOf(passage),
    redirect: null,
    mirrors: [],
    attempts: ending?.attempts ?? [],
    cause: empty ? 'no-ready-endpoints' : (ending?.cause ?? null),
    notes,
  };
}
