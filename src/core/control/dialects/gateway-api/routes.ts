import type { Cluster } from '../../../cluster/cluster.ts';
import type { RouteEntry } from '../../../ir/table.ts';
import type { L4RouteResource } from '../../../resource/gateway-resource.ts';
import { GRPC_ROUTE } from '../../../resource/kinds/gateway-api/grpc-route.ts';
import { HTTP_ROUTE } from '../../../resource/kinds/gateway-api/http-route.ts';
import { TCP_ROUTE, TLS_ROUTE, UDP_ROUTE } from '../../../resource/kinds/gateway-api/l4-routes.ts';
import type { ResourceMeta, RouteResource } from '../../../resource/resource.ts';

/** Returns the entries of a route, compiled once and shared by all its tables. */
export type EntriesOf = (route: AnyRoute) => readonly RouteEntry[];

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

/** Returns whether a resource is a route of Gateway API. */
export function isRoute(resource: ResourceMeta): resource is AnyRoute {
  return ROUTE_KINDS.some(({ kind, group }) => kind === resource.kind && group === resource.group);
}

const ROUTE_KINDS = [HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE, UDP_ROUTE];
