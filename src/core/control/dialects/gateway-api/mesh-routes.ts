import type { ClusterIdentity, ClusterPatch } from '../../../cluster/cluster.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { ServiceKey } from '../../../ir/service.ts';
import type { RouteEntry, RouteTable } from '../../../ir/table.ts';
import { grantsRead, type ReadKey, serviceRead } from '../../../resource/read-keys.ts';
import { patchMap } from '../../../text/map-patcher.ts';
import type { ServiceClaims } from '../../dialect-compiler.ts';
import { type Unit, UnitMemory } from '../../unit-memory.ts';
import { type Attachment, attachRoute } from './attach/attach-to-services.ts';
import {
  type CompiledRoute,
  compileOne,
  isCompiledForMesh,
  type RouteWorld,
  stillCompiled,
} from './compile/compiled-route.ts';
import { buildTables } from './compile/service-tables.ts';
import { type AnyRoute, allRoutes, isRoute } from './routes.ts';

/** A compiled route of a mesh, with its inputs. */
interface MeshRoute extends Unit {
  readonly attachments: readonly Attachment[];
  /** Null if it names only Gateways. */
  readonly compiled: CompiledRoute | null;
}

/** The routes of a mesh and the Services that they bind. */
export interface CompiledMesh {
  readonly cluster: ClusterIdentity;
  readonly routes: UnitMemory<AnyRoute, MeshRoute>;
  /** Accepted attachments by the Service that they bind. */
  readonly byService: ReadonlyMap<ServiceKey, readonly Attachment[]>;
  /** The routes that this run compiled again. Null means all of them. */
  readonly renewed: ReadonlySet<AnyRoute> | null;
  /** The Services whose attachments or entries changed. Null means any of them. */
  readonly changedServices: ReadonlySet<ServiceKey> | null;
}

/**
 * Returns the mesh with every route attached and compiled. Reuses the routes of an earlier run whose look-ups
 * have the same results.
 */
export function compileMesh(world: RouteWorld, previous: CompiledMesh | null): CompiledMesh {
  const routes = new Map<AnyRoute, MeshRoute>();
  const byService = new Map<ServiceKey, Attachment[]>();
  for (const route of allRoutes(world.cluster)) {
    const made = routeOf(route, world, previous?.routes.get(route));
    routes.set(route, made);
    for (const attachment of made.attachments) {
      if (attachment.refusal !== null) continue;
      const list = byService.get(attachment.service);
      if (list) list.push(attachment);
      else byService.set(attachment.service, [attachment]);
    }
  }
  const { identity } = world.cluster;
  return {
    cluster: identity,
    routes: new UnitMemory(routes),
    byService,
    renewed: null,
    changedServices: null,
  };
}

/**
 * Returns the mesh after an edit. Only routes that changed, or that depend on something that changed, are
 * attached and compiled again.
 */
export function patchMesh(world: RouteWorld, patch: ClusterPatch, previous: CompiledMesh): CompiledMesh {
  const attached = new Map<ServiceKey, readonly Attachment[]>();
  const attachedTo = (service: ServiceKey) =>
    attached.get(service) ?? previous.byService.get(service) ?? NO_ATTACHMENTS;
  const changedServices = new Set<ServiceKey>();
  const forgotten = new Set<AnyRoute>();
  const renewed = new Set<AnyRoute>();
  for (const { before, after } of patch.edits) {
    if (!isRoute(before.resource) || !isRoute(after.resource)) continue;
    forgotten.add(before.resource);
    renewed.add(after.resource);
  }
  for (const route of previous.routes.readersOf(patch.changed)) {
    if (forgotten.has(route)) continue;
    forgotten.add(route);
    renewed.add(route);
  }
  for (const route of forgotten) {
    for (const { service, refusal } of previous.routes.get(route)?.attachments ?? []) {
      if (refusal !== null) continue;
      changedServices.add(service);
      attached.set(
        service,
        attachedTo(service).filter((each) => each.route !== route),
      );
    }
  }
  const added = [...renewed].map((route) => [route, routeOf(route, world, undefined)] as const);
  for (const [, { attachments }] of added) {
    for (const attachment of attachments) {
      if (attachment.refusal !== null) continue;
      changedServices.add(attachment.service);
      attached.set(attachment.service, [...attachedTo(attachment.service), attachment]);
    }
  }
  const routes = previous.routes.changed(forgotten, added);
  const byService = patchMap(previous.byService, [], attached);
  return { cluster: world.cluster.identity, routes, byService, renewed, changedServices };
}

function routeOf(route: AnyRoute, world: RouteWorld, earlier: MeshRoute | undefined): MeshRoute {
  const { services } = world;
  const known = earlier?.attachments;
  const isAttached = known?.every(({ service, facet }) => services.find(service) === facet) ?? false;
  const attachments = known !== undefined && isAttached ? known : attachRoute(route, services, world);
  // Routes that bind nothing are compiled, too: their findings and drawings need their resolved references.
  const compiled = isCompiledForMesh(route, services) ? compiledOf(route, world, earlier?.compiled) : null;
  if (earlier?.attachments === attachments && earlier.compiled === compiled) return earlier;
  return { attachments, compiled, reads: () => readsOf(attachments, compiled) };
}

function compiledOf(
  route: AnyRoute,
  world: RouteWorld,
  earlier: CompiledRoute | null | undefined,
): CompiledRoute {
  const age = world.ageOf(route);
  return earlier && stillCompiled(earlier, route, age, world) ? earlier : compileOne(route, age, world);
}

/** Returns the keys of the Services that a route names, and of the grants that its references may need. */
function readsOf(attachments: readonly Attachment[], compiled: CompiledRoute | null): ReadonlySet<ReadKey> {
  const reads = new Set<ReadKey>();
  for (const { service } of attachments) reads.add(serviceRead(service));
  for (const { ref } of compiled?.lookups ?? []) {
    reads.add(serviceRead(namespacedName(ref.namespace, ref.name)));
    reads.add(grantsRead(ref.namespace));
  }
  return reads;
}

const NO_ATTACHMENTS: readonly Attachment[] = [];
const NO_ENTRIES: readonly RouteEntry[] = [];
const NO_TABLES: readonly RouteTable[] = [];

/** Returns the tables of the routes that bind a Service. Returns null if there are none. */
export function claimsOf(
  { byService, routes }: CompiledMesh,
  service: ServiceKey,
  namespace: string,
  world: RouteWorld,
): ServiceClaims | null {
  const attachments = byService.get(service);
  if (attachments === undefined || attachments.length === 0) return null;
  const entriesOf = (route: AnyRoute) => routes.get(route)?.compiled?.entries ?? NO_ENTRIES;
  const isDropped = (route: AnyRoute) => {
    if (routes.get(route)?.compiled?.unsupported !== true) return false;
    world.dependsOn.add('unsupportedFilters');
    return world.profile.unsupportedFilters === 'drop-route';
  };
  let shared: { readonly bound: readonly Attachment[]; readonly tables: readonly RouteTable[] } | null = null;
  return {
    inputs: attachments.flatMap((each) => [each, entriesOf(each.route)]),
    tablesAt(port) {
      const bound = attachments.filter((each) => each.ports.includes(port) && !isDropped(each.route));
      const isShared =
        shared?.bound.length === bound.length && shared.bound.every((each, at) => each === bound[at]);
      if (shared === null || !isShared) {
        const tables = bound.length === 0 ? NO_TABLES : buildTables(bound, namespace, entriesOf, world);
        shared = { bound, tables };
      }
      return shared.tables;
    },
  };
}
