import type { Cluster } from '../../../cluster/cluster.ts';
import type { PassedOver } from '../../../ir/passed-over.ts';
import type { AttachedPolicy } from '../../../ir/policy.ts';
import type { GatewayProxy } from '../../../ir/proxy-config.ts';
import type { RouteEntry } from '../../../ir/table.ts';
import { patchSince } from '../../build-control-plane.ts';
import type { CompiledDialect, DialectCompiler, World } from '../../dialect-compiler.ts';
import { targetRefsIn } from '../../policy-target.ts';
import type { Attachment } from './attach/attach-to-services.ts';
import { type PassedOverRoutes, passedOverReader } from './attach/passed-over-reader.ts';
import type { CompiledRoute, RouteWorld } from './compile/compiled-route.ts';
import { meshRules } from './compile/mesh-rules.ts';
import { type GatewayCompiler, gatewayCompilerFor } from './gateways/gateway-compiler.ts';
import type { GatewayPlane } from './gateways/gateway-plane.ts';
import { type CompiledMesh, claimsOf, compileMesh, patchMesh } from './mesh-routes.ts';
import { policyReader, type ReadPolicies } from './policies/policy-reader.ts';
import { type RouteServices, routeServices } from './references/route-services.ts';
import { spelledOutBy } from './references/spelled-out-group.ts';
import type { AnyRoute } from './routes.ts';

export const DIALECT_NAME = 'gateway-api';

/** The compiled resources of Gateway API. */
export interface CompiledGatewayAPI extends CompiledDialect {
  readonly cluster: Cluster;
  readonly services: RouteServices;
  readonly mesh: CompiledMesh;
  /** Compiled again after every edit, because there are few Gateways. */
  readonly plane: GatewayPlane;
  readonly compiledAtGateways: ReadonlyMap<AnyRoute, CompiledRoute>;
}

export const NO_ATTACHMENTS: readonly Attachment[] = [];
const NO_ENTRIES: readonly RouteEntry[] = [];
const NO_ROUTES: readonly string[] = [];
const NO_POLICIES: readonly AttachedPolicy[] = [];
const NOTHING_PASSED_OVER: readonly PassedOver[] = [];

/** Gateway API in a mesh (GAMMA) and at Gateways. */
export const GATEWAY_API_COMPILER: DialectCompiler = {
  name: DIALECT_NAME,
  namedServices: (cluster, profile) => meshRules().namedServices(cluster, profile),
  compile: (world, previous) => compile(world, previous as CompiledGatewayAPI | null),
};

function compile(world: World, previous: CompiledGatewayAPI | null): CompiledGatewayAPI {
  const { cluster, profile } = world;
  const services = routeServices(world.services, profile);
  const routeWorld: RouteWorld = { ...world, services, mesh: true };
  const patch = previous === null ? null : patchSince(cluster, previous.mesh);
  const mesh =
    previous !== null && patch !== null
      ? patchMesh(routeWorld, patch, previous.mesh)
      : compileMesh(routeWorld, previous?.mesh ?? null);
  const gateways = gatewayCompilerFor(cluster);
  const plane = gateways.buildGatewayPlane(cluster, profile, world.ageOf);
  const compiledAtGateways = gateways.compileAtGateways(
    plane,
    { ...routeWorld, mesh: false },
    previous?.compiledAtGateways ?? null,
  );
  const own = { cluster, services, mesh, plane, compiledAtGateways };
  return { ...own, ...claims(own, gateways, routeWorld) };
}

/** Returns the look-ups of the IR in this dialect. */
function claims(
  own: Pick<CompiledGatewayAPI, 'cluster' | 'services' | 'mesh' | 'plane' | 'compiledAtGateways'>,
  gateways: GatewayCompiler,
  world: RouteWorld,
): CompiledDialect {
  const { cluster, services, mesh, plane, compiledAtGateways } = own;
  let policies: ReturnType<ReadPolicies> | null = null;
  let spelled: ReturnType<typeof spelledOutBy> | null = null;
  const entriesOf = (route: AnyRoute) =>
    (compiledAtGateways.get(route) ?? mesh.routes.get(route)?.compiled)?.entries ?? NO_ENTRIES;
  const attachmentsOf = (route: AnyRoute) => mesh.routes.get(route)?.attachments ?? NO_ATTACHMENTS;
  // Only requests that are rejected or passed through need them.
  let passed: PassedOverRoutes | null = null;
  const passedOver = () => {
    passed ??= passedOverReader()(cluster, services, plane, attachmentsOf, entriesOf);
    return passed;
  };
  return {
    claimsOn: ({ facts }) => claimsOf(mesh, facts.key, facts.namespace, world),
    changedServices: mesh.changedServices,
    gateways: (): ReadonlyMap<string, GatewayProxy> =>
      gateways.buildGateways(
        plane,
        (route) => compiledAtGateways.get(route)?.entries ?? NO_ENTRIES,
        (key): readonly PassedOver[] => passedOver().atGateways.get(key) ?? NOTHING_PASSED_OVER,
      ),
    pendingGateways: () => gateways.pendingGateways(plane),
    ownNames: () => gateways.ownNames(plane, new Set(cluster.gatewayClasses.keys())),
    passedOverOnService: (key) => passedOver().onServices.get(key) ?? NOTHING_PASSED_OVER,
    policiesOn(id) {
      if (targetRefsIn(cluster).length === 0) return NO_POLICIES;
      policies ??= policyReader()(cluster, services, world.profile);
      return policies.get(id) ?? NO_POLICIES;
    },
    spelledOut(key) {
      spelled ??= spelledOutBy(cluster);
      return spelled.get(key) ?? NO_ROUTES;
    },
  };
}
