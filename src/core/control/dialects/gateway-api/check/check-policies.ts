import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { targetId } from '../../../../ir/policy.ts';
import { targetOf } from '../../../target-of-reference.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { policiesOf } from '../policies/policies.ts';

import { checkPolicyCertificates } from './check-certificates.ts';

const CODES = {
  'target-not-found': 'policy-target-missing',
  'section-not-found': 'policy-section-missing',
  conflicted: 'policy-conflicted',
} as const;

/** Reports policies that are not attached. */
export function checkPolicies(
  cluster: Cluster,
  control: GatewayAPIControl,
  report: (finding: Finding) => void,
): void {
  for (const policy of cluster.tlsPolicies) checkPolicyCertificates(policy, cluster, report);
  const policies = policiesOf(cluster);
  if (policies.length === 0) return;
  for (const policy of policies) {
    for (const ref of policy.targetRefs) {
      const target = targetOf(ref);
      const id = targetId(target);
      const attached = control.ir
        .policiesOn(id)
        .find((each) => each.policy === policy.id && each.target.section === target.section);
      const refusal = attached?.refusal ?? null;
      if (refusal === null) continue;
      const found = cluster.byId.get(id);
      report({
        code: CODES[refusal],
        severity: 'warning',
        args: { policy: policy.id, target: id, section: target.section ?? '' },
        site: siteOf(policy, ref.path),
        related: found ? [{ note: 'policy-target', site: siteOf(found.resource, []) }] : [],
        fixes: [],
        condition: { type: 'Accepted', reason: refusal === 'conflicted' ? 'Conflicted' : 'TargetNotFound' },
      });
    }
  }
}
