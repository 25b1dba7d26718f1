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

/** A request on its way through a filter list: what the backend will get so far. */
export interface Passage {
  readonly host: string;
  readonly path: string;
  readonly headers: Headers;
  readonly response: Headers;
  /** What filters make of a response that is none of a backend's: they begin with nothing. */
  readonly local: Headers;
  readonly removed: readonly string[];
  readonly mirrors: readonly { readonly service: string; readonly share: number }[];
  /** Set when a filter answers instead of forwarding. */
  readonly redirect: Redirect | null;
  /** Set when a filter cannot be used: affected requests get an error. */
  readonly broken: string | null;
  /** True when a filter answers a preflight itself. */
  readonly answered: boolean;
  readonly notes: readonly TraceNote[];
}

/**
 * The passage before any filter. A Host header that the client gave replaces what it dialled; headers about the
 * connection stay behind where a route forwards (`routed`), and go along where nothing does.
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
 * Runs filters in list order. They never change which rule was chosen, and a redirect or a broken
 * filter ends the list.
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

/** The kind of a filter that has no case above: its requests fail instead of passing it over. */
function kindOfUnknown(filter: never): string {
  return (filter as { readonly kind: string }).kind;
}

/** Whether a filter refers into another namespace without a grant, where it is open whether that matters. */
function isUngranted(filter: Filter): boolean {
  if (filter.kind === 'mirror') return 'ungranted' in filter.to;
  return (filter.kind === 'opaque' || filter.kind === 'broken') && filter.ungranted === true;
}

function nameOf(filter: Filter): string {
  return filter.kind === 'mirror' ? filter.service : 'what' in filter ? filter.what : filter.kind;
}

/** A mesh's reference into another namespace without a ReferenceGrant: whether it needs one is open. */
export function noteOnGrant(service: string, { meshReferenceGrant }: Profile): TraceNote {
  return { code: 'mesh-reference-grant', rule: 'R-139, A-04', args: { service, chosen: meshReferenceGrant } };
}

/** What the backend receives at the end of a passage. */
export function forwardedOf(passage: Passage, request: SimRequest): ForwardedRequest {
  return {
    method: request.method,
    scheme: request.scheme === 'https' ? 'https' : request.scheme === 'grpc' ? 'grpc' : 'http',
    host: passage.host,
    path: request.query === '' ? passage.path : `${passage.path}?${request.query}`,
    headers: printRequestHeaders(passage.headers),
  };
}

/** Changes on the way back: headers as the client gets them where a filter or the supposed backend set them. */
export function responseOf(passage: Passage): ResponseChanges {
  return { headers: printHeaders(passage.response), removed: passage.removed };
}

/** What the answer to a preflight carries: the data plane gives it, so nothing of a backend is in it. */
export function preflightResponseOf(passage: Passage): ResponseChanges {
  return { headers: printHeaders(passage.local), removed: passage.removed };
}

const NOTHING_CHANGED: ResponseChanges = { headers: {}, removed: [] };

/** The same for what the data plane answers itself, where filters act on that. */
export function localResponseOf(
  passage: Passage,
  answer: 'redirect' | 'error',
  { filterLocalResponses }: Profile,
): ResponseChanges {
  const acts =
    filterLocalResponses === 'all' || (filterLocalResponses === 'redirects' && answer === 'redirect');
  return acts ? { headers: printHeaders(passage.local), removed: passage.removed } : NOTHING_CHANGED;
}

/** A redirect as the client gets it: a filter that acts on it can set its Location. */
export function redirectAfter(redirect: Redirect, passage: Passage, profile: Profile): Redirect {
  const location = passage.local.get('location')?.lines[0];
  return location === undefined || profile.filterLocalResponses === 'none'
    ? redirect
    : { ...redirect, location };
}
