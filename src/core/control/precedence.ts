import type { RankKey, RouteEntry } from '../ir/mesh-ir.ts';
import type { Criterion, Profile } from '../profile/profile.ts';
import type { L4RouteResource } from '../resource/gateway-resource.ts';
import type { GRPCRouteMatch, HTTPRouteMatch, RouteResource } from '../resource/resource.ts';

/** The rank of one HTTP match: one key per criterion of the profile, in its order. */
export function rankHTTP(
  match: HTTPRouteMatch,
  route: RouteResource,
  position: number,
  age: number | null,
  profile: Profile,
): readonly RankKey[] {
  return profile.httpCriteria.map((by) => httpKey(by, match, route, position, age, profile));
}

function httpKey(
  by: Criterion,
  match: HTTPRouteMatch,
  route: RouteResource,
  position: number,
  age: number | null,
  profile: Profile,
): RankKey {
  switch (by) {
    case 'exact-path':
      return { by, prefer: 'greater', value: kindOfPath(match.path.type, profile) };
    case 'path-length':
      return { by, prefer: 'greater', value: pathLength(match, profile) };
    case 'method':
      return { by, prefer: 'greater', value: match.method === null ? 0 : 1 };
    case 'headers':
      return { by, prefer: 'greater', value: match.headers.length };
    case 'query':
      return { by, prefer: 'greater', value: match.queryParams.length };
    default:
      return tieBreak(by, route, position, age, profile);
  }
}

/** Where the type of a path stands (R-220 item 2; for regular expressions). */
function kindOfPath(type: HTTPRouteMatch['path']['type'], profile: Profile): number {
  if (profile.regexRank === 'none') return 0;
  if (type === 'Exact') return 2;
  const regexAbovePrefix = profile.regexRank === 'exact-regex-prefix';
  return (type === 'RegularExpression') === regexAbovePrefix ? 1 : 0;
}

/** Characters of the path's value; a prefix without its trailing slashes, as they have no meaning. */
function pathLength(match: HTTPRouteMatch, profile: Profile): number {
  const { type, value } = match.path;
  if (type !== 'PathPrefix' || profile.prefixTrailingSlash === 'count') return [...value].length;
  return [...value.replace(/\/+$/, '')].length;
}

const GRPC_CRITERIA: readonly Criterion[] = ['service', 'method', 'headers', 'age', 'name', 'position'];

/** The rank of one gRPC match: characters of the service, of the method, number of headers, then ties. */
export function rankGRPC(
  match: GRPCRouteMatch,
  route: RouteResource,
  position: number,
  age: number | null,
  profile: Profile,
): readonly RankKey[] {
  return GRPC_CRITERIA.map((by) => {
    switch (by) {
      case 'service':
        return { by, prefer: 'greater', value: [...(match.method?.service ?? '')].length };
      case 'method':
        return { by, prefer: 'greater', value: [...(match.method?.method ?? '')].length };
      case 'headers':
        return { by, prefer: 'greater', value: match.headers.length };
      default:
        return tieBreak(by, route, position, age, profile);
    }
  });
}

/** The rank of a connection's rule: age, then name. */
export function rankConnection(
  route: L4RouteResource,
  position: number,
  age: number | null,
  profile: Profile,
): readonly RankKey[] {
  return (['age', 'name', 'position'] as const).map((by) => tieBreak(by, route, position, age, profile));
}

function tieBreak(
  by: Criterion,
  route: { readonly namespace: string; readonly name: string },
  position: number,
  age: number | null,
  profile: Profile,
): RankKey {
  if (by === 'age') return { by, prefer: 'lesser', value: age };
  if (by === 'name') {
    // A tuple compares the namespace first; NUL sorts before every character of a name.
    const separator = profile.nameOrder === 'tuple' ? '\0' : '/';
    return { by, prefer: 'lesser', value: `${route.namespace}${separator}${route.name}` };
  }
  return { by: 'position', prefer: 'lesser', value: position };
}

function compareKey(a: RankKey, b: RankKey): number {
  if (a.value === b.value) return 0;
  if (a.value === null) return 1;
  if (b.value === null) return -1;
  const less = a.value < b.value ? -1 : 1;
  return a.prefer === 'lesser' ? less : -less;
}

/** Orders entries of one kind: negative when `a` goes first. Entries of one rule and match are equal (0). */
export function compareEntries(a: RouteEntry, b: RouteEntry): number {
  for (let at = 0; at < a.rank.length; at++) {
    const keyOfB = b.rank[at];
    if (keyOfB === undefined) break;
    const order = compareKey(a.rank[at] as RankKey, keyOfB);
    if (order !== 0) return order;
  }
  return 0;
}
