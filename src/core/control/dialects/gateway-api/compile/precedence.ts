import { compareRankKeys, orderOfName } from '../../../../ir/rank.ts';
import type { RankKey, RouteEntry } from '../../../../ir/table.ts';
import { lengthOfPath, rankOfPathType } from '../../../../match/path-rank.ts';
import type { Criterion, Profile } from '../../../../profile/profile.ts';
import type { L4RouteResource } from '../../../../resource/gateway-resource.ts';
import type { GRPCRouteMatch, HTTPRouteMatch, RouteResource } from '../../../../resource/resource.ts';

const OPS = { Exact: 'exact', PathPrefix: 'path-prefix', RegularExpression: 'regex' } as const;

/**
 * Returns the rank of one HTTP match: one key for each criterion of the profile, in its order.
 */
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
      return { by, prefer: 'greater', value: rankOfPathType(OPS[match.path.type], profile) };
    case 'path-length':
      return { by, prefer: 'greater', value: lengthOfPath(OPS[match.path.type], match.path.value, profile) };
    case 'method':
      return { by, prefer: 'greater', value: match.method === null ? 0 : 1 };
    case 'headers':
      return { by, prefer: 'greater', value: match.headers.length };
    case 'query':
      return { by, prefer: 'greater', value: match.queryParams.length };
    case 'age':
    case 'name':
    case 'position':
    case 'hostname':
    case 'service':
      return tieBreak(by, route, position, age, profile);
    default:
      return by satisfies never;
  }
}

const GRPC_CRITERIA = ['service', 'method', 'headers', 'age', 'name', 'position'] as const;

/**
 * Returns the rank of one gRPC match: characters of the service, of the method, number of headers,
 * then ties.
 */
export function rankGRPC(
  match: GRPCRouteMatch,
  route: RouteResource,
  position: number,
  age: number | null,
  profile: Profile,
): readonly RankKey[] {
  return GRPC_CRITERIA.map((by): RankKey => {
    switch (by) {
      case 'service':
        return { by, prefer: 'greater', value: [...(match.method?.service ?? '')].length };
      case 'method':
        return { by, prefer: 'greater', value: [...(match.method?.method ?? '')].length };
      case 'headers':
        return { by, prefer: 'greater', value: match.headers.length };
      case 'age':
      case 'name':
      case 'position':
        return tieBreak(by, route, position, age, profile);
      default:
        return by satisfies never;
    }
  });
}

/** Returns the rank of a rule for connections: age, then name. */
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
    return { by, prefer: 'lesser', value: orderOfName(route.namespace, route.name, profile) };
  }
  return { by: 'position', prefer: 'lesser', value: position };
}

/**
 * Returns the order of entries of one kind: negative if `a` takes precedence. Entries of one rule and match
 * are equal (0).
 */
export function compareEntries(a: RouteEntry, b: RouteEntry): number {
  for (let at = 0; at < a.rank.length; at++) {
    const keyOfB = b.rank[at];
    if (keyOfB === undefined) break;
    const order = compareRankKeys(a.rank[at] as RankKey, keyOfB);
    if (order !== 0) return order;
  }
  return 0;
}
