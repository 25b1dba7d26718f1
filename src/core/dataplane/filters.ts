import type { Filter } from '../ir/filter.ts';
import type { ForwardedRequest, Redirect, ResponseChanges } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { authorityOf } from '../match/request-view.ts';
import type { Profile } from '../profile/profile.ts';
import { answerCORS } from './cors.ts';
import {
  changeHeaders,
  changeRequestHeaders,
  dropHopByHop,
  type Headers,
  printHeaders,
  printRequestHeaders,
  readHeaders,
} from './headers.ts';
import { notSimulated } from './not-simulated.ts';
import { changePath, redirectOf } from './rewrite.ts';

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
    answered: false,
    notes: [],
  };
}

/**
 * Returns the passage after filters in list order. Filters never change the selected rule. A
 * redirect or an unusable filter ends the list.
 */
export function applyFilters(
  filters: readonly Filter[],
  before: Passage,
  request: SimRequest,
  profile: Profile,
): Passage {
  if (filters.length === 0) return before;
  const headers: Headers = new Map(before.headers);
  const response: Headers = new Map(before.response);
  const local: Headers = new Map(before.local);
  const removed = [...before.removed];
  const mirrors = [...before.mirrors];
  const notes = [...before.notes];
  let { host, path } = before;
  const state = () => ({ answered: false, host, path, headers, response, local, removed, mirrors, notes });
  for (const filter of filters) {
    if (isUngranted(filter)) notes.push(noteOnGrant(nameOf(filter), profile));
    switch (filter.kind) {
      case 'request-headers':
        host = changeRequestHeaders(headers, filter.change, host);
        break;
      case 'response-headers':
        changeHeaders(response, filter.change);
        changeHeaders(local, filter.change);
        removed.push(...filter.change.remove);
        break;
      case 'rewrite':
        // The rewritten host is not routed again.
        host = filter.hostname ?? host;
        path = changePath(path, filter.path, profile);
        break;
      case 'mirror':
        if (filter.to.kind === 'unresolved') {
          notes.push({ code: 'mirror-dropped', rule: 'R-316', args: { service: filter.service } });
        } else {
          mirrors.push({ service: filter.service, share: filter.numerator / filter.denominator });
        }
        break;
      case 'cors': {
        const cors = answerCORS(filter.policy, request);
        if (cors === null) break;
        for (const [key, header] of cors.headers) {
          response.set(key, header);
          local.set(key, header);
        }
        if (cors.preflight) return { ...state(), redirect: null, broken: null, answered: true };
        break;
      }
      case 'opaque':
        notes.push(notSimulated('R-306', filter.what, 'filter'));
        break;
      case 'redirect':
        return { ...state(), redirect: redirectOf(filter, request, host, path, profile), broken: null };
      case 'broken':
        notes.push({ code: 'filter-broken', rule: 'R-306', args: { filter: filter.what } });
        return { ...state(), redirect: null, broken: filter.what };
      default:
        return { ...state(), redirect: null, broken: kindOfUnknown(filter satisfies never) };
    }
  }
  return { ...state(), redirect: null, broken: null };
}

/**
 * Returns the kind of a filter that has no case above. Its requests fail; the filter is not skipped.
 */
function kindOfUnknown(filter: never): string {
  return (filter as { readonly kind: string }).kind;
}

/**
 * Returns true if a filter refers to another namespace without a grant, and the specification does not say
 * whether it needs one.
 */
function isUngranted(filter: Filter): boolean {
  if (filter.kind === 'mirror') return 'ungranted' in filter.to;
  return (filter.kind === 'opaque' || filter.kind === 'broken') && filter.ungranted === true;
}

function nameOf(filter: Filter): string {
  return filter.kind === 'mirror' ? filter.service : 'what' in filter ? filter.what : filter.kind;
}

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
