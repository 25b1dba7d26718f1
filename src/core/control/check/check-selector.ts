import type { Cluster } from '../../cluster/cluster.ts';
import { selectWorkloads } from '../../cluster/endpoints.ts';
import { siteOf } from '../../cluster/resource-site.ts';
import type { Finding } from '../../findings/finding.ts';
import { namespacedName } from '../../ids/ids.ts';
import type { ServiceResource } from '../../resource/resource.ts';

/**
 * Reports a Service whose selector matches none of the workloads that the bundle declares in its namespace
 * (R-101).
 */
export function checkSelector(
  service: ServiceResource,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  const { selector, type } = service.spec;
  if (selector === null || type === 'ExternalName') return;
  if (!cluster.workloadsIn.has(service.namespace)) return;
  const key = namespacedName(service.namespace, service.name);
  if (cluster.slices.has(key)) return;
  if (selectWorkloads(cluster, service.namespace, selector).length > 0) return;
  const text = Object.entries(selector)
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
  report({
    code: 'selector-picks-nothing',
    severity: 'warning',
    args: { service: key, selector: text },
    site: siteOf(service, ['spec', 'selector']),
    related: [],
    fixes: [],
  });
}
