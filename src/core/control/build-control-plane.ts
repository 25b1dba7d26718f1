import type { Cluster, ClusterPatch } from '../cluster/cluster.ts';
import type { Frontend, FrontendId } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { Profile } from '../profile/profile.ts';
import { pickTableRules } from '../profile/table-rules.ts';
import type { ResourceId } from '../resource/resource.ts';
import { patchMap } from '../text/map-patcher.ts';
import { assemble, type ControlMemo, type ControlPlane } from './control-plane.ts';
import type { CompiledDialect, DialectCompiler, ServiceClaims, World } from './dialect-compiler.ts';
import type { MergePolicy } from './merge/merge-policy.ts';
import { type ServiceFacet, type ServiceFacets, serviceFacets } from './service-facets.ts';
import { frontendsOf, type ServiceFrontends } from './service-frontends.ts';
import { UnitMemory } from './unit-memory.ts';

/** The options of `buildControlPlane`. */
export interface ControlOptions {
  readonly profile: Profile;
  /** The compilers of all dialects. */
  readonly dialects: readonly DialectCompiler[];
  /** Selects the tables of a Service port that apply to a client class. */
  readonly merge: MergePolicy;
  /** Routes from oldest to newest, for manifests without creationTimestamp (RouteTest, A-28). */
  readonly creationOrder?: readonly ResourceId[];
  readonly previous?: ControlMemo;
}

/**
 * Returns the control plane: every dialect compiles its resources, and each Service port gets the tables of
 * all dialects. With the memo of an earlier run, only changed parts are compiled again. The result equals the
 * result without it.
 */
export function buildControlPlane(cluster: Cluster, options: ControlOptions): ControlPlane {
  const { profile, dialects, merge } = options;
  refuseUnknown(dialects, merge);
  const creationOrder = options.creationOrder ?? [];
  const previous = usable(options.previous, profile, creationOrder);
  const services = serviceFacets(cluster, profile, () =>
    dialects.flatMap((dialect) => dialect.namedServices(cluster, profile)),
  );
  const ages = new Map(creationOrder.map((id, at) => [id, at]));
  const dependsOn = previous?.dependsOn ?? new Set();
  const world: World = {
    cluster,
    services,
    profile,
    dependsOn,
    ageOf: (resource) => ages.get(resource.id) ?? resource.created,
  };
  const compiled = new Map<string, CompiledDialect>();
  for (const dialect of dialects)
    compiled.set(dialect.name, dialect.compile(world, previous?.compiled.get(dialect.name) ?? null));
  const patch = previous === undefined ? null : patchSince(cluster, previous);
  const frontends = buildFrontends(services, [...compiled.values()], patch, previous);
  const memo: ControlMemo = {
    profile,
    cluster: cluster.identity,
    creationOrder,
    compiled,
    dependsOn,
    ...frontends,
  };
  return assemble(cluster, services, memo, merge, (rules) => {
    const other = { ...profile, ...pickTableRules(rules) };
    return buildControlPlane(cluster, { profile: other, dialects, merge, creationOrder }).ir;
  });
}

/** Throws when the policy does not know a dialect: it would drop the tables of that dialect silently. */
function refuseUnknown(dialects: readonly DialectCompiler[], merge: MergePolicy): void {
  const unknown = dialects.filter(({ name }) => !merge.dialects.includes(name));
  if (unknown.length === 0) return;
  throw new Error(`the merge policy does not know ${unknown.map(({ name }) => name).join(', ')}`);
}

/** Returns the memo. Returns null if it belongs to another profile or another order of creation. */
function usable(
  previous: ControlMemo | undefined,
  profile: Profile,
  creationOrder: readonly ResourceId[],
): ControlMemo | undefined {
  if (previous?.profile !== profile) return undefined;
  return previous.creationOrder.join() === creationOrder.join() ? previous : undefined;
}

/** Returns the patch of the cluster, if it starts from the cluster of the memo and no Service is assumed. */
export function patchSince(
  { patch, services }: Cluster,
  previous: Pick<ControlMemo, 'cluster'>,
): ClusterPatch | null {
  return patch !== null && patch.basis === previous.cluster && services.size > 0 ? patch : null;
}

type Frontends = Pick<ControlMemo, 'byService' | 'frontends'>;

/**
 * Returns the frontends of all Services. After an edit, only Services that changed, or whose tables may have
 * changed, are compiled again.
 */
function buildFrontends(
  services: ServiceFacets,
  dialects: readonly CompiledDialect[],
  patch: ClusterPatch | null,
  previous: ControlMemo | undefined,
): Frontends {
  const changed =
    patch === null || previous === undefined ? null : changedServices(patch, dialects, previous);
  const made = new Map<ServiceKey, ServiceFrontends>();
  if (changed === null || previous === undefined) {
    const frontends = new Map<FrontendId, Frontend>();
    for (const facet of services.all()) add(facet, dialects, made, frontends, previous);
    return { byService: new UnitMemory(made), frontends };
  }
  const removed: FrontendId[] = [];
  const added = new Map<FrontendId, Frontend>();
  for (const key of changed) {
    for (const { id } of previous.byService.get(key)?.frontends ?? []) removed.push(id);
    const facet = services.find(key);
    if (facet !== null) add(facet, dialects, made, added, previous);
  }
  return {
    byService: previous.byService.changed(changed, made),
    frontends: patchMap(previous.frontends, removed, added),
  };
}

function add(
  facet: ServiceFacet,
  dialects: readonly CompiledDialect[],
  byService: Map<ServiceKey, ServiceFrontends>,
  frontends: Map<FrontendId, Frontend>,
  previous: ControlMemo | undefined,
): void {
  const { key, kind } = facet.facts;
  if (kind === 'external-name') return;
  const claims = claimsOn(facet, dialects);
  // Clients dial the endpoints of a headless Service. Only routes make a frontend of it.
  if (kind === 'headless' && claims.length === 0) return;
  const made = frontendsOf(facet, claims, previous?.byService.get(key));
  byService.set(key, made);
  for (const frontend of made.frontends) frontends.set(frontend.id, frontend);
}

function claimsOn(facet: ServiceFacet, dialects: readonly CompiledDialect[]): readonly ServiceClaims[] {
  const claims: ServiceClaims[] = [];
  for (const dialect of dialects) {
    const own = dialect.claimsOn(facet);
    if (own !== null) claims.push(own);
  }
  return claims;
}

/** Returns the Services to compile again. Returns null for all of them. */
function changedServices(
  patch: ClusterPatch,
  dialects: readonly CompiledDialect[],
  { byService }: ControlMemo,
): ReadonlySet<ServiceKey> | null {
  const changed = new Set<ServiceKey>(byService.readersOf(patch.changed));
  for (const dialect of dialects) {
    if (dialect.changedServices === null) return null;
    for (const key of dialect.changedServices) changed.add(key);
  }
  return changed;
}
