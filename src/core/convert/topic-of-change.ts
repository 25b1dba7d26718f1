import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';

/** What a difference between an Ingress and its conversion is about. */
export type ChangeTopic =
  /** HTTPS with the fallback certificate of the controller (T-19). */
  | 'no-certificate'
  /** Paths that the controller decodes and normalises (T-30). */
  | 'encoded-path'
  /** The answer of a protection that is lost (T-26). */
  | 'protection'
  /** A rule that is written without backends, because something of it is lost. */
  | 'closed'
  /** Upper and lower case in the path (T-06). */
  | 'letter-case'
  /** A slash at the end of the path (T-08, T-18). */
  | 'trailing-slash'
  /** Another code for a backend that cannot be reached: 503 and 500 (I-402). */
  | 'error-status'
  /** The query, the slash or the port of a redirect (T-20). */
  | 'redirect-target'
  /** A wildcard takes several labels (T-10). */
  | 'wildcard-depth'
  /** Answers to cross-origin requests (I-717). */
  | 'cross-origin'
  | 'path-rewrite'
  | 'timeouts'
  | 'other';

/** A changed request with both outcomes. */
export interface ChangedRequest {
  readonly request: SimRequest;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The wildcard host that takes the request after the conversion. Null for other hosts. */
  readonly wildcard: string | null;
}

/** Returns what a difference is about, as its outcomes show. `isSame` compares another request on both sides. */
export function topicOfChange(
  { request, before, after, wildcard }: ChangedRequest,
  isSame: (request: SimRequest) => boolean,
): ChangeTopic {
  const { path, host } = request;
  const depth = wildcard === null ? 0 : host.split('.').length - wildcard.split('.').length;
  if (depth > 0) return 'wildcard-depth';
  if (before.cause !== null && PROTECTIVE.has(before.cause)) return 'protection';
  if (after.kind === 'failed' && after.backends.length === 0) return 'closed';
  if (isCrossOrigin(request)) return 'cross-origin';
  if (before.redirect !== null && after.redirect !== null) return 'redirect-target';
  if (before.kind === 'failed' && after.kind === 'failed') return 'error-status';
  const lower = path.toLowerCase();
  if (lower !== path && isSame({ ...request, path: lower })) return 'letter-case';
  if (path !== '/' && isSame({ ...request, path: path.endsWith('/') ? path.slice(0, -1) : `${path}/` }))
    return 'trailing-slash';
  if (before.kind === 'forwarded' && after.kind === 'forwarded') {
    if (before.forwarded?.path !== after.forwarded?.path) return 'path-rewrite';
    if (JSON.stringify(before.timeouts) !== JSON.stringify(after.timeouts)) return 'timeouts';
  }
  return 'other';
}

const PROTECTIVE: ReadonlySet<string> = new Set([
  'address-refused',
  'credentials-missing',
  'location-denied',
]);

function isCrossOrigin({ headers, method }: SimRequest): boolean {
  return method === 'OPTIONS' || headers.some(([name]) => name.toLowerCase() === 'origin');
}
