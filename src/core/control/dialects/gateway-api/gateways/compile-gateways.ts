import { buildGateways, ownNames, pendingGateways } from '../compile/listener-tables.ts';
import { compileAtGateways } from '../gateway-routes.ts';
import type { GatewayCompiler } from './gateway-compiler.ts';
import { buildGatewayPlane } from './gateway-plane.ts';

/** Compiles Gateways, their listeners and the routes that are attached to them. */
export const GATEWAY_COMPILER: GatewayCompiler = {
  buildGatewayPlane,
  compileAtGateways,
  buildGateways,
  pendingGateways,
  ownNames,
};
