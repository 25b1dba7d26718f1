import type { ClientClass } from '../ids/client-classes.ts';
import type { Profile } from '../profile/profile.ts';
import type { AccessControl } from './access.ts';
import type { Backend, BackendKey } from './backend.ts';
import type { Client } from './client.ts';
import type { Influence } from './influence.ts';
import type { AttachedPolicy } from './policy.ts';
import type { Frontend, FrontendId, GatewayProxy, ProxyConfig } from './proxy-config.ts';
import type { SimRequest } from './request.ts';
import type { PodAddress, ServiceFacts, ServiceKey } from './service.ts';

/** The part of a request that decides its proxy configuration. */
export type Sender = Pick<SimRequest, 'from' | 'gateway'>;

/**
 * The input of the data plane: plain data and pure look-ups. The unit is the proxy configuration of a client
 * class, which is compiled on first use. Look-ups that are expensive to compute for the whole bundle
 * (endpoints) are computed on request.
 */
export interface MeshIR {
  readonly clusterDomain: string;
  /** Returns the class of a sender. An unknown Gateway has a class, too. */
  classOf(sender: Sender): ClientClass;
  /** Returns every class with its own configuration, and `ns=*` for the other clients of the mesh. Sorted. */
  classes(): readonly ClientClass[];
  /**
   * Returns the configuration of a class. Returns null if the manifests do not define it (an unknown or
   * pending Gateway).
   */
  proxy(of: ClientClass): ProxyConfig | null;
  /**
   * Returns the configurations of another profile: with the same tables, unless the profile has other values
   * for the fields that tables are compiled with.
   */
  under(profile: Profile): MeshIR;
  /** The fields of the profile that a table or an endpoint of this bundle depends on. */
  readonly dependsOn: ReadonlySet<keyof Profile>;
  /** The Service ports that clients can dial. */
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** The ports of hosts outside Kubernetes that the mesh knows. Their `service` is the host. */
  readonly hosts: ReadonlyMap<FrontendId, Frontend>;
  /** The configurations of Gateways, by `ns/name`. */
  readonly gateways: ReadonlyMap<string, GatewayProxy>;
  /**
   * The GatewayClasses of Gateways that no known controller configures, by `ns/name` of the Gateway.
   */
  readonly pendingGateways: ReadonlyMap<string, string>;
  /**
   * The classes and protocols of Gateways that some implementation predefines (profile field `own`), by
   * `ns/name`.
   */
  readonly ownNames: ReadonlyMap<string, readonly string[]>;
  service(key: ServiceKey): ServiceFacts | null;
  serviceByAddress(ip: string): ServiceFacts | null;
  backend(key: BackendKey): Backend;
  podByAddress(ip: string): PodAddress | null;
  /**
   * Returns a workload by `ns/name`, for requests that dial one of its Pods. Returns null if no manifest
   * declares it.
   */
  workload(key: string): { readonly key: string; readonly endpoints: number | null } | null;
  /** Returns true if the bundle has a policy. */
  hasPolicies(): boolean;
  /**
   * Returns the policies that target an object, by its id (`Service/ns/name`). Includes refused policies
   * (R-601…R-608).
   */
  policiesOn(id: string): readonly AttachedPolicy[];
  /**
   * Returns the routes that write the core group as `core`. The key is the `ns/name` of the parent
   * Service if a parentRef does so, and the id of the route if a backendRef does so.
   */
  spelledOut(key: string): readonly string[];
  /** Returns everything that is not simulated and may act on requests, in the order of the bundle. */
  influences(): readonly Influence[];
  /** Who may send what to which server. Null without access policies that are simulated. */
  readonly access: AccessControl | null;
  /** Returns true if the labels of a client select its configuration, and the request does not give them. */
  readsLabels(client: Client): boolean;
  /**
   * Returns one client for each group that the objects of the bundle can distinguish, if a dialect configures
   * clients: by namespace and labels of workloads, and by the labels that objects name. The namespace '' is one
   * that no object names. Empty if only namespaces of consumer routes matter. With `other`, clients of which
   * only this function returns another key are distinct, too.
   */
  distinctClients(other?: (client: Client) => string): readonly Client[];
  /** Returns the header that the proxy of a client may add, if its value is unknown. Returns null otherwise. */
  unknownHeader(client: Client): string | null;
  /** Returns true if the bundle names the namespace. */
  hasNamespace(namespace: string): boolean;
}
