import type { Cluster } from '../cluster/cluster.ts';
import type { ClusterIndex } from '../cluster/cluster-index.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { PolicyTargetRef } from '../resource/gateway-resource.ts';
import type { ResourceMeta } from '../resource/resource.ts';

/** A resource with the references to its targets. */
export type Targeting = ResourceMeta & { readonly targetRefs: readonly PolicyTargetRef[] };

/** All resources with targets: policies of decoded kinds, and of other kinds. */
const TARGETING: ClusterIndex<readonly Targeting[]> = {
  reads: 'all',
  make: (items) =>
    items.flatMap((item): readonly Targeting[] => {
      if (!item.decoded) {
        const { policy } = item.resource;
        return policy === undefined ? [] : [{ ...item.resource, targetRefs: policy.targetRefs }];
      }
      const { resource } = item;
      return 'targetRefs' in resource.spec ? [{ ...resource, targetRefs: resource.spec.targetRefs }] : [];
    }),
  replace: (list, edits) => (edits.some(({ before, after }) => names(before) || names(after)) ? null : list),
};

function names({ decoded, resource }: Resource): boolean {
  return decoded ? 'targetRefs' in resource.spec : resource.policy !== undefined;
}

/** Returns the resources with targets, in the order of the bundle. */
export function targetRefsIn(cluster: Cluster): readonly Targeting[] {
  return cluster.indexed(TARGETING);
}
