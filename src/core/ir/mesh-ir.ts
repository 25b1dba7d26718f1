import type { Backend, BackendId } from './backend.ts';
import type { Influence } from './influence.ts';
import type { PassedOver } from './passed-over.ts';
import type { AttachedPolicy } from './policy.ts';
import type { Frontend, FrontendId, GatewayFrontend } from './proxy-config.ts';
import type { PodAddress, ServiceFacts, ServiceKey } from './service.ts';

/**
 * Everything the data plane may know: plain data and pure look-ups over it. Frontends are listed by id;
 * look-ups that would cost the whole bundle to precompute (endpoints) are answered on request.
 */
export interface MeshIR {
  readonly clusterDomain: string;
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** By `ns/name`. */
  readonly gateways: ReadonlyMap<string, GatewayFrontend>;
  /** The classes of Gateways that no known controller configures, by `ns/name` of the Gateway. */
  readonly pendingGateways: ReadonlyMap<string, string>;
  /** Classes and protocols of Gateways that some implementation brings along (profile field `own`), by `ns/name`. */
  readonly ownNames: ReadonlyMap<string, readonly string[]>;
  service(key: ServiceKey): ServiceFacts | null;
  serviceByAddress(ip: string): ServiceFacts | null;
  backend(id: BackendId): Backend;
  podByAddress(ip: string): PodAddress | null;
  /** A workload by `ns/name`, for "dial a Pod of this workload". */
  workload(key: string): { readonly key: string; readonly endpoints: number | null } | null;
  /** The policies that target something, by its id (`Service/ns/name`), refused ones included (R-601…R-608). */
  policiesOn(id: string): readonly AttachedPolicy[];
  /**
   * Routes that write the core group as `core`: by `ns/name` of the Service that they name as their parent so, and
   * by their own id where they name a backend so.
   */
  spelledOut(key: string): readonly string[];
  /** The routes that wanted a Service (`ns/name`) or a Gateway and are not among its routes. */
  passedOverOnService(key: ServiceKey): readonly PassedOver[];
  passedOverAtGateway(key: string): readonly PassedOver[];
  /** What is not simulated and may act on requests, in the order of the bundle. */
  influences(): readonly Influence[];
  /** Whether a namespace is named anywhere in the bundle. */
  hasNamespace(namespace: string): boolean;
}
