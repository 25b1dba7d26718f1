import { checkPatterns } from '../../../../analysis/check/check-patterns.ts';
import type { Cluster, ClusterIdentity } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { Profile } from '../../../../profile/profile.ts';
import { endpointReads, type ReadKey } from '../../../../resource/read-keys.ts';
import { UnitMemory } from '../../../unit-memory.ts';
import type { CompiledRoute } from '../compile/compiled-route.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { type AnyRoute, allRoutes, isRoute } from '../routes.ts';
import { checkAttachment, checkRoute } from './check-attachment.ts';
import { checkCORS } from './check-cors.ts';
import { checkExtensionFilters } from './check-extension-filters.ts';
import { checkFilters } from './check-filters.ts';
import { type Refused, refusedReferences } from './check-near-grants.ts';
import { checkNearParents } from './check-near-parents.ts';
import { checkReferences } from './check-references.ts';
import { checkSplitWeights } from './check-split-weights.ts';

const NONE: readonly Finding[] = [];

/** The findings of a route, with the keys that they depend on in addition to those of the compiled route. */
interface RouteFindings {
  readonly findings: readonly Finding[];
  /** The references that no grant permits. */
  readonly refused: readonly Refused[];
  reads(): Iterable<ReadKey>;
}

/** The findings for each route of a cluster. */
export interface RoutesMemo {
  readonly cluster: ClusterIdentity;
  readonly routes: UnitMemory<AnyRoute, RouteFindings>;
}

/** The context for checking routes. */
interface CheckWorld {
  readonly cluster: Cluster;
  readonly control: GatewayAPIControl;
  readonly profile: Profile;
}

/**
 * Returns the findings of each route. After an edit, checks only routes that were compiled again or whose
 * endpoints changed.
 */
export function checkRoutes(world: CheckWorld, previous: RoutesMemo | null): RoutesMemo {
  const { cluster, control } = world;
  const { patch, identity } = cluster;
  const { renewed } = control;
  if (previous === null || patch === null || renewed === null || patch.basis !== previous.cluster) {
    const routes = new Map(allRoutes(cluster).map((route) => [route, findingsOf(route, world)]));
    return { cluster: identity, routes: new UnitMemory(routes) };
  }
  const again = new Set<AnyRoute>(renewed);
  // Gateways are compiled again after every edit, and so are their findings.
  for (const route of control.compiledAtGateways.keys()) again.add(route);
  const edited = patch.edits.map(({ before }) => before.resource).filter(isRoute);
  const forgotten = new Set<AnyRoute>(edited);
  for (const route of previous.routes.readersOf(patch.changed)) if (!forgotten.has(route)) again.add(route);
  const found = [...again].map((route) => [route, findingsOf(route, world)] as const);
  return { cluster: identity, routes: previous.routes.changed(forgotten, found) };
}

function findingsOf(route: AnyRoute, { cluster, control, profile }: CheckWorld): RouteFindings {
  let findings: Finding[] | null = null;
  const report = (finding: Finding) => {
    findings ??= [];
    findings.push(finding);
  };
  for (const attachment of control.attachmentsOf(route)) checkAttachment(attachment, report);
  checkRoute(route, control.services, report);
  checkFilters(route, profile, report);
  // References need grants at a Gateway and not in a mesh. The stricter side shows more findings.
  const compiled = control.compiledAtGateways.get(route) ?? control.compiledOf(route);
  if (compiled !== null) {
    checkReferences(route, compiled.entries, control, cluster, report);
    checkExtensionFilters(route, cluster, report);
    checkCORS(route, compiled.entries, report);
    checkSplitWeights(route, report);
    checkPatterns(compiled.entries, profile, report);
  }
  checkNearParents(route, cluster, control.services, report);
  const both = [compiled, control.compiledOf(route)];
  return {
    findings: findings ?? NONE,
    refused: refusedReferences(route, compiled),
    reads: () => readsOf(both),
  };
}

/** Returns the keys of the endpoints that the references of a route resolve to. */
function readsOf(compiled: readonly (CompiledRoute | null)[]): readonly ReadKey[] {
  return compiled.flatMap((each) =>
    (each?.lookups ?? []).flatMap(({ ref }) => endpointReads(ref.namespace, ref.name)),
  );
}
