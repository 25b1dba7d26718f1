import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ObjectRef } from '../../../../resource/gateway-resource.ts';

/** Who refers, as a grant's `from` names it. */
export interface Referrer {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

/** Whether a reference is permitted: its own namespace, or a ReferenceGrant in the target's (R-450…R-452). */
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
