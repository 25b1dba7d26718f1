import { compareRankKeys, orderOfName } from '../../../../ir/rank.ts';
import type { RankKey, RouteEntry } from '../../../../ir/table.ts';
import { lengthOfPath, rankOfPathType } from '../../../../match/path-rank.ts';
import type { Criterion, Profile } from '../../../../profile/profile.ts';
import type { GRPCRouteMatch, HTTPRouteMatch } from '../../../../resource/resource.ts';

const OPS = { Exact: 'exact', PathPrefix: 'path-prefix', RegularExpression: 'regex' } as const;

/** The keys of a route that break ties between the matches of several routes. */
export interface RouteTies {
  readonly age: RankKey;
  readonly name: RankKey;
}

/** Returns the keys that all entries of a route share: its age (null if unknown) and its name. */
export function routeTies(
  route: { readonly namespace: string; readonly name: string },
  age: number | null,
  profile: Profile,
): RouteTies {
  return {
    age: age === null ? UNKNOWN_AGE : { by: 'age', prefer: 'lesser', value: age },
    name: { by: 'name', prefer: 'lesser', value: orderOfName(route.namespace, route.name, profile) },
  };
}

const UNKNOWN_AGE: RankKey = { by: 'age', prefer: 'lesser', value: null };

/** Counts and lengths are small, so that entries share most of their keys. */
const SHARED_VALUES = 256;
const SHARED = new Map<Criterion, RankKey[]>();

/** Returns the key of a number that takes precedence if it is greater. */
function greater(by: Criterion, value: number): RankKey {
  if (value < 0 || value >= SHARED_VALUES) return { by, prefer: 'greater', value };
  let shared = SHARED.get(by);
  if (shared === undefined) {
    shared = [];
    SHARED.set(by, shared);
  }
  shared[value] ??= { by, prefer: 'greater', value };
  return shared[value];
}

/** What the criteria of a match that compares a path are about, by criterion. */
export type PathMeasures = Readonly<
  Record<'exact-path' | 'path-length' | 'method' | 'headers' | 'query', number>
>;

/** Returns one key for each criterion of the profile for HTTP, in its order. */
export function rankPath(
  measures: PathMeasures,
  position: number,
  ties: RouteTies,
  { httpCriteria }: Pick<Profile, 'httpCriteria'>,
): readonly RankKey[] {
  return httpCriteria.map((by): RankKey => {
    switch (by) {
      case 'exact-path':
      case 'path-length':
      case 'method':
      case 'headers':
      case 'query':
        return greater(by, measures[by]);
      case 'age':
      case 'name':
      case 'position':
      case 'hostname':
      case 'service':
        return tieBreak(by, position, ties);
      default:
        return by satisfies never;
    }
  });
}

/** Returns the rank of one HTTP match. */
export function rankHTTP(
  { path, method, headers, queryParams }: HTTPRouteMatch,
  position: number,
  ties: RouteTies,
  profile: Profile,
): readonly RankKey[] {
  const op = OPS[path.type];
  const measures = {
    'exact-path': rankOfPathType(op, profile),
    'path-length': lengthOfPath(op, path.value, profile),
    method: method === null ? 0 : 1,
    headers: headers.length,
    query: queryParams.length,
  };
  return rankPath(measures, position, ties, profile);
}

const GRPC_CRITERIA = ['service', 'method', 'headers', 'age', 'name', 'position'] as const;

/**
 * Returns the rank of one gRPC match: characters of the service, of the method, number of headers,
 * then ties.
 */
export function rankGRPC(match: GRPCRouteMatch, position: number, ties: RouteTies): readonly RankKey[] {
  return GRPC_CRITERIA.map((by): RankKey => {
    switch (by) {
      case 'service':
        return greater(by, [...(match.method?.service ?? '')].length);
      case 'method':
        return greater(by, [...(match.method?.method ?? '')].length);
      case 'headers':
        return greater(by, match.headers.length);
      case 'age':
      case 'name':
      case 'position':
        return tieBreak(by, position, ties);
      default:
        return by satisfies never;
    }
  });
}

/** Returns the rank of a rule for connections: age, then name. */
export function rankConnection(position: number, ties: RouteTies): readonly RankKey[] {
  return (['age', 'name', 'position'] as const).map((by) => tieBreak(by, position, ties));
}

/** Returns the key of a criterion that does not depend on the conditions. */
function tieBreak(by: Criterion, position: number, ties: RouteTies): RankKey {
  if (by === 'age') return ties.age;
  return by === 'name' ? ties.name : { by: 'position', prefer: 'lesser', value: position };
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
