import type { Cluster, ClusterPatch } from '../cluster/cluster.ts';
import type { Frontend, FrontendId } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { Profile } from '../profile/profile.ts';
import type { ResourceId } from '../resource/resource.ts';
import { assemble, type ControlMemo, type ControlPlane, type MeshMemo } from './control-plane.ts';
import { namesGateway } from './dialects/gateway-api/attach/attach-to-listeners.ts';
import { type Attachment, attachRoute } from './dialects/gateway-api/attach/attach-to-services.ts';
import {
  type CompiledRoute,
  compileOne,
  isCompiledForMesh,
  stillCompiled,
  type World,
} from './dialects/gateway-api/compile/compiled-route.ts';
import { buildGatewayPlane, type GatewayPlane } from './dialects/gateway-api/gateways/gateway-plane.ts';
import { patchMemo } from './dialects/gateway-api/patch-memo.ts';
import { type AnyRoute, allRoutes } from './dialects/gateway-api/routes.ts';
import { type ServiceFacets, serviceFacets } from './service-facets.ts';
import { type BuiltService, buildService, stillBuilt } from './service-frontends.ts';

export interface ControlOptions {
  readonly profile: Profile;
  /** Routes from oldest to newest, for manifests that carry no creationTimestamp (RouteTest, A-28). */
  readonly creationOrder?: readonly ResourceId[];
  readonly previous?: ControlMemo;
}

/**
 * Runs the control plane: attaches routes to Service ports, resolves their references and compiles one ordered table
 * for each frontend and scope. Given the memo of an earlier run, only what changed is made again; the result is the
 * same as without.
 */
export function buildControlPlane(cluster: Cluster, options: ControlOptions): ControlPlane {
  const { profile } = options;
  const creationOrder = options.creationOrder ?? [];
  const previous = usable(options.previous, profile, creationOrder);
  const facets = serviceFacets(cluster, profile);
  const world: World = { cluster, facets, profile, mesh: true };
  const ages = new Map(creationOrder.map((id, at) => [id, at]));
  const ageOf = (route: AnyRoute) => ages.get(route.id) ?? route.created;
  const patch = previous === undefined ? null : patchFor(cluster, previous);
  const memo =
    previous !== undefined && patch !== null
      ? patchMemo(previous, patch, world, ageOf)
      : buildMemo(world, creationOrder, ageOf, previous);
  const plane = buildGatewayPlane(cluster, profile, (resource) => ages.get(resource.id) ?? resource.created);
  const compiledAtGateways = compileAtGateways(plane, { ...world, mesh: false }, ages, previous);
  return assemble(cluster, facets, { ...memo, plane, compiledAtGateways });
}

/** The routes of Gateways, compiled with the grants that their references need there. */
function compileAtGateways(
  plane: GatewayPlane,
  world: World,
  ages: ReadonlyMap<ResourceId, number>,
  previous: ControlMemo | undefined,
): ReadonlyMap<AnyRoute, CompiledRoute> {
  const compiled = new Map<AnyRoute, CompiledRoute>();
  for (const route of gatewayRoutes(plane, world.cluster)) {
    const age = ages.get(route.id) ?? route.created;
    const known = previous?.compiledAtGateways.get(route);
    compiled.set(
      route,
      known && stillCompiled(known, route, age, world) ? known : compileOne(route, age, world),
    );
  }
  return compiled;
}

/** The routes that Gateways take or refuse, and those whose Gateway is not in the bundle. */
function gatewayRoutes(plane: GatewayPlane, cluster: Cluster): ReadonlySet<AnyRoute> {
  const routes = new Set(plane.attachments.map(({ route }) => route));
  for (const route of allRoutes(cluster)) if (route.spec.parentRefs.some(namesGateway)) routes.add(route);
  return routes;
}

/** A memo of another profile or another order of creation says nothing. */
function usable(
  previous: ControlMemo | undefined,
  profile: Profile,
  creationOrder: readonly ResourceId[],
): ControlMemo | undefined {
  if (previous?.profile !== profile) return undefined;
  return previous.creationOrder.join() === creationOrder.join() ? previous : undefined;
}

/** The cluster's patch, where it is against the very cluster that the memo is about and no Service is assumed. */
function patchFor(cluster: Cluster, previous: ControlMemo): ClusterPatch | null {
  const { patch } = cluster;
  return patch !== null && patch.basis === previous.cluster && cluster.services.size > 0 ? patch : null;
}

const NONE: readonly Attachment[] = [];

function buildMemo(
  world: World,
  creationOrder: readonly ResourceId[],
  ageOf: (route: AnyRoute) => number | null,
  previous: ControlMemo | undefined,
): MeshMemo {
  const { cluster, facets, profile } = world;
  const attachments = new Map<AnyRoute, readonly Attachment[]>();
  const byService = new Map<ServiceKey, Attachment[]>();
  const compiled = new Map<AnyRoute, CompiledRoute>();
  for (const route of allRoutes(cluster)) {
    const known = previous?.attachments.get(route);
    const own = known && stillAttached(known, facets) ? known : attachRoute(route, facets);
    attachments.set(route, own);
    for (const attachment of own) {
      if (attachment.refusal !== null) continue;
      const list = byService.get(attachment.service);
      if (list) list.push(attachment);
      else byService.set(attachment.service, [attachment]);
    }
    // Routes that bind nothing are compiled, too: their findings and drawings need what their references resolve to.
    if (!isCompiledForMesh(route, facets)) continue;
    const earlier = previous?.compiled.get(route);
    const age = ageOf(route);
    const stands = earlier !== undefined && stillCompiled(earlier, route, age, world);
    compiled.set(route, stands ? earlier : compileOne(route, age, world));
  }
  const entriesOf = (route: AnyRoute) => compiled.get(route)?.entries ?? [];
  const built = new Map<ServiceKey, BuiltService>();
  const frontends = new Map<FrontendId, Frontend>();
  for (const facet of facets.all()) {
    if (facet.facts.kind !== 'cluster-ip') continue;
    const own = byService.get(facet.facts.key) ?? NONE;
    const known = previous?.built.get(facet.facts.key);
    const stands = known !== undefined && stillBuilt(known, facet, own, entriesOf);
    const service = stands ? known : buildService(facet, own, entriesOf, profile);
    built.set(facet.facts.key, service);
    for (const frontend of service.frontends) frontends.set(frontend.id, frontend);
  }
  const { identity } = cluster;
  return {
    profile,
    cluster: identity,
    creationOrder,
    attachments,
    compiled,
    byService,
    built,
    frontends,
    renewed: null,
  };
}

function stillAttached(attachments: readonly Attachment[], facets: ServiceFacets): boolean {
  return attachments.every(({ service, facet }) => facets.find(service) === facet);
}
