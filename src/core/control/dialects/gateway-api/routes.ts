import type { Cluster } from '../../../cluster/cluster.ts';
import type { L4RouteResource } from '../../../resource/gateway-resource.ts';
import type { RouteResource } from '../../../resource/resource.ts';

/** A route of any kind that is simulated. */
export type AnyRoute = RouteResource | L4RouteResource;

/** Whether a route looks into requests; the others take whole connections. */
export function hasMatches(route: AnyRoute): route is RouteResource {
  return route.kind === 'HTTPRoute' || route.kind === 'GRPCRoute';
}

/** Every route of the bundle, in its order by kind. */
export function allRoutes(cluster: Cluster): readonly AnyRoute[] {
  return cluster.l4Routes.length === 0 ? cluster.routes : [...cluster.routes, ...cluster.l4Routes];
}
