import type { Cluster } from '../../../cluster/cluster.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import { own, put } from '../../../text/own.ts';
import type { PodLabels } from './labels.ts';
import type { LaneHeaders } from './lanes/lane-header.ts';
import type { MeshConfig } from './mesh-config.ts';
import { MESH } from './names.ts';

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
  /**
   * Returns one client of a namespace for each combination of relevant labels: of its workloads, of those that
   * objects name, and none. With `other`, clients with another key are distinct, too, and have all labels.
   */
  clientsIn(namespace: string, cluster: Cluster, other?: (client: Client) => string): readonly Client[];
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
  const named: { readonly namespace: string | null; readonly labels: PodLabels }[] = [];
  const of = (namespace: string) => {
    const known = inNamespace.get(namespace) ?? new Map<string, Set<string>>();
    inNamespace.set(namespace, known);
    return known;
  };
  for (const { namespace, spec } of sidecars)
    if (spec.workloadSelector !== null) {
      add(of(namespace), spec.workloadSelector);
      named.push({ namespace, labels: spec.workloadSelector });
    }
  for (const [namespace, selectors] of destinationRules.selectors)
    for (const selector of selectors) {
      add(of(namespace), selector);
      named.push({ namespace, labels: selector });
    }
  for (const { rules, resource, gateways } of virtualServices) {
    if (!gateways.includes(MESH)) continue;
    const l4 = [...resource.spec.tcp, ...resource.spec.tls].flatMap((rule) => rule?.matches ?? []);
    for (const { sourceLabels, sourceNamespace } of [...rules.flatMap(({ matches }) => matches), ...l4]) {
      if (Object.keys(sourceLabels).length === 0) continue;
      add(sourceNamespace === null ? everywhere : of(sourceNamespace), sourceLabels);
      named.push({ namespace: sourceNamespace, labels: sourceLabels });
    }
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
    clientsIn(namespace, cluster, other) {
      const found = new Map<string, Client>();
      const all = [
        NO_LABELS,
        ...(cluster.workloadsIn.get(namespace) ?? []).map(({ spec }) => spec.podLabels),
        ...named
          .filter((each) => each.namespace === null || each.namespace === namespace)
          .map(({ labels }) => labels),
      ];
      for (const each of all) {
        const relevant = project(namespace, each);
        const labels = other === undefined ? relevant : each;
        const client: Client = { namespace, workload: null, labels, inMesh: true };
        const key = `${JSON.stringify(relevant)} ${other?.(client) ?? ''}`;
        if (!found.has(key)) found.set(key, client);
      }
      return [...found.values()];
    },
  };
}
