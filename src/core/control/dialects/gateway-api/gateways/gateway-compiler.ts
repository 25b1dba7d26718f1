import type { Cluster } from '../../../../cluster/cluster.ts';
import { EngineMissing } from '../../../../text/engine-missing.ts';
import type { buildGateways, ownNames, pendingGateways } from '../compile/listener-tables.ts';
import type { compileAtGateways } from '../gateway-routes.ts';
import type { buildGatewayPlane } from './gateway-plane.ts';
import { ROUTES_OF_GATEWAYS } from './routes-of-gateways.ts';

/** The functions that compile Gateways and their routes. See compile-gateways.ts. */
export interface GatewayCompiler {
  readonly buildGatewayPlane: typeof buildGatewayPlane;
  readonly compileAtGateways: typeof compileAtGateways;
  readonly buildGateways: typeof buildGateways;
  readonly pendingGateways: typeof pendingGateways;
  readonly ownNames: typeof ownNames;
}

/** The results for a bundle in which nothing is or names a Gateway. */
const NO_GATEWAYS: GatewayCompiler = {
  buildGatewayPlane: () => ({ gateways: new Map(), attachments: [] }),
  compileAtGateways: () => new Map(),
  buildGateways: () => new Map(),
  pendingGateways: () => new Map(),
  ownNames: () => new Map(),
};

let provided: GatewayCompiler | null = null;

/** Provides the functions that compile Gateways. See core/engines.ts. */
export function provideGatewayCompiler(compiler: GatewayCompiler): void {
  provided = compiler;
}

/**
 * Returns the functions that compile the Gateways of a cluster. Throws EngineMissing if the cluster has a
 * Gateway, or a route that names one, and they are not provided yet.
 */
export function gatewayCompilerFor(cluster: Cluster): GatewayCompiler {
  if (cluster.gateways.size === 0 && cluster.indexed(ROUTES_OF_GATEWAYS).length === 0) return NO_GATEWAYS;
  if (provided === null) throw new EngineMissing('Gateways');
  return provided;
}
