import type { Cluster } from '../../../cluster/cluster.ts';
import { namespacedName } from '../../../ids/ids.ts';
import { compareKeys } from '../../../ir/order.ts';
import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import type { ISTIO_GATEWAY } from '../../../resource/kinds/rare-kinds.ts';
import { hasLabels, type PodLabels } from './labels.ts';
import { ROOT_NAMESPACE } from './names.ts';

export type IstioGatewayResource = ResourceOf<typeof ISTIO_GATEWAY>;

/** The Pods that a Gateway selects. */
export interface GatewayPods {
  readonly namespace: string;
  readonly labels: PodLabels;
  /** `ns/name` of their workload. Null if the bundle does not have it: the namespace is then an assumption. */
  readonly workload: string | null;
}

/**
 * Returns the Pods of a Gateway: of the first workload with all labels of its selector in any namespace, else
 * of a Service that selects them, else those that the default configuration has (Istio 14.1).
 */
export function gatewayPods({ spec: { selector } }: IstioGatewayResource, cluster: Cluster): GatewayPods {
  const workloads = [...cluster.workloadsIn.values()]
    .flat()
    .filter(({ spec }) => Object.keys(selector).length > 0 && hasLabels(spec.podLabels, selector))
    .sort((a, b) => compareKeys(namespacedName(a.namespace, a.name), namespacedName(b.namespace, b.name)));
  const [first] = workloads;
  if (first !== undefined) {
    const workload = namespacedName(first.namespace, first.name);
    return { namespace: first.namespace, labels: first.spec.podLabels, workload };
  }
  const front = [...cluster.services.values()].find(
    ({ spec }) =>
      spec.selector !== null && Object.keys(selector).length > 0 && hasLabels(spec.selector, selector),
  );
  return { namespace: front?.namespace ?? ROOT_NAMESPACE, labels: selector, workload: null };
}

/** Returns the Gateways that select some Pods. A Gateway without a selector selects all gateway Pods. */
export function gatewaysOf(
  pods: GatewayPods,
  among: readonly IstioGatewayResource[],
): readonly IstioGatewayResource[] {
  return among.filter(({ spec }) => hasLabels(pods.labels, spec.selector));
}
