import type { Cluster } from '../../../../cluster/cluster.ts';
import type { BackendTLSPolicyResource, PolicyTargetRef } from '../../../../resource/gateway-resource.ts';
import { type CertificateResult, resolveCA } from '../references/object-reference.ts';
import { goesBefore } from './policy-order.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Returns the result of each CA reference of a BackendTLSPolicy, in order. */
export function authoritiesOf(
  policy: BackendTLSPolicyResource,
  cluster: Cluster,
): readonly CertificateResult[] {
  const referrer = { group: GATEWAY_GROUP, kind: 'BackendTLSPolicy', namespace: policy.namespace };
  return policy.spec.caCertificateRefs.map((ref) => resolveCA(referrer, ref, cluster));
}

/** Returns true if a BackendTLSPolicy can be applied. It cannot without a usable CA. */
export function hasValidCA(policy: BackendTLSPolicyResource, cluster: Cluster): boolean {
  const results = authoritiesOf(policy, cluster);
  return results.length === 0 || results.some((result) => result === 'ok');
}

/**
 * Returns true if an established policy of the namespace has exactly this target. A target with a section is
 * another target.
 */
export function isConflicted(
  policy: BackendTLSPolicyResource,
  ref: PolicyTargetRef,
  cluster: Cluster,
): boolean {
  return cluster.tlsPolicies.some(
    (other) =>
      other !== policy &&
      other.namespace === policy.namespace &&
      goesBefore(other, policy) &&
      other.spec.targetRefs.some((each) => sameTarget(each, ref)),
  );
}

function sameTarget(a: PolicyTargetRef, b: PolicyTargetRef): boolean {
  return a.group === b.group && a.kind === b.kind && a.name === b.name && a.sectionName === b.sectionName;
}
