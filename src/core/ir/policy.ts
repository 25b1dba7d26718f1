import { formatResourceId } from '../ids/ids.ts';
/** The target of a policy. `section` is the name of a listener, a rule or a port. */
export interface PolicyTarget {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly section: string | null;
}

/** The effect of a policy, as far as it is known. */
export type PolicyEffect =
  /** Connections to the backend use TLS. If `valid` is false, no connection may be opened. */
  | { readonly kind: 'backend-tls'; readonly hostname: string; readonly valid: boolean }
  /** A retry budget and session persistence. */
  | {
      readonly kind: 'backend-traffic';
      readonly retryPercent: number | null;
      readonly session: SessionSetting | null;
    }
  /** A policy of an implementation. It is attached, and its effect is not simulated. */
  | { readonly kind: 'opaque' };

/** Session persistence as configured. Durations are as written. */
export interface SessionSetting {
  readonly type: 'Cookie' | 'Header';
  readonly name: string | null;
  readonly path: string | null;
  readonly lifetime: 'Session' | 'Permanent' | null;
  readonly absoluteTimeout: string | null;
}

/** One target of one policy. */
export interface AttachedPolicy {
  /** The resource id: `KIND/ns/name`. */
  readonly policy: string;
  readonly kind: string;
  /**
   * The namespace of the policy. It decides which requests the policy applies to if the target is in another
   * namespace.
   */
  readonly namespace: string;
  readonly target: PolicyTarget;
  /** The reason why the policy is not attached. Null if it is attached. */
  readonly refusal: 'target-not-found' | 'section-not-found' | 'conflicted' | null;
  readonly effect: PolicyEffect;
  /** True if the cluster has no such kind. The policy has no effect and gets no status. */
  readonly absent?: true;
}

/** Returns `KIND/ns/name` of a target, without its section. */
export function targetId({ kind, namespace, name }: PolicyTarget): string {
  return formatResourceId(kind, namespace, name);
}
