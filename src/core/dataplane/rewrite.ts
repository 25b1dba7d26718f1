import type { Filter, PathChange } from '../ir/mesh-ir.ts';
import type { Redirect, SimRequest } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';

/** The path after a modifier; the query string is no part of it. */
export function changePath(path: string, change: PathChange | null): string {
  if (change === null) return path;
  if (change.kind === 'full') return change.value;
  const match = change.match.replace(/\/+$/, '');
  const rest = path.slice(match.length);
  const replacement = change.value.replace(/\/+$/, '');
  return replacement + rest === '' ? '/' : replacement + rest;
}

const WELL_KNOWN: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * The redirect that a RequestRedirect filter answers with. In a mesh there is no listener: the Service
 * port that was dialled stands for it. The query string is kept.
 */
export function redirectOf(
  filter: Extract<Filter, { kind: 'redirect' }>,
  request: SimRequest,
  hostHeader: string,
  path: string,
  profile: Profile,
): Redirect {
  const own = request.scheme === 'https' || request.scheme === 'tls' ? 'https' : 'http';
  const scheme = filter.scheme ?? own;
  const wellKnown = WELL_KNOWN[scheme] ?? 80;
  const port = filter.port ?? (filter.scheme === null ? request.port : wellKnown);
  const host = filter.hostname ?? hostHeader.replace(/:\d+$/, '');
  const target = changePath(path, filter.path);
  const query = profile.redirectKeepsQuery && request.query !== '' ? `?${request.query}` : '';
  const authority = port === wellKnown ? host : `${host}:${port}`;
  return {
    status: filter.status,
    location: `${scheme}://${authority}${target}${query}`,
    scheme,
    host,
    port,
    path: target,
  };
}
