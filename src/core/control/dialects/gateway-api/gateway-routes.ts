import type { Cluster } from '../../../cluster/cluster.ts';
import { namesGateway } from './attach/names-gateway.ts';
import { type CompiledRoute, compileOne, type RouteWorld, stillCompiled } from './compile/compiled-route.ts';
import type { GatewayPlane } from './gateways/gateway-plane.ts';
import { ROUTES_OF_GATEWAYS } from './gateways/routes-of-gateways.ts';
import type { AnyRoute } from './routes.ts';

/** Returns the routes of Gateways, compiled with the grants that their references need there. */
export function compileAtGateways(
  plane: GatewayPlane,
  world: RouteWorld,
  previous: ReadonlyMap<AnyRoute, CompiledRoute> | null,
): ReadonlyMap<AnyRoute, CompiledRoute> {
  const compiled = new Map<AnyRoute, CompiledRoute>();
  for (const route of gatewayRoutes(plane, world.cluster)) {
    const age = world.ageOf(route);
    const known = previous?.get(route);
    const isValid = known !== undefined && stillCompiled(known, route, age, world);
    compiled.set(route, isValid ? known : compileOne(route, age, world));
  }
  return compiled;
}

/** Returns the routes that Gateways accept or refuse, and those whose Gateway is not in the bundle. */
function gatewayRoutes(plane: GatewayPlane, cluster: Cluster): ReadonlySet<AnyRoute> {
  const routes = new Set(plane.attachments.map(({ route }) => route));
  for (const route of cluster.indexed(ROUTES_OF_GATEWAYS))
    if (route.spec.parentRefs.some(namesGateway)) routes.add(route);
  return routes;
}
