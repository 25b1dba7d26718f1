import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ObjectRef } from '../../../../resource/gateway-resource.ts';

/** The referrer, as `from` of a grant names it. */
export interface Referrer {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

/**
 * Returns true if a reference is permitted: by its own namespace, or by a ReferenceGrant in the namespace of
 * the target (R-450…R-452).
 */
export function isPermitted(referrer: Referrer, ref: ObjectRef, cluster: Cluster): boolean {
  if (ref.namespace === referrer.namespace) return true;
  return (cluster.grants.get(ref.namespace) ?? []).some(
    ({ spec }) =>
      spec.from.some(
        (from) =>
          from.group === referrer.group &&
          from.kind === referrer.kind &&
          from.namespace === referrer.namespace,
      ) &&
      spec.to.some(
        (to) =>
          to.group === ref.group &&
          to.kind === ref.kind &&
          (to.name === null || to.name === '' || to.name === ref.name),
      ),
  );
}
