import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { SERVICE_ENTRY } from '../../../../resource/kinds/rare-kinds.ts';
import type { Path } from '../../../../text/path.ts';
import type { ServiceEntryResource } from '../mesh-service.ts';
import { isWildcard } from '../names.ts';
import { isNetwork } from '../networks.ts';
import { findingAt } from './finding-at.ts';

/** The protocols of ports. Others are refused. */
const PROTOCOLS: ReadonlySet<string> = new Set([
  ...['HTTP', 'HTTPS', 'HTTP2', 'GRPC', 'GRPC-WEB', 'TLS', 'TCP', 'MONGO', 'REDIS', 'MYSQL', 'UDP'],
]);

/** Reports ServiceEntries that the API server or the webhook of Istio refuses. */
export function checkServiceEntries(cluster: Cluster, report: (finding: Finding) => void): void {
  for (const entry of cluster.resourcesOf(SERVICE_ENTRY))
    for (const { why, path } of refusalsOf(entry))
      report(findingAt('service-entry-refused', entry, path, { resource: entry.id, why }));
}

interface Refusal {
  readonly why:
    | 'no-hosts'
    | 'host-star'
    | 'selector-and-endpoints'
    | 'none-with-endpoints'
    | 'network-with-dns'
    | 'several-endpoints'
    | 'wildcard-with-dns'
    | 'protocol'
    | 'port-twice';
  readonly path: Path;
}

function refusalsOf({ spec }: ServiceEntryResource): readonly Refusal[] {
  const found: Refusal[] = [];
  const { hosts, endpoints, workloadSelector, resolution, addresses, ports } = spec;
  const isDNS = resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN';
  if (hosts.length === 0) found.push({ why: 'no-hosts', path: ['spec'] });
  for (const [index, host] of hosts.entries()) {
    const path = ['spec', 'hosts', index];
    if (host === '*') found.push({ why: 'host-star', path });
    else if (isDNS && isWildcard(host) && endpoints.length === 0)
      found.push({ why: 'wildcard-with-dns', path });
  }
  if (workloadSelector !== null && endpoints.length > 0)
    found.push({ why: 'selector-and-endpoints', path: ['spec', 'workloadSelector'] });
  if (resolution === 'NONE' && endpoints.length > 0)
    found.push({ why: 'none-with-endpoints', path: ['spec', 'endpoints'] });
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
    found.push({ why: 'several-endpoints', path: ['spec', 'endpoints'] });
  if (isDNS)
    for (const [index, address] of addresses.entries())
      if (isNetwork(address)) found.push({ why: 'network-with-dns', path: ['spec', 'addresses', index] });
  const seen = new Set<number>();
  for (const { index, number, protocol } of ports) {
    if (protocol !== null && !PROTOCOLS.has(protocol.toUpperCase()))
      found.push({ why: 'protocol', path: ['spec', 'ports', index, 'protocol'] });
    if (number === null) continue;
    if (seen.has(number)) found.push({ why: 'port-twice', path: ['spec', 'ports', index, 'number'] });
    seen.add(number);
  }
  return found;
}
