import type { Filter } from '../ir/mesh-ir.ts';
import type { ForwardedRequest, Redirect, ResponseChanges, SimRequest, TraceNote } from '../ir/trace.ts';
import { authorityOf } from '../match/request-view.ts';
import type { Profile } from '../profile/profile.ts';
import { answerCORS } from './cors.ts';
import { changeHeaders, type Headers, printHeaders, readHeaders } from './headers.ts';
import { notSimulated } from './not-simulated.ts';
import { changePath, redirectOf } from './rewrite.ts';

/** A request on its way through a filter list: what the backend will get so far. */
export interface Passage {
  readonly host: string;
  readonly path: string;
  readonly headers: Headers;
  readonly response: Headers;
  /** Response headers that a filter touched, by lower-case name. */
  readonly touched: ReadonlySet<string>;
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

/** The passage before any filter. A Host header that the client gave replaces what it dialled. */
export function enter(request: SimRequest): Passage {
  const headers = readHeaders(request.headers);
  const host = headers.get('host')?.value ?? authorityOf(request);
  headers.delete('host');
  return {
    host,
    path: request.path,
    headers,
    response: readHeaders(request.backend?.responseHeaders ?? []),
    touched: new Set(),
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
  const touched = new Set(before.touched);
  const removed = [...before.removed];
  const mirrors = [...before.mirrors];
  const notes = [...before.notes];
  let { host, path } = before;
  const state = () => ({ answered: false, host, path, headers, response, touched, removed, mirrors, notes });
  for (const filter of filters) {
    switch (filter.kind) {
      case 'request-headers':
        changeHeaders(headers, filter.change);
        break;
      case 'response-headers':
        changeHeaders(response, filter.change);
        for (const { name } of [...filter.change.set, ...filter.change.add]) touched.add(name.toLowerCase());
        removed.push(...filter.change.remove);
        break;
      case 'rewrite':
        // The rewritten host is not routed again.
        host = filter.hostname ?? host;
        path = changePath(path, filter.path);
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
          touched.add(key);
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
    }
  }
  return { ...state(), redirect: null, broken: null };
}

/** What the backend receives at the end of a passage. */
export function forwardedOf(passage: Passage, request: SimRequest): ForwardedRequest {
  return {
    method: request.method,
    scheme: request.scheme === 'https' ? 'https' : request.scheme === 'grpc' ? 'grpc' : 'http',
    host: passage.host,
    path: request.query === '' ? passage.path : `${passage.path}?${request.query}`,
    headers: printHeaders(passage.headers),
  };
}

/** Changes on the way back: headers as the client gets them where a filter or the supposed backend set them. */
export function responseOf(passage: Passage): ResponseChanges {
  return { headers: printHeaders(passage.response), removed: passage.removed };
}
