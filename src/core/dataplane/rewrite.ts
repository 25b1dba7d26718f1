import type { Filter, PathChange } from '../ir/filter.ts';
import type { Redirect } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import { decodedPath } from '../match/decoded-path.ts';
import { compilePattern } from '../match/pattern.ts';
import type { Profile } from '../profile/profile.ts';

/** Returns the path after a modifier. The query string is not part of it (R-312, A-16). */
export function changePath(path: string, change: PathChange | null, profile: Profile): string {
  if (change === null) return path;
  // A request always has a path. An empty one is the root.
  if (change.kind === 'full') return change.value === '' ? '/' : change.value;
  // Envoy replaces the characters that matched, and nothing else (Istio 7.5).
  if (change.kind === 'regex') {
    const pattern = compilePattern(change.pattern, 'search', profile.patternUnit);
    const compared = change.decodes === true ? decodedPath(path) : path;
    return pattern.ok && pattern.matches(compared) ? pattern.replaceAll(compared, change.value) : path;
  }
  if (change.kind === 'text-prefix') return change.value + path.slice(change.match.length);
  return replacePrefix(path, change, withoutSlashes(change.value), profile);
}

type RedirectFilter = Extract<Filter, { kind: 'redirect' }>;
type PrefixChange = Extract<PathChange, { kind: 'prefix' }>;

function replacePrefix(path: string, change: PrefixChange, replacement: string, profile: Profile): string {
  const match = withoutSlashes(change.match);
  const rest = path.slice(match.length);
  // Envoy replaces the character `/` itself and adds no other.
  const glued = match === '' && replacement !== '' && profile.rootPrefix === 'concatenated';
  const changed = replacement + (glued ? rest.replace(/^\//, '') : rest);
  return changed === '' ? '/' : changed;
}

function withoutSlashes(path: string): string {
  return path.replace(/\/+$/, '');
}

/**
 * Returns the path of a redirect. It starts with a slash, so that it cannot become a part of the host (R-311,
 * R-312).
 */
function redirectPath(path: string, change: PathChange | null, profile: Profile): string {
  const target =
    change?.kind === 'prefix' ? redirectPrefix(path, change, profile) : changePath(path, change, profile);
  return target.startsWith('/') ? target : `/${target}`;
}

function redirectPrefix(path: string, change: PrefixChange, profile: Profile): string {
  switch (profile.prefixRedirect) {
    case 'as-rewrite':
      return changePath(path, change, profile);
    case 'untrimmed':
      return change.value === '' ? path : replacePrefix(path, change, change.value, profile);
    case 'untrimmed-merging': {
      const rest = path.slice(withoutSlashes(change.match).length);
      const swallows = change.value === '' || change.value === '/';
      return swallows ? `/${rest.replace(/^\/+/, '')}` : replacePrefix(path, change, change.value, profile);
    }
    default:
      return profile.prefixRedirect satisfies never;
  }
}

const WELL_KNOWN: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
]);

/**
 * Returns the redirect of a RequestRedirect filter (R-310, R-311). A mesh has no listener: the dialled
 * Service port takes its place. The query string is kept (A-40), unless the filter sets one.
 */
export function redirectOf(
  filter: RedirectFilter,
  request: SimRequest,
  hostHeader: string,
  path: string,
  profile: Profile,
): Redirect {
  if (filter.ports === 'envoy') return envoyRedirect(filter, request, hostHeader, path, profile);
  const own = request.scheme === 'https' || request.scheme === 'tls' ? 'https' : 'http';
  const scheme = filter.scheme ?? own;
  const usual = WELL_KNOWN.get(scheme) ?? 80;
  const asked = filter.port ?? (filter.scheme === null ? request.port : usual);
  const dropped = profile.redirectDefaultPorts === 'dropped' && (asked === 80 || asked === 443);
  const told = dropped || asked === usual ? null : asked;
  const kept =
    told === null && filter.hostname === null ? keptPort(hostHeader, scheme, own, request, profile) : null;
  const port = told ?? kept;
  const host = filter.hostname ?? hostHeader.replace(/:\d+$/, '');
  const target = redirectPath(path, filter.path, profile);
  const queried = target.includes('?') || !profile.redirectKeepsQuery || request.query === '';
  return {
    status: filter.status,
    location: `${scheme}://${port === null ? host : `${host}:${port}`}${target}${queried ? '' : `?${request.query}`}`,
    scheme,
    host,
    port: port ?? usual,
    path: target.split('?', 1)[0] as string,
  };
}

/**
 * Returns the redirect of a VirtualService. A new authority is written as it is. A port of the Host header
 * stays unless the redirect sets one (Istio 7.2).
 */
function envoyRedirect(
  filter: RedirectFilter,
  request: SimRequest,
  hostHeader: string,
  path: string,
  profile: Profile,
): Redirect {
  const own = request.scheme === 'https' ? 'https' : 'http';
  const scheme = filter.scheme ?? own;
  const usual = WELL_KNOWN.get(scheme) ?? 80;
  const isWritten = request.headers.some(([name]) => name.toLowerCase() === 'host');
  const sent = isWritten ? hostHeader : hostHeader.replace(/:\d+$/, '');
  const kept =
    filter.hostname === null && filter.port === null
      ? keptPort(sent, scheme, own, request, { redirectHostPort: 'kept' })
      : null;
  const port = filter.port ?? kept;
  const host = filter.hostname ?? sent.replace(/:\d+$/, '');
  const target = redirectPath(path, filter.path, profile);
  const query = target.includes('?') || request.query === '' ? '' : `?${request.query}`;
  return {
    status: filter.status,
    location: `${scheme}://${port === null ? host : `${host}:${port}`}${target}${query}`,
    scheme,
    host,
    port: port ?? usual,
    path: target.split('?', 1)[0] as string,
  };
}

/**
 * Returns the port of the Host header if it is kept. The usual port of a scheme is removed if the redirect
 * changes the scheme.
 */
function keptPort(
  hostHeader: string,
  scheme: string,
  own: string,
  { headers }: SimRequest,
  profile: Pick<Profile, 'redirectHostPort'>,
): number | null {
  const written = /:(\d+)$/.exec(hostHeader)?.[1];
  if (written === undefined || profile.redirectHostPort === 'dropped') return null;
  const isSent = Number(written) !== WELL_KNOWN.get(own) || headers.some(([name]) => /^host$/i.test(name));
  if (!isSent && profile.redirectHostPort === 'kept-if-sent') return null;
  return scheme !== own && Number(written) === WELL_KNOWN.get(own) ? null : Number(written);
}
