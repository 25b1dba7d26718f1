import type { Cluster } from '../cluster/cluster.ts';
import type { PassedOver } from '../ir/passed-over.ts';
import type { AttachedPolicy } from '../ir/policy.ts';
import type { GatewayProxy } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { RouteTable } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { ResourceId } from '../resource/resource.ts';
import type { NamedService, ServiceFacet, ServiceFacets } from './service-facets.ts';

/** What the resources of a dialect are compiled in. */
export interface World {
  readonly cluster: Cluster;
  readonly services: ServiceFacets;
  readonly profile: Profile;
  /** The age of a resource in seconds, or its rank in an order that is given; null: unknown. */
  ageOf(resource: { readonly id: ResourceId; readonly created: number | null }): number | null;
}

/** The tables that a dialect has for the ports of one Service. */
export interface ServiceClaims {
  /** What the tables are made of: as long as these are the same objects, the tables are the same. */
  readonly inputs: readonly unknown[];
  /** The tables at a port; the same list for ports with the same routes. */
  tablesAt(port: number): readonly RouteTable[];
}

/** What the resources of one dialect say. */
export interface CompiledDialect {
  /** The tables for a Service; null: it has none. */
  claimsOn(service: ServiceFacet): ServiceClaims | null;
  /** The Services (`ns/name`) whose tables may differ from those of the earlier compilation; null: any of them. */
  readonly changedServices: ReadonlySet<ServiceKey> | null;
  /** The configurations of Gateways, by `ns/name`. */
  gateways(): ReadonlyMap<string, GatewayProxy>;
  /** The classes of Gateways that no known controller configures, by `ns/name` of the Gateway. */
  pendingGateways(): ReadonlyMap<string, string>;
  /** Classes and protocols of Gateways that some implementation brings along, by `ns/name`. */
  ownNames(): ReadonlyMap<string, readonly string[]>;
  /** The routes that wanted a Service (`ns/name`) and are not among its routes. */
  passedOverOnService(service: ServiceKey): readonly PassedOver[];
  /** The policies that target something, by its id (`Service/ns/name`). */
  policiesOn(id: string): readonly AttachedPolicy[];
  /** Routes that write the core group as `core`, by what they concern; see MeshIR. */
  spelledOut(key: string): readonly string[];
}

/** A source of routes: an API with kinds of its own, compiled to tables of proxies. */
export interface DialectCompiler {
  readonly name: string;
  /** The Services that its resources name: assumed to exist where the bundle declares none. */
  namedServices(cluster: Cluster, profile: Profile): readonly NamedService[];
  /** Compiles its resources. `previous` is what this compiler made of an earlier cluster under the same profile. */
  compile(world: World, previous: CompiledDialect | null): CompiledDialect;
}
