import { namesGateway } from '../attach/names-gateway.ts';
import { routesWhere } from '../routes.ts';

/** The routes that name a Gateway or ListenerSet, or that ask for default Gateways. */
export const ROUTES_OF_GATEWAYS = routesWhere(
  ({ spec }) => spec.useDefaultGateways === 'All' || spec.parentRefs.some(namesGateway),
);
