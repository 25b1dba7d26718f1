import type { Cluster } from '../../../cluster/cluster.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import { own, put } from '../../../text/own.ts';
import type { PodLabels } from './labels.ts';
import type { LaneHeaders } from './lanes/lane-header.ts';
import type { MeshConfig } from './mesh-config.ts';

const NO_LABELS: PodLabels = {};

/** Returns the labels of the Pod of a client: as the request gives them, else those of its workload. */
export function labelsOfClient({ namespace, workload, labels }: Client, cluster: Cluster): PodLabels {
  if (labels !== undefined) return labels;
  if (workload === null) return NO_LABELS;
  return cluster.workloads.get(namespacedName(namespace, workload))?.[0]?.spec.podLabels ?? NO_LABELS;
}

/** Returns true if the labels of the Pod of a client are known. */
export function knowsLabels({ namespace, workload, labels }: Client, cluster: Cluster): boolean {
  return (
    labels !== undefined || (workload !== null && cluster.workloads.has(namespacedName(namespace, workload)))
  );
}

/** The labels of clients that objects of Istio look at. Clients that differ in others have one class. */
interface RelevantLabels {
  isRelevant(namespace: string): boolean;
  /** Returns the relevant ones of the labels of a client. */
  project(namespace: string, labels: PodLabels): PodLabels;
  /** Returns the different relevant labels of the workloads of a namespace, and none. */
  variants(namespace: string, cluster: Cluster): readonly PodLabels[];
}

/** Returns the labels that VirtualEnvironments with `autoInject`, Sidecars, DestinationRules and matches of VirtualServices select clients by. */
export function relevantLabels(
  { virtualServices, sidecars, destinationRules }: MeshConfig,
  { labelIn }: Pick<LaneHeaders, 'labelIn'>,
): RelevantLabels {
  const everywhere = new Map<string, Set<string>>();
  const inNamespace = new Map<string, Map<string, Set<string>>>();
  const add = (into: Map<string, Set<string>>, labels: PodLabels) => {
    for (const [key, value] of Object.entries(labels)) {
      const values = into.get(key) ?? new Set<string>();
      values.add(value);
      into.set(key, values);
    }
  };
  const of = (namespace: string) => {
    const known = inNamespace.get(namespace) ?? new Map<string, Set<string>>();
    inNamespace.set(namespace, known);
    return known;
  };
  for (const { namespace, spec } of sidecars)
    if (spec.workloadSelector !== null) add(of(namespace), spec.workloadSelector);
  for (const [namespace, selectors] of destinationRules.selectors)
    for (const selector of selectors) add(of(namespace), selector);
  for (const { rules, resource } of virtualServices) {
    for (const { matches } of rules) for (const { sourceLabels } of matches) add(everywhere, sourceLabels);
    for (const rule of [...resource.spec.tcp, ...resource.spec.tls])
      for (const { sourceLabels } of rule?.matches ?? []) add(everywhere, sourceLabels);
  }
  const project = (namespace: string, labels: PodLabels): PodLabels => {
    const kept: Record<string, string> = {};
    for (const key of Object.keys(labels).sort()) {
      const value = own(labels, key) as string;
      const isRead = everywhere.get(key)?.has(value) || inNamespace.get(namespace)?.get(key)?.has(value);
      if (isRead || key === labelIn(namespace)) put(kept, key, value);
    }
    return kept;
  };
  return {
    isRelevant: (namespace) => everywhere.size > 0 || (inNamespace.get(namespace)?.size ?? 0) > 0,
    project,
    variants(namespace, cluster) {
      const found = new Map<string, PodLabels>([['{}', NO_LABELS]]);
      for (const { spec } of cluster.workloadsIn.get(namespace) ?? []) {
        const labels = project(namespace, spec.podLabels);
        found.set(JSON.stringify(labels), labels);
      }
      return [...found.values()];
    },
  };
}
