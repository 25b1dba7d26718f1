import type { HostPattern } from './host-pattern.ts';

/**
 * One place of a request's way that something which is not simulated may act on. It acts on a request that passes any of
 * its places.
 */
export type InfluencePlace =
  /** A Service (`ns/name`) that a client in the mesh dials. */
  | { readonly at: 'frontend'; readonly service: string }
  /** A Service that gets the request; `selected`: its Pods are picked by labels. */
  | { readonly at: 'backend'; readonly service: string; readonly selected: boolean }
  /** A workload (`ns/name`) whose Pod gets the request. */
  | { readonly at: 'server'; readonly workload: string }
  /** Everything in a namespace that gets the request. */
  | { readonly at: 'server-namespace'; readonly namespace: string }
  /**
   * A client in a namespace. `workloads`: only these (`ns/name`); null: all. `open`: the manifests declare no workload
   * there, so any client may be meant.
   */
  | {
      readonly at: 'sender';
      readonly namespace: string;
      readonly workloads: readonly string[] | null;
      readonly open: boolean;
    }
  /** A Gateway by `ns/name`, for some of its hosts; null: all. */
  | { readonly at: 'gateway'; readonly gateway: string; readonly hosts: readonly HostPattern[] | null }
  /** A route by its id. */
  | { readonly at: 'route'; readonly route: string }
  /** A host that is asked for. */
  | { readonly at: 'host'; readonly pattern: string }
  | { readonly at: 'mesh' };

/** How a request enters: `unresolved` dials a host that the manifests do not know. */
export type Entrance = 'mesh' | 'gateway' | 'outside-mesh' | 'unresolved';

/** Something of the manifests that is not simulated, and the requests that it may act on. */
export interface Influence {
  /** Id of the resource that it is, or that carries the setting. */
  readonly resource: string;
  /** The annotation, label or field of the resource that acts; null: the resource itself does. */
  readonly setting: string | null;
  readonly places: readonly InfluencePlace[];
  /** The entrances of the requests that it acts on. */
  readonly entrances: readonly Entrance[];
  /** Namespaces of the clients that see it; null: all. */
  readonly visibleTo: readonly string[] | null;
}
