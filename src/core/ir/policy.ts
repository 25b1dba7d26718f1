/** What a policy is attached to; `section` is a listener, a rule or a port, by name. */
export interface PolicyTarget {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly section: string | null;
}

/** What a policy does, as far as it is known. */
export type PolicyEffect =
  /** connections to the backend use TLS; with `valid` false they must not be made at all. */
  | { readonly kind: 'backend-tls'; readonly hostname: string; readonly valid: boolean }
  /** */
  | {
      readonly kind: 'backend-traffic';
      readonly retryPercent: number | null;
      readonly session: SessionSetting | null;
    }
  /** A kind of somebody's own: attached, never evaluated. */
  | { readonly kind: 'opaque' };

/** Session persistence as configured; durations as written. */
export interface SessionSetting {
  readonly type: 'Cookie' | 'Header';
  readonly name: string | null;
  readonly path: string | null;
  readonly lifetime: 'Session' | 'Permanent' | null;
  readonly absoluteTimeout: string | null;
}

/** One target of one policy. */
export interface AttachedPolicy {
  /** Resource id: `KIND/ns/name`. */
  readonly policy: string;
  readonly kind: string;
  /** Of the policy itself: decides whose requests it concerns when the target is elsewhere. */
  readonly namespace: string;
  readonly target: PolicyTarget;
  /** Why it is not attached; null when it is. */
  readonly refusal: 'target-not-found' | 'section-not-found' | 'conflicted' | null;
  readonly effect: PolicyEffect;
  /** The cluster has no such kind: nothing acts, and nobody writes a status. */
  readonly absent?: true;
}

/** `KIND/ns/name` of a target, its section aside. */
export function targetId({ kind, namespace, name }: PolicyTarget): string {
  return `${kind}/${namespace}/${name}`;
}
