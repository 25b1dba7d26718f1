import type { Cluster } from '../../cluster/cluster.ts';
import type { BackendTLSPolicyResource } from '../../resource/gateway-resource.ts';
import type { ParentRef } from '../../resource/resource.ts';
import type { ControlPlane } from '../control-plane.ts';
import type { Condition, ResourceStatus } from '../status.ts';
import { condition } from './gateway-status.ts';
import { authoritiesOf, hasValidCA, isConflicted } from './tls-policy.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/**
 * Status of BackendTLSPolicies, one entry for each Gateway whose routes forward to a target. Of two that
 * target one Service port the older wins, then the one first by name; one with a section wins its section.
 */
export function policyStatuses(cluster: Cluster, control: ControlPlane): readonly ResourceStatus[] {
  const gateways = gatewaysByService(control);
  return cluster.tlsPolicies.map((policy) => {
    const conditions = policyConditions(policy, cluster);
    const ancestors = new Set(
      policy.spec.targetRefs.flatMap((ref) => gateways.get(`${policy.namespace}/${ref.name}`) ?? []),
    );
    return {
      resource: policy.id,
      ancestors: [...ancestors].sort().map((key) => ({ parentRef: gatewayRef(key), conditions })),
    };
  });
}

function gatewayRef(key: string): ParentRef {
  const [namespace = '', name = ''] = key.split('/');
  return { group: GATEWAY_GROUP, kind: 'Gateway', namespace, name, sectionName: null, port: null };
}

/** The Gateways through whose routes a Service is reached. */
function gatewaysByService(control: ControlPlane): ReadonlyMap<string, readonly string[]> {
  const gateways = new Map<string, string[]>();
  for (const { route, verdicts, accepted } of control.memo.plane.attachments) {
    if (!accepted) continue;
    const keys = verdicts
      .filter((verdict) => verdict.refusal === null)
      .map(({ listener }) => `${listener.gateway.namespace}/${listener.gateway.name}`);
    for (const entry of control.memo.compiledAtGateways.get(route)?.entries ?? []) {
      for (const target of entry.action.targets) {
        const known = gateways.get(target.service) ?? [];
        gateways.set(target.service, [...new Set([...known, ...keys])]);
      }
    }
  }
  return gateways;
}

function policyConditions(policy: BackendTLSPolicyResource, cluster: Cluster): readonly Condition[] {
  if (policy.spec.targetRefs.every((ref) => isConflicted(policy, ref, cluster))) {
    return [condition('Accepted', false, 'Conflicted'), condition('ResolvedRefs', true, 'ResolvedRefs')];
  }
  const bad = authoritiesOf(policy, cluster).find((result) => result !== 'ok');
  const usable = hasValidCA(policy, cluster);
  const reason =
    bad === undefined ? 'ResolvedRefs' : bad === 'kind' ? 'InvalidKind' : 'InvalidCACertificateRef';
  return [
    condition('Accepted', usable, usable ? 'Accepted' : 'NoValidCACertificate'),
    condition('ResolvedRefs', bad === undefined, reason),
  ];
}
