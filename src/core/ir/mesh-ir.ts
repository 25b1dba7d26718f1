import type { ClientClass } from '../ids/ids.ts';
import type { Profile } from '../profile/profile.ts';
import type { Backend, BackendKey } from './backend.ts';
import type { Influence } from './influence.ts';
import type { AttachedPolicy } from './policy.ts';
import type { Frontend, FrontendId, GatewayProxy, ProxyConfig } from './proxy-config.ts';
import type { SimRequest } from './request.ts';
import type { PodAddress, ServiceFacts, ServiceKey } from './service.ts';

/** The part of a request that decides which proxy configuration it meets. */
export type Sender = Pick<SimRequest, 'from' | 'gateway'>;

/**
 * Everything the data plane may know: plain data and pure look-ups over it. The unit is the proxy configuration of a
 * class of clients; it is compiled on first use. Look-ups that would cost the whole bundle to precompute (endpoints)
 * are answered on request.
 */
export interface MeshIR {
  readonly clusterDomain: string;
  /** The class of a sender; of an unknown Gateway, too. */
  classOf(sender: Sender): ClientClass;
  /** Every class with a configuration of its own, the other clients of the mesh as one; sorted. */
  classes(): readonly ClientClass[];
  /** The configuration of a class; null: no manifest tells it (an unknown or a pending Gateway). */
  proxy(of: ClientClass): ProxyConfig | null;
  /** The same tables, with proxy configurations as another profile has them. */
  under(profile: Profile): MeshIR;
  /** The Service ports that clients can dial. */
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** The configurations of Gateways, by `ns/name`. */
  readonly gateways: ReadonlyMap<string, GatewayProxy>;
  /** The classes of Gateways that no known controller configures, by `ns/name` of the Gateway. */
  readonly pendingGateways: ReadonlyMap<string, string>;
  /** Classes and protocols of Gateways that some implementation brings along (profile field `own`), by `ns/name`. */
  readonly ownNames: ReadonlyMap<string, readonly string[]>;
  service(key: ServiceKey): ServiceFacts | null;
  serviceByAddress(ip: string): ServiceFacts | null;
  backend(key: BackendKey): Backend;
  podByAddress(ip: string): PodAddress | null;
  /** A workload by `ns/name`, for "dial a Pod of this workload". */
  workload(key: string): { readonly key: string; readonly endpoints: number | null } | null;
  /** Whether any resource is a policy. */
  hasPolicies(): boolean;
  /** The policies that target something, by its id (`Service/ns/name`), refused ones included (R-601…R-608). */
  policiesOn(id: string): readonly AttachedPolicy[];
  /**
   * Routes that write the core group as `core`: by `ns/name` of the Service that they name as their parent so, and
   * by their own id where they name a backend so.
   */
  spelledOut(key: string): readonly string[];
  /** What is not simulated and may act on requests, in the order of the bundle. */
  influences(): readonly Influence[];
  /** Whether a namespace is named anywhere in the bundle. */
  hasNamespace(namespace: string): boolean;
}
