import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { CompiledMesh } from '../compiled-mesh.ts';
import { EXPORT_TO } from '../mesh-services.ts';
import { findingAt } from './finding-at.ts';

/** Reports Services that the proxies of no namespace know (Istio 2.6). */
export function checkExports(
  { config }: CompiledMesh,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  for (const { audience, facet, key } of config.services.byHost.values()) {
    if (audience === 'all' || facet === null || facet.resource === null) continue;
    if ([...audience].some((namespace) => cluster.namespaceNames.has(namespace))) continue;
    const exportTo = facet.resource.annotations[EXPORT_TO] ?? '';
    const path = ['metadata', 'annotations', EXPORT_TO];
    report(findingAt('service-not-exported', facet.resource, path, { service: key, exportTo }));
  }
}
