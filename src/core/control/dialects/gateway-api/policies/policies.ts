import type { Cluster } from '../../../../cluster/cluster.ts';
import type { PolicyEffect } from '../../../../ir/policy.ts';
import type { BackendTrafficPolicyResource, PolicyTargetRef } from '../../../../resource/gateway-resource.ts';
import { AUTHORIZATION_POLICY, REQUEST_AUTHENTICATION } from '../../../../resource/kinds/rare-kinds.ts';
import type { ResourceMeta } from '../../../../resource/resource.ts';
import { goesBefore } from './policy-order.ts';
import { hasValidCA, isConflicted } from './tls-policy.ts';

/** A policy of any kind, with its targets as written. */
interface PolicyResource extends ResourceMeta {
  readonly targetRefs: readonly PolicyTargetRef[];
  /** Returns its effect on a target, and whether an established policy already has that target. */
  readonly on: (ref: PolicyTargetRef) => { readonly effect: PolicyEffect; readonly conflicted: boolean };
}

const OPAQUE = () => ({ effect: { kind: 'opaque' } as const, conflicted: false });

/** Returns all policies of the bundle: known kinds, then other kinds. */
export function policiesOf(cluster: Cluster): readonly PolicyResource[] {
  const { tlsPolicies, trafficPolicies, others } = cluster;
  return [
    ...tlsPolicies.map((policy): PolicyResource => {
      const { hostname, targetRefs } = policy.spec;
      const effect: PolicyEffect = { kind: 'backend-tls', hostname, valid: hasValidCA(policy, cluster) };
      return {
        ...policy,
        targetRefs,
        on: (ref) => ({ effect, conflicted: isConflicted(policy, ref, cluster) }),
      };
    }),
    ...trafficPolicies.map((policy): PolicyResource => {
      const { targetRefs, retryBudget, session } = policy.spec;
      const effect: PolicyEffect = {
        kind: 'backend-traffic',
        retryPercent: retryBudget?.percent ?? null,
        session,
      };
      const rivals = trafficPolicies.filter(
        (other) => other.namespace === policy.namespace && goesBefore(other, policy),
      );
      const has = (rival: BackendTrafficPolicyResource, ref: PolicyTargetRef) =>
        rival.spec.targetRefs.some((each) => each.kind === ref.kind && each.name === ref.name);
      return {
        ...policy,
        targetRefs,
        on: (ref) => ({ effect, conflicted: rivals.some((rival) => has(rival, ref)) }),
      };
    }),
    ...others.flatMap((resource): readonly PolicyResource[] => {
      if (resource.policy === undefined) return [];
      const { targetRefs } = resource.policy;
      return [{ ...resource, targetRefs, on: OPAQUE }];
    }),
    ...[AUTHORIZATION_POLICY, REQUEST_AUTHENTICATION].flatMap((kind) =>
      cluster
        .resourcesOf(kind)
        .map(
          (resource): PolicyResource => ({ ...resource, targetRefs: resource.spec.targetRefs, on: OPAQUE }),
        ),
    ),
  ];
}
