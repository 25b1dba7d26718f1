import type { HostPattern } from './host-pattern.ts';

/**
 * One place on the way of a request where an object that is not simulated may act. An influence acts on a
 * request that passes any of its places.
 */
export type InfluencePlace =
  /** A Service (`ns/name`) that a client in the mesh dials. */
  | { readonly at: 'frontend'; readonly service: string }
  /** A Service that gets the request. `selected` is true if labels select its Pods. */
  | { readonly at: 'backend'; readonly service: string; readonly selected: boolean }
  /** A workload (`ns/name`) whose Pod gets the request. */
  | { readonly at: 'server'; readonly workload: string }
  /** Every workload in a namespace that gets the request. */
  | { readonly at: 'server-namespace'; readonly namespace: string }
  /**
   * A client in a namespace. `workloads` lists the affected workloads (`ns/name`); null means all. `open` is
   * true if the manifests declare no workload in the namespace, so that any client may be affected.
   */
  | {
      readonly at: 'sender';
      readonly namespace: string;
      readonly workloads: readonly string[] | null;
      readonly open: boolean;
    }
  /** A Gateway (`ns/name`) for some of its hosts. Null means all hosts. */
  | { readonly at: 'gateway'; readonly gateway: string; readonly hosts: readonly HostPattern[] | null }
  /** A route, by its id. */
  | { readonly at: 'route'; readonly route: string }
  /** A requested host. */
  | { readonly at: 'host'; readonly pattern: string }
  | { readonly at: 'mesh' };

/** How a request enters. `unresolved` requests dial a host that the manifests do not declare. */
export type Entrance = 'mesh' | 'gateway' | 'outside-mesh' | 'unresolved';

/** An object or setting in the manifests that is not simulated, with the requests that it may act on. */
export interface Influence {
  /** The id of the resource. For a setting, the id of the resource that carries it. */
  readonly resource: string;
  /** The annotation, label or field of the resource that acts. Null if the resource itself acts. */
  readonly setting: string | null;
  readonly places: readonly InfluencePlace[];
  /** The entrances of the requests that it acts on. */
  readonly entrances: readonly Entrance[];
  /** The namespaces of the clients that it applies to. Null means all. */
  readonly visibleTo: readonly string[] | null;
}
