import type { Cluster } from '../cluster/cluster.ts';
import type { ClassOwner } from '../ids/client-classes.ts';
import type { AccessControl } from '../ir/access.ts';
import type { Backend } from '../ir/backend.ts';
import type { Client } from '../ir/client.ts';
import type { PassedOver } from '../ir/passed-over.ts';
import type { AttachedPolicy } from '../ir/policy.ts';
import type { Frontend, FrontendId, GatewayProxy, MeshProxy } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { RouteTable } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { TableField } from '../profile/table-rules.ts';
import type { DecodedResource } from '../resource/decoded-resource.ts';
import type { ResourceId } from '../resource/resource.ts';
import type { NamedService, ServiceFacet, ServiceFacets } from './service-facets.ts';

/** The context for compiling the resources of a dialect. */
export interface World {
  readonly cluster: Cluster;
  readonly services: ServiceFacets;
  readonly profile: Profile;
  /** The compilers add the fields of the profile that the tables of this bundle depend on. */
  readonly dependsOn: Set<TableField>;
  /**
   * Returns the age of a resource in seconds, or its rank in a given order. Returns null if it is unknown
   * (R-225).
   */
  ageOf(resource: { readonly id: ResourceId; readonly created: number | null }): number | null;
}

/** The tables of a dialect for the ports of one Service. */
export interface ServiceClaims {
  /** The inputs of the tables. As long as they are the same objects, the tables are the same. */
  readonly inputs: readonly unknown[];
  /** Returns the tables at a port. Ports with the same routes get the same list. */
  tablesAt(port: number): readonly RouteTable[];
}

type MeshOwner = Extract<ClassOwner, { readonly kind: 'mesh' }>;

/** What a dialect configures in the proxies of the clients of a mesh, beyond tables for Service ports. */
export interface MeshClaims {
  /** Returns the owner of the class of a client. Null is a client that the request does not name. */
  ownerOf(client: Client | null): MeshOwner;
  /** Returns the owners of all classes, except `ns=*`. */
  owners(): readonly MeshOwner[];
  /** Returns true if the labels of a client matter and are unknown. */
  readsLabels(client: Client): boolean;
  /** Returns one client for each group that may have its own configuration. See MeshIR. */
  distinctClients(other?: (client: Client) => string): readonly Client[];
  /** Returns the header that the proxy of a client may add, if its value is unknown. Returns null otherwise. */
  unknownHeader(client: Client): string | null;
  /** Returns the configuration of a class. `base` is that of the tables for Service ports. */
  configure(owner: MeshOwner, base: MeshProxy, frontends: ReadonlyMap<FrontendId, Frontend>): MeshProxy;
}

/** The parts of an object that a dialect does not simulate. */
export interface Unsimulated {
  /** The fields that may change the answer to a request. */
  readonly fields: readonly string[];
  /** True if the effect at Gateways is not simulated. */
  readonly atGateways: boolean;
}

/** The compiled resources of one dialect. */
export interface CompiledDialect {
  /** Returns the tables for a Service. Returns null if it has none. */
  claimsOn(service: ServiceFacet): ServiceClaims | null;
  /**
   * The Services (`ns/name`) whose tables may differ from those of the earlier compilation. Null means any of
   * them.
   */
  readonly changedServices: ReadonlySet<ServiceKey> | null;
  /** True if endpoints can come from sources outside the cluster, so that none in the manifests is no zero. */
  readonly otherEndpoints?: true;
  /** Returns a backend with the endpoints that objects of the dialect add. Absent if it adds none. */
  backend?(known: Backend): Backend;
  /** Returns the ports of hosts outside Kubernetes. See MeshIR. */
  hosts?(): ReadonlyMap<FrontendId, Frontend>;
  /** The configuration of clients of the mesh. Absent if the tables are all. */
  readonly clients?: MeshClaims;
  /** The access stage of the servers. Absent if every request reaches them. */
  readonly access?: AccessControl;
  /** The annotations and labels that it simulates. */
  readonly simulatedSettings?: ReadonlySet<string>;
  /** Returns what is not simulated of an object. Returns null if the dialect does not simulate it. */
  unsimulated?(resource: DecodedResource): Unsimulated | null;
  /** Returns the configurations of Gateways, by `ns/name`. */
  gateways?(): ReadonlyMap<string, GatewayProxy>;
  /**
   * Returns the GatewayClasses of Gateways that no known controller configures, by `ns/name` of the
   * Gateway.
   */
  pendingGateways?(): ReadonlyMap<string, string>;
  /** Returns the classes and protocols of Gateways that some implementation predefines, by `ns/name`. */
  ownNames?(): ReadonlyMap<string, readonly string[]>;
  /** Returns the routes that name a Service (`ns/name`) and are not attached to it. */
  passedOverOnService?(service: ServiceKey): readonly PassedOver[];
  /** Returns the policies that target an object, by its id (`Service/ns/name`). */
  policiesOn?(id: string): readonly AttachedPolicy[];
  /**
   * Returns the routes that write the core group as `core`, by the object that they affect. See
   * MeshIR.
   */
  spelledOut?(key: string): readonly string[];
}

/** An API for routes with its own kinds. It compiles them to tables of proxies. */
export interface DialectCompiler {
  readonly name: string;
  /** Returns the Services that its resources name. They are assumed to exist if the bundle declares none. */
  namedServices(cluster: Cluster, profile: Profile): readonly NamedService[];
  /**
   * Returns its compiled resources. `previous` is the result of this compiler for an earlier cluster under
   * the same profile.
   */
  compile(world: World, previous: CompiledDialect | null): CompiledDialect;
}
