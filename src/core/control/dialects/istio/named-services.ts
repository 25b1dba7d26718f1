import type { Cluster } from '../../../cluster/cluster.ts';
import { readServiceName } from '../../../ir/service-name.ts';
import { VIRTUAL_SERVICE } from '../../../resource/kinds/rare-kinds.ts';
import type { NamedService } from '../../service-facets.ts';
import { isWildcard, resolveHost } from './names.ts';

/** Returns the Services that VirtualServices name as hosts and destinations, with the ports that they name. */
export function namedServices(cluster: Cluster): readonly NamedService[] {
  const { clusterDomain } = cluster;
  const found: NamedService[] = [];
  const add = (host: string | null, namespace: string, port: number | null) => {
    if (host === null || isWildcard(host)) return;
    const full = resolveHost(host, namespace, clusterDomain);
    // Other names with dots are hosts outside the cluster (Istio 2.2).
    const name = full.endsWith(`.svc.${clusterDomain}`) ? readServiceName(full, null, clusterDomain) : null;
    if (name !== null) found.push({ namespace: name.namespace, name: name.name, port, section: null });
  };
  for (const { namespace, spec } of cluster.resourcesOf(VIRTUAL_SERVICE)) {
    for (const host of spec.hosts) add(host, namespace, null);
    for (const rule of spec.http) {
      for (const { destination } of [...(rule?.route ?? []), ...(rule?.mirrors ?? [])])
        add(destination.host, namespace, destination.port);
    }
    for (const rule of [...spec.tcp, ...spec.tls])
      for (const { destination } of rule?.route ?? []) add(destination.host, namespace, destination.port);
  }
  return found;
}
