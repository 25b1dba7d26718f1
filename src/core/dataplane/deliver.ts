import type { Action } from '../ir/action.ts';
import type { RespondCause } from '../ir/filter.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { BackendShare, Redirect, ResponseChanges } from '../ir/outcome.ts';
import type { VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { errorStatus, type Status, statusSeen } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { accessStage, isDenied } from './access-stage.ts';
import type { Ending } from './attempts.ts';
import { attemptsPlayer } from './attempts-player.ts';
import { shareOut } from './backend-shares.ts';
import type { Delivery } from './delivery.ts';
import {
  applyFilters,
  enter,
  forwardedOf,
  localResponseOf,
  type Passage,
  preflightResponseOf,
  redirectAfter,
  responseOf,
} from './filters.ts';
import type { Leg } from './leg.ts';

const INTERNAL_ERROR = 500;
const OK: Status = { http: 200, grpc: 0 };
/** The changes of a response whose headers are unknown. */
const NOTHING: ResponseChanges = { headers: {}, removed: [] };

/** The causes of answers that are errors of the proxy (I-402, I-602). */
const FAILURES: ReadonlySet<RespondCause> = new Set([
  'location-denied',
  'no-ready-endpoints',
  'backend-not-found',
]);

/**
 * Returns the delivery of a request: runs the filters of the winning rule, divides the request among its
 * backends and applies the assumed behaviour of the backends. Routes of the Service of a backend are not
 * evaluated.
 */
export function deliver(
  action: Action,
  parent: Pick<VirtualHost, 'service' | 'original'>,
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
): Delivery {
  let passage = applyFilters(action.filters, enter(request, true), request, profile);
  const seen = (status: Status) => statusSeen(status, request.protocol);
  const error = (status: number) => seen(errorStatus(status, action.errors));
  const failed = (status: Status, cause: string, notes: readonly TraceNote[]): Delivery => ({
    ...redirectless(passage),
    kind: 'failed',
    status: seen(status),
    response: localResponseOf(passage, 'error', profile),
    cause,
    notes: [...passage.notes, ...notes],
  });
  if (action.dropped !== undefined) {
    const args = { fields: action.dropped.join(', ') };
    passage = { ...passage, notes: [...passage.notes, { code: 'fields-dropped', rule: 'R-701', args }] };
  }
  if (passage.broken !== null) {
    return failed(errorStatus(INTERNAL_ERROR, action.errors), 'filter-broken', []);
  }
  if (passage.responds !== null) {
    const { status, cause } = passage.responds;
    const response = localResponseOf(passage, 'error', profile);
    const kind = FAILURES.has(cause) ? 'failed' : 'responded';
    return { ...redirectless(passage), kind, status: seen(status), response, cause };
  }
  if (passage.redirect !== null) return redirected(passage.redirect, passage, profile);
  if (passage.answered) {
    return {
      ...redirectless(passage),
      kind: 'responded',
      status: 200,
      response: preflightResponseOf(passage),
    };
  }
  if (action.targets.length === 0) {
    // A filter of the implementation may answer instead.
    if (action.filters.some((filter) => filter.kind === 'opaque' && filter.mayAnswer)) {
      const unknown = { kind: 'unknown', status: null, cause: 'not-simulated' } as const;
      return { ...redirectless(passage), ...unknown, response: NOTHING };
    }
    return failed(action.whenNoTarget, 'no-backends', [{ code: 'no-backends', rule: 'R-331', args: {} }]);
  }
  if (action.targets.every((target) => target.weight === 0)) {
    const args = { status: action.whenZeroWeight.http ?? profile.zeroWeight };
    return failed(action.whenZeroWeight, 'zero-weight', [{ code: 'zero-weight', rule: 'R-335, A-17', args }]);
  }
  const { legs, notes } = shareOut({ action, parent, request, ir, profile, passage, error });
  return conclude(legs, passage, request, [...passage.notes, ...notes], action, error, profile);
}

/** Returns a delivery that forwards nothing. */
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

function redirected(redirect: Redirect, passage: Passage, profile: Profile): Delivery {
  return {
    ...redirectless(passage),
    kind: 'redirected',
    status: redirect.status,
    response: localResponseOf(passage, 'redirect', profile),
    redirect: redirectAfter(redirect, passage, profile),
    mirrors: profile.mirrorWithRedirect === 'mirrored' ? passage.mirrors : [],
  };
}

function conclude(
  legs: readonly Leg[],
  passage: Passage,
  request: SimRequest,
  given: readonly TraceNote[],
  action: Action,
  error: (status: number) => number | null,
  profile: Profile,
): Delivery {
  const live = legs.filter((leg) => leg.backend.weight > 0);
  const open = live.filter((leg) => leg.answers === 'unknown');
  const usable = live.filter(({ answers }) => answers === 'backend' || answers === 'guarded');
  const redirects = live.filter((leg) => leg.backend.redirect !== undefined);
  const { timeouts, retry } = action;
  const ending =
    usable.length > 0 && request.backend !== null
      ? attemptsPlayer()(request.backend, { timeouts, retry, profile })
      : null;
  const notes = [...given, ...notesOnAttempts(ending, action, request, profile)];
  const answered = ending === null ? 200 : ending.status;
  // The answer of a backend also reaches the client through a connection.
  const passed = errorStatus(answered, action.errors === 'none' ? 'by-http-code' : action.errors);
  const endStatus =
    ending?.cause === 'backend-failed' ? statusSeen(passed, request.protocol) : error(answered);
  const okStatus = answered === 200 ? statusSeen(OK, request.protocol) : endStatus;
  const undelivered = ending !== null && (ending.cause === 'timeout' || ending.cause === 'connection-reset');
  // An answer of the data plane is not a response of a backend.
  const responseTo = ({ own }: Leg) =>
    undelivered ? localResponseOf(own, 'error', profile) : responseOf(own);
  const described = describeLegs(legs, passage, request, responseTo);
  const shares = described.map((backend, at): BackendShare => {
    const failed = legs[at]?.answers === 'backend' && ending !== null && ending.status !== 200;
    return failed ? { ...backend, status: endStatus } : backend;
  });
  const [first] = usable;
  const merged = {
    ...(shares.some(({ access }) => access !== undefined)
      ? accessStage().shares(shares)
      : { backends: shares }),
    mirrors: usable.length > 0 ? mirrorsOf(usable) : passage.mirrors,
    attempts: ending?.attempts ?? [],
    notes,
  };
  if (first === undefined && open.length > 0) {
    // A filter may answer some of the requests, so it is unknown whether all of them fail.
    return {
      ...merged,
      kind: 'unknown',
      status: null,
      forwarded: null,
      response: NOTHING,
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
        response: localResponseOf(redirect.own, 'redirect', profile),
        redirect: redirect.backend.redirect,
        mirrors: profile.mirrorWithRedirect === 'mirrored' ? merged.mirrors : [],
        cause: null,
      };
    }
    const cause = live.find(({ backend }) => backend.cause !== undefined)?.backend.cause ?? 'no-backends';
    return {
      ...merged,
      kind: live.every(({ backend }) => isDenied(backend)) ? 'denied' : 'failed',
      status: commonStatus(live.map((leg) => leg.backend.status)),
      forwarded: null,
      response: localResponseOf(live[0]?.own ?? passage, 'error', profile),
      redirect: null,
      cause,
    };
  }
  return {
    ...merged,
    kind: undelivered ? 'failed' : 'forwarded',
    status:
      open.length > 0
        ? null
        : commonStatus(live.map((leg) => (leg.answers === 'backend' ? okStatus : leg.backend.status))),
    forwarded: forwardedOf(first.own, request),
    response: responseTo(first),
    redirect: null,
    cause: ending?.cause ?? null,
  };
}

