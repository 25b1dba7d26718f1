import type { MeshIR } from '../../../ir/mesh-ir.ts';
import type { ControlPlane } from '../../control-plane.ts';
import type { Attachment } from './attach/attach-to-services.ts';
import type { CompiledRoute } from './compile/compiled-route.ts';
import { type CompiledGatewayAPI, DIALECT_NAME, NO_ATTACHMENTS } from './gateway-api.ts';
import type { GatewayPlane } from './gateways/gateway-plane.ts';
import type { CompiledMesh } from './mesh-routes.ts';
import type { RouteServices } from './references/route-services.ts';
import type { AnyRoute } from './routes.ts';

/** The control plane for the checks, statuses and drawings of this dialect. */
export interface GatewayAPIControl {
  readonly ir: MeshIR;
  readonly services: RouteServices;
  readonly plane: GatewayPlane;
  /** The routes of Gateways, compiled with the grants that their references need there. */
  readonly compiledAtGateways: ReadonlyMap<AnyRoute, CompiledRoute>;
  /** The routes that this run compiled again. Null means all of them. */
  readonly renewed: CompiledMesh['renewed'];
  /** Routes with the keys that they depend on. */
  readonly routes: CompiledMesh['routes'];
  /** Returns the results of the Service parentRefs of a route. */
  attachmentsOf(route: AnyRoute): readonly Attachment[];
  /** Returns a route as compiled for a mesh. Returns null if it names only Gateways. */
  compiledOf(route: AnyRoute): CompiledRoute | null;
}

/** Returns the part of a control plane that Gateway API compiled. */
export function gatewayAPIOf({ ir, compiled }: ControlPlane): GatewayAPIControl {
  const own = compiled.get(DIALECT_NAME);
  if (own === undefined) throw new Error('the control plane was built without Gateway API');
  const { services, plane, compiledAtGateways, mesh } = own as CompiledGatewayAPI;
  const { routes, renewed } = mesh;
  return {
    ir,
    services,
    plane,
    compiledAtGateways,
    renewed,
    routes,
    attachmentsOf: (route) => routes.get(route)?.attachments ?? NO_ATTACHMENTS,
    compiledOf: (route) => routes.get(route)?.compiled ?? null,
  };
}
