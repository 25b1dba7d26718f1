import type { Cluster } from '../cluster/cluster.ts';
import { compareKeys } from '../ir/order.ts';

/** Names of what runs in a namespace, sorted; what something else owns is known by its owner's name. */
export function workloadsIn({ workloadsIn: found }: Cluster, namespace: string): string[] {
  const names = (found.get(namespace) ?? [])
    .filter(({ spec }) => spec.ownedBy === null)
    .map(({ name }) => name);
  return [...new Set(names)].sort(compareKeys);
}
