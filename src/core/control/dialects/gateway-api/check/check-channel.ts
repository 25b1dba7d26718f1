import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';

/** The API group of kinds that exist in the experimental channel alone. */
const EXPERIMENTAL_GROUP = 'gateway.networking.x-k8s.io';

/** Kinds that a cluster with the standard channel does not have; for that channel only. */
export function checkChannel(cluster: Cluster, report: (finding: Finding) => void): void {
  for (const resource of [...cluster.trafficPolicies, ...cluster.meshes]) {
    report({
      code: 'kind-not-in-channel',
      severity: 'error',
      args: { kind: resource.kind, group: EXPERIMENTAL_GROUP },
      site: siteOf(resource, ['kind']),
      related: [],
      fixes: [],
    });
  }
}

/** What is a remark where experimental fields are kept is a warning where they are dropped. */
export function asDropped(finding: Finding): Finding {
  return finding.code === 'field-experimental'
    ? { ...finding, code: 'field-dropped', severity: 'warning' }
    : finding;
}
