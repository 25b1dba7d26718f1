import type { Cluster } from '../../../cluster/cluster.ts';
import { labelledEndpoints } from '../../../cluster/endpoints.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { Backend, BackendKey } from '../../../ir/backend.ts';
import { WORKLOAD_ENTRY } from '../../../resource/kinds/rare-kinds.ts';
import { hasLabels, type PodLabels } from './labels.ts';
import type { EntryHost, MeshService } from './mesh-service.ts';

type Facts = Omit<Backend, 'key'>;

const NO_LABELS: PodLabels = {};

/**
 * Returns the endpoints of a host of ServiceEntries. `hosts` are the hosts with the name: if several
 * namespaces declare it, clients differ in the one that they see, and the endpoints are unknown.
 */
export function entryBackend(key: BackendKey, hosts: readonly MeshService[], cluster: Cluster): Backend {
  const [only, ...others] = hosts;
  if (only?.entry == null || others.length > 0)
    return { key, endpoints: null, source: 'service-entry', workloads: [] };
  const labels = key.subset?.labels ?? NO_LABELS;
  return { key, ...endpointsOf(only.namespace, only.entry, labels, cluster) };
}

/** Returns true if the proxy has no cluster for a subset: DNS without an endpoint of the subset. */
export function isWithoutCluster(
  { entry, namespace }: MeshService,
  labels: PodLabels,
  cluster: Cluster,
): boolean {
  if (entry === null || (entry.resolution !== 'DNS' && entry.resolution !== 'DNS_ROUND_ROBIN')) return false;
  return endpointsOf(namespace, entry, labels, cluster).endpoints === 0;
}

function endpointsOf(
  namespace: string,
  { resources, resolution }: EntryHost,
  labels: PodLabels,
  cluster: Cluster,
): Facts {
  const source = 'service-entry';
  // The address that the client dialled is the endpoint. Labels do not matter.
  if (resolution === 'NONE') return { endpoints: null, source, workloads: [], outside: 'dialled-address' };
  const isDNS = resolution !== 'STATIC';
  const listed = resources.flatMap(({ spec }) => spec.endpoints);
  const selectors = resources.flatMap(({ spec: { workloadSelector } }) =>
    workloadSelector === null ? [] : [workloadSelector],
  );
  // Without endpoints, the host itself is looked up. It has no labels.
  const own = isDNS && listed.length === 0 && selectors.length === 0 ? [NO_LABELS] : [];
  const fixed = [...listed.map((each) => each.labels), ...own].filter((each) => hasLabels(each, labels));
  const selected = selectors.map((selector) => selectedBy(namespace, selector, labels, cluster));
  const workloads = [...new Set(selected.flatMap((each) => each.workloads))].sort();
  const isOpen = selected.some(({ ready }) => ready === null);
  const count = fixed.length + selected.reduce((sum, { ready }) => sum + (ready ?? 0), 0);
  if (isDNS && (count > 0 || isOpen)) return { endpoints: null, source, workloads, outside: 'dns' };
  return { endpoints: isOpen && count === 0 ? null : count, source, workloads };
}

/** Returns the Pods and WorkloadEntries of a namespace with some labels. Null: none of them is declared. */
function selectedBy(
  namespace: string,
  selector: PodLabels,
  labels: PodLabels,
  cluster: Cluster,
): { readonly ready: number | null; readonly workloads: readonly string[] } {
  const entries = workloadEntries(namespace, selector, cluster);
  const fitting = entries.filter(({ spec }) => hasLabels(spec.labels, labels));
  const pods = labelledEndpoints(cluster, namespace, selector, labels);
  const named = fitting.map(({ name }) => namespacedName(namespace, name));
  const isUnknown = entries.length === 0 && pods.ready === null;
  return {
    ready: isUnknown ? null : fitting.length + (pods.ready ?? 0),
    workloads: [...pods.workloads, ...named],
  };
}

function workloadEntries(namespace: string, selector: PodLabels, cluster: Cluster) {
  return cluster
    .resourcesOf(WORKLOAD_ENTRY)
    .filter((each) => each.namespace === namespace && hasLabels(each.spec.labels, selector));
}

/**
 * Returns a backend with the WorkloadEntries that the selector of its Service matches. They are endpoints as
 * Pods are (page "Istio / Virtual Machine Architecture").
 */
export function withWorkloadEntries(
  backend: Backend,
  namespace: string,
  selector: PodLabels | null,
  cluster: Cluster,
): Backend {
  if (selector === null || Object.keys(selector).length === 0) return backend;
  const found = workloadEntries(namespace, selector, cluster).filter(({ spec }) =>
    hasLabels(spec.labels, backend.key.subset?.labels ?? NO_LABELS),
  );
  if (found.length === 0) return backend;
  const named = found.map(({ name }) => namespacedName(namespace, name));
  const workloads = [...new Set([...backend.workloads, ...named])].sort();
  const { source } = backend;
  // Pods that the bundle does not have may be there, too. At least the WorkloadEntries are.
  return {
    ...backend,
    endpoints: (backend.endpoints ?? 0) + found.length,
    source: source === 'unmatched' || source === 'unknown' ? 'workloads' : source,
    workloads,
  };
}
