import type { Cluster } from '../../../cluster/cluster.ts';
import type { KeyedDataSpec } from '../../../resource/gateway-resource.ts';
import { CONFIG_MAP } from '../../../resource/kinds/rare-kinds.ts';
import { ROOT_NAMESPACE } from './names.ts';

const CONFIG_OF_MESH = 'istio';

/** Returns the settings of the mesh: the ConfigMap `istio` of `istio-system`. Returns null without one. */
export function meshSettingsOf(cluster: Cluster): KeyedDataSpec | null {
  const found = cluster
    .resourcesOf(CONFIG_MAP)
    .find(({ name, namespace }) => name === CONFIG_OF_MESH && namespace === ROOT_NAMESPACE);
  return found?.spec ?? null;
}
