import type { Cluster } from '../../../cluster/cluster.ts';
import { type ClusterIndex, selected } from '../../../cluster/cluster-index.ts';
import type { RouteEntry } from '../../../ir/table.ts';
import type { L4RouteResource } from '../../../resource/gateway-resource.ts';
import { HTTP_ROUTE } from '../../../resource/kinds/gateway-api/http-route.ts';
import { GRPC_ROUTE, TCP_ROUTE, TLS_ROUTE, UDP_ROUTE } from '../../../resource/kinds/rare-kinds.ts';
import type { ResourceMeta, RouteResource } from '../../../resource/resource.ts';

/** Returns the entries of a route, compiled once and shared by all its tables. */
export type EntriesOf = (route: AnyRoute) => readonly RouteEntry[];

/** A route of any simulated kind. */
export type AnyRoute = RouteResource | L4RouteResource;

/** Returns true if a route examines requests. Other routes take whole connections. */
export function hasMatches(route: AnyRoute): route is RouteResource {
  return route.kind === 'HTTPRoute' || route.kind === 'GRPCRoute';
}

/** Returns every route of the bundle, by kind and in the order of the bundle. */
export function allRoutes(cluster: Cluster): readonly AnyRoute[] {
  return cluster.l4Routes.length === 0 ? cluster.routes : [...cluster.routes, ...cluster.l4Routes];
}

/** Returns an index of the routes that pass a test, in the order of `allRoutes`. */
export function routesWhere(test: (route: AnyRoute) => boolean): ClusterIndex<readonly AnyRoute[]> {
  return selected(ALL_KINDS, test, (routes) => [
    ...routes.filter(hasMatches),
    ...routes.filter((route) => !hasMatches(route)),
  ]);
}

const ALL_KINDS = [HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE, UDP_ROUTE];

const GROUP = 'gateway.networking.k8s.io';
const ROUTE_KINDS = {
  HTTPRoute: true,
  GRPCRoute: true,
  TLSRoute: true,
  TCPRoute: true,
  UDPRoute: true,
} satisfies Record<AnyRoute['kind'], true>;

/** Returns true if a resource is a route of Gateway API. */
export function isRoute(resource: ResourceMeta): resource is AnyRoute {
  return resource.group === GROUP && Object.hasOwn(ROUTE_KINDS, resource.kind);
}
