import type { Cluster } from '../cluster/cluster.ts';
import { compareKeys } from '../ir/order.ts';

/**
 * Returns the names of the workloads in a namespace, sorted. A workload with an owner has the name of its
 * owner.
 */
export function workloadsIn({ workloadsIn: found }: Cluster, namespace: string): string[] {
  const names = (found.get(namespace) ?? [])
    .filter(({ spec }) => spec.ownedBy === null)
    .map(({ name }) => name);
  return [...new Set(names)].sort(compareKeys);
}
