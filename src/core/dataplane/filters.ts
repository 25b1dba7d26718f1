import type { Filter, RespondCause } from '../ir/filter.ts';
import type { ForwardedRequest, Redirect, ResponseChanges } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Status } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { authorityOf } from '../match/request-view.ts';
import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { dropHopByHop, type Headers, printHeaders, printRequestHeaders, readHeaders } from './headers.ts';

/** A request on its way through a list of filters: what the backend would receive at this point. */
export interface Passage {
  readonly host: string;
  readonly path: string;
  readonly headers: Headers;
  readonly response: Headers;
  /** The response headers of an answer that is not from a backend. They start empty. */
  readonly local: Headers;
  readonly removed: readonly string[];
  readonly mirrors: readonly { readonly service: string; readonly share: number }[];
  /** Set if a filter answers instead of forwarding. */
  readonly redirect: Redirect | null;
  /** Set if a filter cannot be used. The requests get an error. */
  readonly broken: string | null;
  /** Set if the proxy answers itself (Istio 7.3, 7.4). */
  readonly responds: { readonly status: Status; readonly cause: RespondCause } | null;
  /** True if a filter answers a preflight itself. */
  readonly answered: boolean;
  readonly notes: readonly TraceNote[];
}

/**
 * Returns the passage before any filter. A Host header of the client replaces the dialled host. Headers about
 * the connection are dropped if a route forwards the request (`routed`), and kept otherwise.
 */
export function enter(request: SimRequest, routed: boolean): Passage {
  const headers = readHeaders(request.headers);
  const host = headers.get('host')?.lines[0] ?? authorityOf(request);
  headers.delete('host');
  if (routed) dropHopByHop(headers);
  return {
    host,
    path: request.path,
    headers,
    response: readHeaders(request.backend?.responseHeaders ?? []),
    local: new Map(),
    removed: [],
    mirrors: [],
    redirect: null,
    broken: null,
    responds: null,
    answered: false,
    notes: [],
  };
}

/** Returns the passage after one or more filters. See apply-filters.ts. */
export type RunFilters = (
  filters: readonly Filter[],
  before: Passage,
  request: SimRequest,
  profile: Profile,
) => Passage;

let runner: RunFilters | null = null;

/** Provides the function that runs filters. See core/engines.ts. */
export function provideFilterRunner(run: RunFilters): void {
  runner = run;
}

/**
 * Returns the passage after filters in list order. Throws EngineMissing if there is a filter and the
 * function that runs them is not provided yet.
 */
export const applyFilters: RunFilters = (filters, before, request, profile) => {
  if (filters.length === 0) return before;
  if (runner === null) throw new EngineMissing('filters');
  return runner(filters, before, request, profile);
};

/**
 * Returns a note on a reference of a mesh route to another namespace without a ReferenceGrant. The
 * specification does not say whether it needs one.
 */
export function noteOnGrant(service: string, { meshReferenceGrant }: Profile): TraceNote {
  return { code: 'mesh-reference-grant', rule: 'R-139, A-04', args: { service, chosen: meshReferenceGrant } };
}

/** Returns what the backend receives at the end of a passage. */
export function forwardedOf(passage: Passage, request: SimRequest): ForwardedRequest {
  return {
    method: request.method,
    scheme: request.scheme === 'https' ? 'https' : request.scheme === 'grpc' ? 'grpc' : 'http',
    host: passage.host,
    path: request.query === '' ? passage.path : `${passage.path}?${request.query}`,
    headers: printRequestHeaders(passage.headers),
  };
}

/**
 * Returns the changes of the response: the headers that a filter or the assumed backend sets, as the client
 * gets them.
 */
export function responseOf(passage: Passage): ResponseChanges {
  return { headers: printHeaders(passage.response), removed: passage.removed };
}

/**
 * Returns the headers of the answer to a preflight. The data plane answers it, so it has no headers of a
 * backend.
 */
export function preflightResponseOf(passage: Passage): ResponseChanges {
  return { headers: printHeaders(passage.local), removed: passage.removed };
}

const NOTHING_CHANGED: ResponseChanges = { headers: {}, removed: [] };

/** Returns the headers of an answer of the data plane, if filters apply to it. */
export function localResponseOf(
  passage: Passage,
  answer: 'redirect' | 'error',
  { filterLocalResponses }: Profile,
): ResponseChanges {
  const acts =
    filterLocalResponses === 'all' || (filterLocalResponses === 'redirects' && answer === 'redirect');
  return acts ? { headers: printHeaders(passage.local), removed: passage.removed } : NOTHING_CHANGED;
}

/** Returns a redirect as the client gets it. A filter that applies to it can set its Location. */
export function redirectAfter(redirect: Redirect, passage: Passage, profile: Profile): Redirect {
  const location = passage.local.get('location')?.lines[0];
  return location === undefined || profile.filterLocalResponses === 'none'
    ? redirect
    : { ...redirect, location };
}
