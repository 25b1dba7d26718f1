import type { Condition } from '../../../../ir/condition.ts';
import type { RankKey } from '../../../../ir/table.ts';
import { rankOfPathType } from '../../../../match/path-rank.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { GRPCRouteMatch } from '../../../../resource/resource.ts';
import { type RouteTies, rankPath } from './precedence.ts';

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
  const measures = {
    // Without a path the match goes after all paths.
    'exact-path': path === 'none' ? -1 : rankOfPathType(path.op, profile),
    'path-length': path === 'none' ? 0 : [...path.value].length,
    method: 0,
    headers: match.headers.length,
    query: 0,
  };
  return { path, rank: rankPath(measures, position, ties, profile) };
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
