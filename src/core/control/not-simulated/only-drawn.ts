import type { Cluster } from '../../cluster/cluster.ts';
import type { ResourceMeta } from '../../resource/resource.ts';

/** Returns the decoded resources that are drawn like those of kinds that are not simulated. */
export function onlyDrawn(cluster: Cluster): readonly ResourceMeta[] {
  return cluster.meshes;
}