/**
 * Returns the shares. As soon as one backend receives or answers something different from the result of the
 * rule, all shares describe it.
 */
function describeLegs(
  legs: readonly Leg[],
  passage: Passage,
  request: SimRequest,
  responseTo: (leg: Leg) => ResponseChanges,
): readonly BackendShare[] {
  const described = legs.map((leg) => ({
    leg,
    forwarded: forwardedOf(leg.own, request),
    responseChanges: responseTo(leg),
  }));
  const common = JSON.stringify([forwardedOf(passage, request), responseOf(passage)]);
  const receives = ({ answers }: Leg) => answers !== 'proxy';
  const receiving = described.filter(({ leg }) => receives(leg));
  const differ = receiving.some(
    ({ leg, forwarded }) => JSON.stringify([forwarded, responseOf(leg.own)]) !== common,
  );
  return described.map(({ leg, forwarded, responseChanges }) =>
    differ && receives(leg) ? { ...leg.backend, forwarded, responseChanges } : leg.backend,
  );
}

function mirrorsOf(legs: readonly Leg[]): Passage['mirrors'] {
  return legs[0]?.own.mirrors ?? [];
}

/** Returns the status if all shares agree. Returns null if it depends on the share. */
function commonStatus(statuses: readonly (number | null)[]): number | null {
  const [first] = statuses;
  return first !== undefined && statuses.every((status) => status === first) ? first : null;
}

function notesOnAttempts(
  ending: Ending | null,
  { retry }: Action,
  request: SimRequest,
  profile: Profile,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  if (retry !== null && retry.attempts === null && request.backend?.failFirst != null) {
    notes.push({ code: 'retry-unspecified', rule: 'R-343', args: { attempts: profile.unstatedAttempts } });
  }
  if (ending?.waited === true) {
    notes.push({ code: 'backoff-jittered', rule: 'R-343', args: { backoff: retry?.backoff ?? '' } });
  }
  return notes;
}
