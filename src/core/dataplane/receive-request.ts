import type { SimRequest } from '../ir/request.ts';
import { hasEscapedSlash, normalisePath } from '../match/normalise-path.ts';
import type { Profile } from '../profile/profile.ts';

/** The result of the checks of a data plane before any route. */
export type Reception =
  /** The request with its normalised path. */
  | { readonly as: 'request'; readonly request: SimRequest }
  /** Answered with 400. */
  | { readonly as: 'refused'; readonly why: 'path' | 'method' | 'null-character' | 'underscore' }
  /** Redirected to the decoded path with 307. */
  | { readonly as: 'redirect'; readonly path: string };

/** The methods that Envoy accepts over HTTP/1.1. It answers any other method with 400. */
const KNOWN_METHODS: ReadonlySet<string> = new Set([
  ...['ACL', 'BIND', 'CHECKOUT', 'CONNECT', 'COPY', 'DELETE', 'GET', 'HEAD', 'LINK', 'LOCK', 'MERGE'],
  ...['MKACTIVITY', 'MKCALENDAR', 'MKCOL', 'MOVE', 'MSEARCH', 'NOTIFY', 'OPTIONS', 'PATCH', 'POST'],
  ...['PROPFIND', 'PROPPATCH', 'PURGE', 'PUT', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE'],
  ...['TRACE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE'],
]);

/** Returns true if a data plane accepts a method. CONNECT has no path to match. */
export function takesMethod(method: string, profile: Profile): boolean {
  return (method !== 'CONNECT' && KNOWN_METHODS.has(method)) || profile.refusedRequests === 'none';
}

/** Returns all methods that a data plane accepts. Returns null if it accepts any method. */
export function methodsTaken(profile: Profile): readonly string[] | null {
  return profile.refusedRequests === 'none' ? null : [...KNOWN_METHODS].filter((each) => each !== 'CONNECT');
}

/** Returns true if a data plane accepts a header with this name. */
export function takesHeader(name: string, profile: Profile): boolean {
  return !name.includes('_') || profile.underscoreHeaders === 'allowed';
}

/**
 * Returns true if routes can match a path: it is a valid request target, and the data plane does not change
 * it.
 */
export function takesPath(path: string, profile: Profile): boolean {
  const received = receivePath(path, profile);
  return received.as === 'path' && received.path === path;
}

/** Returns a request as a data plane receives it. Connections are not changed. */
export function receiveRequest(request: SimRequest, profile: Profile): Reception {
  if (request.protocol !== 'http' && request.protocol !== 'grpc') return { as: 'request', request };
  if (request.protocol === 'http' && !takesMethod(request.method, profile)) {
    return { as: 'refused', why: 'method' };
  }
  if (!request.headers.every(([name]) => takesHeader(name, profile))) {
    return { as: 'refused', why: 'underscore' };
  }
  const received = receivePath(request.path, profile);
  if (received.as !== 'path') return received;
  const { path } = received;
  return { as: 'request', request: path === request.path ? request : { ...request, path } };
}

function receivePath(
  path: string,
  profile: Profile,
): Exclude<Reception, { as: 'request' }> | { readonly as: 'path'; readonly path: string } {
  // A request target consists of visible ASCII (RFC 9112, 3.2). Clients encode other characters.
  if (!VISIBLE.test(path)) return { as: 'refused', why: 'path' };
  if (path.includes('%00') && profile.refusedRequests === 'envoy')
    return { as: 'refused', why: 'null-character' };
  const { pathNormalisation } = profile;
  const normal = normalisePath(path, pathNormalisation);
  const redirects = pathNormalisation === 'redirect' && hasEscapedSlash(path);
  return redirects ? { as: 'redirect', path: normal } : { as: 'path', path: normal };
}

const VISIBLE = /^[\x21-\x7e]*$/;
