import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName, readNamespacedName } from '../../../../ids/ids.ts';
import { type AttachedPolicy, targetId } from '../../../../ir/policy.ts';

import type {
  BackendTLSPolicyResource,
  BackendTrafficPolicyResource,
  PolicyTargetRef,
} from '../../../../resource/gateway-resource.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import type { Condition, ResourceStatus } from '../../../resource-status.ts';
import { targetOf } from '../../../target-of-reference.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { authoritiesOf, hasValidCA } from '../policies/tls-policy.ts';
import { condition } from './gateway-status.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/**
 * Returns the status of BackendTLSPolicies and XBackendTrafficPolicies, with one entry for each Gateway whose
 * routes forward to a target. If two policies target one Service port, the older wins, then
 * the first by name. A policy with a section wins for its section. The status of other kinds
 * is unknown.
 */
export function policyStatuses(cluster: Cluster, control: GatewayAPIControl): readonly ResourceStatus[] {
  const gateways = gatewaysByService(control);
  const statusOf = (
    policy: BackendTLSPolicyResource | BackendTrafficPolicyResource,
    conditions: readonly Condition[],
  ): ResourceStatus => {
    const ancestors = new Set(
      policy.spec.targetRefs.flatMap((ref) => gateways.get(namespacedName(policy.namespace, ref.name)) ?? []),
    );
    const parents = [...ancestors].sort().map((key) => ({ parentRef: gatewayRef(key), conditions }));
    return { resource: policy.id, ancestors: parents };
  };
  return [
    ...cluster.tlsPolicies.map((policy) => {
      const refusal = refusalOf(policy, control);
      const resolved = condition('ResolvedRefs', true, 'ResolvedRefs');
      return statusOf(
        policy,
        refusal === null
          ? authorityConditions(policy, cluster)
          : [condition('Accepted', false, refusal), resolved],
      );
    }),
    ...cluster.trafficPolicies
      .filter((policy) => !isAbsent(policy, control))
      .map((policy) => {
        const refusal = refusalOf(policy, control);
        return statusOf(policy, [condition('Accepted', refusal === null, refusal ?? 'Accepted')]);
      }),
  ];
}

/** Returns whether the cluster has no such kind, so that no controller writes a status. */
function isAbsent(policy: BackendTrafficPolicyResource, control: GatewayAPIControl): boolean {
  return policy.spec.targetRefs.some((ref) => attachedAt(policy, ref, control)?.absent === true);
}

/** Returns the attachment of a policy to one of its targets. */
function attachedAt(
  policy: BackendTLSPolicyResource | BackendTrafficPolicyResource,
  ref: PolicyTargetRef,
  control: GatewayAPIControl,
): AttachedPolicy | undefined {
  const target = targetOf(ref);
  return control.ir
    .policiesOn(targetId(target))
    .find((each) => each.policy === policy.id && each.target.section === target.section);
}

/**
 * Returns the reason why a policy is attached to none of its targets. Returns null if it is attached to one
 * (R-603, R-604).
 */
function refusalOf(
  policy: BackendTLSPolicyResource | BackendTrafficPolicyResource,
  control: GatewayAPIControl,
): 'Conflicted' | 'TargetNotFound' | null {
  const refusals = policy.spec.targetRefs.map((ref) => attachedAt(policy, ref, control)?.refusal ?? null);
  if (refusals.length === 0 || refusals.includes(null)) return null;
  return refusals.includes('conflicted') ? 'Conflicted' : 'TargetNotFound';
}

function gatewayRef(key: string): ParentRef {
  const { namespace, name } = readNamespacedName(key);
  return { group: GATEWAY_GROUP, kind: 'Gateway', namespace, name, sectionName: null, port: null };
}

/** Returns the Gateways whose routes forward to a Service. */
function gatewaysByService(control: GatewayAPIControl): ReadonlyMap<string, readonly string[]> {
  const gateways = new Map<string, string[]>();
  for (const { route, verdicts, accepted } of control.plane.attachments) {
    if (!accepted) continue;
    const keys = verdicts
      .filter((verdict) => verdict.refusal === null)
      .map(({ listener }) => namespacedName(listener.gateway.namespace, listener.gateway.name));
    for (const entry of control.compiledAtGateways.get(route)?.entries ?? []) {
      for (const target of entry.action.targets) {
        const known = gateways.get(target.service) ?? [];
        gateways.set(target.service, [...new Set([...known, ...keys])]);
      }
    }
  }
  return gateways;
}

function authorityConditions(policy: BackendTLSPolicyResource, cluster: Cluster): readonly Condition[] {
  const bad = authoritiesOf(policy, cluster).find((result) => result !== 'ok');
  const usable = hasValidCA(policy, cluster);
  const reason =
    bad === undefined ? 'ResolvedRefs' : bad === 'kind' ? 'InvalidKind' : 'InvalidCACertificateRef';
  return [
    condition('Accepted', usable, usable ? 'Accepted' : 'NoValidCACertificate'),
    condition('ResolvedRefs', bad === undefined, reason),
  ];
}
