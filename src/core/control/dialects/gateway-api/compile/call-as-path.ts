import type { Condition } from '../../../../ir/condition.ts';
import type { RankKey } from '../../../../ir/table.ts';
import { rankOfPathType } from '../../../../match/path-rank.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { GRPCRouteMatch } from '../../../../resource/resource.ts';
import { greater, type RouteTies, tieBreak } from './precedence.ts';

/** The condition on a path that the method of a gRPC match becomes. */
export type CallPath = Pick<Condition, 'op' | 'value'>;

/**
 * Returns a gRPC match as Istio reads it: a path, or 'none' if the match has no method, with its rank among
 * the matches of HTTPRoutes (Istio 12.2).
 */
export function callAsPath(
  match: GRPCRouteMatch,
  position: number,
  ties: RouteTies,
  profile: Profile,
): { readonly path: CallPath | 'none'; readonly rank: readonly RankKey[] } {
  const path = match.method === null ? 'none' : pathOf(match.method);
  const shape = path === 'none' ? null : { op: path.op, length: [...path.value].length };
  return { path, rank: rankPath(shape, match.headers.length, position, ties, profile) };
}

/** A service alone is the prefix of its methods. A method alone is a pattern, also if it is exact. */
function pathOf({ type, service, method }: NonNullable<GRPCRouteMatch['method']>): CallPath {
  const exact = type === 'Exact';
  if (service === '') return { op: 'regex', value: `/[^/]+/${method}` };
  if (method === '') {
    return exact ? { op: 'path-prefix', value: `/${service}/` } : { op: 'regex', value: `/${service}/.+` };
  }
  return { op: exact ? 'exact' : 'regex', value: `/${service}/${method}` };
}

/**
 * Returns the rank of a match that compares a path, as one of HTTP. Without a path it goes after all paths
 * (Istio 12.2).
 */
function rankPath(
  path: { readonly op: Condition['op']; readonly length: number } | null,
  headers: number,
  position: number,
  ties: RouteTies,
  profile: Profile,
): readonly RankKey[] {
  return profile.httpCriteria.map((by): RankKey => {
    switch (by) {
      case 'exact-path':
        return path === null ? NO_PATH : greater(by, rankOfPathType(path.op, profile));
      case 'path-length':
        return greater(by, path?.length ?? 0);
      case 'headers':
        return greater(by, headers);
      case 'method':
      case 'query':
        return greater(by, 0);
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

const NO_PATH: RankKey = { by: 'exact-path', prefer: 'greater', value: -1 };
