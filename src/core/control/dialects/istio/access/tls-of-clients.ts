import type { Cluster } from '../../../../cluster/cluster.ts';
import { DESTINATION_RULE } from '../../../../resource/kinds/rare-kinds.ts';
import { fieldsAt, hasField } from '../../../not-simulated/raw-fields.ts';
import { itemsAt, textAt } from '../../../not-simulated/raw-values.ts';
import { exportDefaultsOf, withExportDefault } from '../export-defaults.ts';
import { isSubset, resolveHost } from '../names.ts';

const MUTUAL = 'ISTIO_MUTUAL';
const OFF = 'DISABLE';

/** How the proxies of clients connect to a host. */
export type TlsOfClients = 'automatic' | 'plain-text' | 'mutual-tls' | 'not-known';

/**
 * Returns how the proxies of clients connect to a host. Without a DestinationRule they use mutual TLS if the
 * server accepts it. A DestinationRule can turn it off; other settings are not simulated (I-21.7).
 */
export function tlsOfClients(hostname: string, cluster: Cluster): TlsOfClients {
  const { destinationRules } = exportDefaultsOf(cluster);
  const rules = withExportDefault(cluster.resourcesOf(DESTINATION_RULE), destinationRules).filter(
    ({ namespace, spec }) => isSubset(hostname, resolveHost(spec.host, namespace, cluster.clusterDomain)),
  );
  const all = rules.flatMap(({ raw }) => modesIn(raw));
  if (all.length === 0) return 'automatic';
  if (all.every((mode) => mode === MUTUAL)) return 'mutual-tls';
  const [only, ...others] = rules;
  const isForAll =
    only !== undefined &&
    others.length === 0 &&
    only.spec.workloadSelector === null &&
    (only.spec.exportTo.length === 0 || only.spec.exportTo.includes('*')) &&
    textAt(only.raw, 'spec', 'trafficPolicy', 'tls', 'mode') === OFF &&
    modesIn(only.raw).length === 1;
  return isForAll ? 'plain-text' : 'not-known';
}

function modesIn(raw: unknown): readonly string[] {
  return [
    fieldsAt(raw, 'spec', 'trafficPolicy'),
    ...itemsAt(raw, 'spec', 'subsets').map((subset) => fieldsAt(subset, 'trafficPolicy')),
  ]
    .flatMap((policy) => [policy, ...itemsAt(policy, 'portLevelSettings')])
    .flatMap((policy) => (hasField(policy, 'tls') ? [textAt(policy, 'tls', 'mode') ?? OFF] : []));
}
