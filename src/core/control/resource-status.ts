import type { ParentRef, ResourceId } from '../resource/resource.ts';

/** One condition as a controller would write it. Conditions are predicted, never observed. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
}

/** One entry of `status.listeners` of a Gateway or ListenerSet. */
export interface ListenerStatus {
  readonly name: string;
  readonly supportedKinds: readonly string[];
  /** The number of routes attached to this listener. */
  readonly attachedRoutes: number;
  readonly conditions: readonly Condition[];
}

/** One entry of `status.parents` of a route, or of `status.ancestors` of a policy. */
export interface ParentStatus {
  /** As written, with the namespace filled in. */
  readonly parentRef: ParentRef;
  readonly conditions: readonly Condition[];
  /** Present if no manifest declares the parent, and it is assumed with all defaults. */
  readonly assumed?: true;
}

/** The status that a conformant controller would write on one resource. */
export interface ResourceStatus {
  readonly resource: ResourceId;
  readonly conditions?: readonly Condition[];
  readonly listeners?: readonly ListenerStatus[];
  readonly attachedListenerSets?: number;
  readonly parents?: readonly ParentStatus[];
  readonly ancestors?: readonly ParentStatus[];
}
