import type { Cluster } from '../../../../cluster/cluster.ts';
import { findObject } from '../../../../cluster/declared-objects.ts';
import { sameBackend } from '../../../../ir/backend.ts';
import type { Destination } from '../../../../ir/destination.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { BackendObjectRef } from '../../../../resource/resource.ts';
import { compactList } from '../../../../text/compact-list.ts';
import type { World } from '../../../dialect-compiler.ts';
import { namesService } from '../attach/attach-to-services.ts';
import { namesGateway } from '../attach/names-gateway.ts';
import { resolveBackend } from '../references/resolve-backend.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';
import { compileRoute, type ExtensionFilter } from './compile-route.ts';
import { meshRules } from './mesh-rules.ts';

/**
 * The entries of a route with the look-ups that they depend on. The entries are valid as long as all look-ups
 * have the same results.
 */
export interface CompiledRoute {
  readonly age: number | null;
  readonly lookups: readonly { readonly ref: BackendObjectRef; readonly to: Destination }[];
  /**
   * The extension filters that were looked up, and whether their objects were found or may be outside the
   * bundle.
   */
  readonly extensions: readonly { readonly filter: ExtensionFilter; readonly found: boolean }[];
  readonly entries: readonly RouteEntry[];
  /** True if it has a filter that some implementations do not support (profile field unsupportedFilters). */
  readonly unsupported: boolean;
}

/** The context for compiling routes. */
export interface RouteWorld extends World {
  readonly services: RouteServices;
  /** True if references belong to a mesh parent, which needs no grants. */
  readonly mesh: boolean;
}

/**
 * Returns true if a route is compiled for a mesh: a route that names a Service, or that names no existing
 * parent. Its references are then checked, and a rejected request can show its effect.
 */
export function isCompiledForMesh(route: AnyRoute, services: RouteServices): boolean {
  const { parentRefs } = route.spec;
  return parentRefs.some((ref) => namesService(ref, route, services)) || !parentRefs.some(namesGateway);
}

/** Returns a newly compiled route with its look-ups. */
export function compileOne(route: AnyRoute, age: number | null, world: RouteWorld): CompiledRoute {
  const lookups: { ref: BackendObjectRef; to: Destination }[] = [];
  const extensions: { filter: ExtensionFilter; found: boolean }[] = [];
  const entries = compileRoute(route, {
    profile: world.profile,
    asPaths: world.mesh && route.kind === 'GRPCRoute' && callsArePaths(world),
    age: () => age,
    resolve(ref) {
      const to = resolve(ref, route, world);
      lookups.push({ ref, to });
      return to;
    },
    hasExtension(filter) {
      const found = hasExtension(filter, route, world.cluster);
      extensions.push({ filter, found });
      return found;
    },
  });
  const unsupported = hasFilter(entries) && meshRules().hasUnsupportedFilter(route, entries);
  return { age, lookups: compactList(lookups), extensions, entries, unsupported };
}

function hasFilter(entries: readonly RouteEntry[]): boolean {
  return entries.some(({ action: { filters, targets } }) =>
    [...targets, { filters }].some((each) => each.filters.length > 0),
  );
}

function callsArePaths({ profile, dependsOn }: RouteWorld): boolean {
  dependsOn.add('grpcMatching');
  return profile.grpcMatching === 'paths';
}

/**
 * Returns true if the object of an extension filter is declared, or may be outside the bundle. It is missing
 * if the bundle has other objects of its kind.
 */
export function hasExtension(filter: ExtensionFilter, route: AnyRoute, cluster: Cluster): boolean {
  return findObject({ ...filter, namespace: route.namespace }, cluster) !== 'missing';
}

function resolve(ref: BackendObjectRef, route: AnyRoute, world: RouteWorld): Destination {
  return resolveBackend(ref, { route, mesh: world.mesh }, world.cluster, world.services, world.profile);
}

/** Returns true if an earlier compilation of the same route is still valid. */
export function stillCompiled(
  known: CompiledRoute,
  route: AnyRoute,
  age: number | null,
  world: RouteWorld,
): boolean {
  return (
    known.age === age &&
    known.lookups.every(({ ref, to }) => sameDestination(resolve(ref, route, world), to)) &&
    known.extensions.every(({ filter, found }) => hasExtension(filter, route, world.cluster) === found)
  );
}

function sameDestination(a: Destination, b: Destination): boolean {
  if (a.kind === 'backend') return b.kind === 'backend' && sameBackend(a.key, b.key);
  if (a.kind === 'unresolved') return b.kind === 'unresolved' && a.cause === b.cause && a.detail === b.detail;
  if (a.kind === 'not-simulated') return b.kind === 'not-simulated' && a.what === b.what;
  return a.kind === b.kind;
}
