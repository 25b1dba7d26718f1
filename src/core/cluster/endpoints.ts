import { namespacedName } from '../ids/ids.ts';
import type { AnyWorkload, EndpointAddress, ServicePort, ServiceResource } from '../resource/resource.ts';
import { own } from '../text/own.ts';
import type { Cluster } from './cluster.ts';

/** The endpoints behind a Service port, as far as the manifests show. */
export interface EndpointFacts {
  /** The number of ready endpoints. Null if the manifests do not say. */
  readonly ready: number | null;
  readonly source:
    | 'endpoint-slices'
    | 'endpoints'
    | 'workloads'
    | 'no-selector'
    | 'external-name'
    | 'unknown';
  /** `ns/name` of the workloads, sorted. */
  readonly workloads: readonly string[];
}

/**
 * Returns the key of a workload, which is the key of its topmost owner. Owners that name each other in a
 * circle end the search.
 */
function workloadKey(cluster: Cluster, workload: AnyWorkload): string {
  const seen = new Set<AnyWorkload>();
  let current = workload;
  while (current.spec.ownedBy !== null && !seen.has(current)) {
    seen.add(current);
    const owner = current.spec.ownedBy;
    const named = cluster.workloads.get(namespacedName(current.namespace, owner.name)) ?? [];
    const parent = named.find((each) => each.kind === owner.kind);
    if (!parent) return namespacedName(current.namespace, owner.name);
    current = parent;
  }
  return namespacedName(current.namespace, current.name);
}

function selects(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  for (const key of Object.keys(selector)) {
    if (!Object.hasOwn(labels, key) || own(labels, key) !== own(selector, key)) return false;
  }
  return true;
}

/**
 * The workloads of a namespace by each of their Pod labels. It keeps the search by selector from being
 * quadratic.
 */
type LabelIndex = ReadonlyMap<string, readonly AnyWorkload[]>;
const labelIndexes = new WeakMap<readonly AnyWorkload[], LabelIndex>();

function labelIndexOf(workloads: readonly AnyWorkload[]): LabelIndex {
  const known = labelIndexes.get(workloads);
  if (known) return known;
  const index = new Map<string, AnyWorkload[]>();
  for (const workload of workloads) {
    for (const [key, value] of Object.entries(workload.spec.podLabels)) {
      const label = `${key}=${value}`;
      const list = index.get(label);
      if (list) list.push(workload);
      else index.set(label, [workload]);
    }
  }
  labelIndexes.set(workloads, index);
  return index;
}

/**
 * Returns the workloads that a selector matches. Pods and ReplicaSets are left out if their owner also
 * matches.
 */
export function selectWorkloads(
  cluster: Cluster,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): readonly AnyWorkload[] {
  const inNamespace = cluster.workloadsIn.get(namespace);
  if (!inNamespace) return [];
  const index = labelIndexOf(inNamespace);
  let smallest: readonly AnyWorkload[] | null = null;
  for (const key of Object.keys(selector)) {
    const list = index.get(`${key}=${own(selector, key)}`);
    if (!list) return [];
    if (smallest === null || list.length < smallest.length) smallest = list;
  }
  return (smallest ?? []).filter((workload) => selects(selector, workload.spec.podLabels));
}

function readyPods(workloads: readonly AnyWorkload[]): number {
  const names = new Set(workloads.map((workload) => `${workload.kind}/${workload.name}`));
  let count = 0;
  for (const workload of workloads) {
    const owner = workload.spec.ownedBy;
    if (owner !== null && names.has(`${owner.kind}/${owner.name}`)) continue;
    if (workload.kind === 'Pod') count += workload.spec.ready === false ? 0 : 1;
    else count += workload.spec.replicas ?? 1;
  }
  return count;
}

function workloadsOfEndpoints(
  cluster: Cluster,
  namespace: string,
  endpoints: readonly EndpointAddress[],
): readonly string[] {
  const keys = new Set<string>();
  for (const endpoint of endpoints) {
    if (endpoint.targetRef?.kind !== 'Pod') continue;
    const ref = endpoint.targetRef;
    const podNamespace = ref.namespace === '' ? namespace : ref.namespace;
    const pods = cluster.workloads.get(namespacedName(podNamespace, ref.name)) ?? [];
    const pod = pods.find((workload) => workload.kind === 'Pod');
    keys.add(pod ? workloadKey(cluster, pod) : namespacedName(podNamespace, ref.name));
  }
  return [...keys].sort();
}

/**
 * Returns the endpoints behind one port of a Service: from its EndpointSlices, else its Endpoints, else
 * counted from the workloads that its selector matches. A Service without selector and slices has none
 * . If the selector matches no workload of the bundle, the number is unknown, not zero. `subset`
 * limits the result to Pods with these labels.
 */
export function endpointsOf(
  cluster: Cluster,
  service: ServiceResource,
  port: ServicePort | null,
  subset: Readonly<Record<string, string>> | null = null,
): EndpointFacts {
  const { spec } = service;
  if (subset !== null) return subsetEndpoints(cluster, service, subset);
  if (spec.type === 'ExternalName') return { ready: null, source: 'external-name', workloads: [] };
  const key = namespacedName(service.namespace, service.name);
  const picked = spec.selector === null ? [] : selectWorkloads(cluster, service.namespace, spec.selector);
  const pickedKeys = [...new Set(picked.map((workload) => workloadKey(cluster, workload)))].sort();

  const slices = cluster.slices.get(key);
  const legacy = cluster.endpoints.get(key);
  if (slices || legacy) {
    const endpoints: EndpointAddress[] = [];
    const collect = (ports: readonly { name: string }[], from: readonly EndpointAddress[]) => {
      const servesPort = port === null || ports.length === 0 || ports.some((each) => each.name === port.name);
      if (servesPort) endpoints.push(...from);
    };
    if (slices) for (const slice of slices) collect(slice.spec.ports, slice.spec.endpoints);
    else if (legacy) for (const subset of legacy.spec.subsets) collect(subset.ports, subset.endpoints);
    const unique = new Set<string>();
    for (const endpoint of endpoints) {
      if (!endpoint.ready && !spec.publishNotReadyAddresses) continue;
      for (const address of endpoint.addresses) unique.add(address);
    }
    const workloads = workloadsOfEndpoints(cluster, service.namespace, endpoints);
    return {
      ready: unique.size,
      source: slices ? 'endpoint-slices' : 'endpoints',
      workloads: workloads.length > 0 ? workloads : pickedKeys,
    };
  }
  if (spec.selector === null) return { ready: 0, source: 'no-selector', workloads: [] };
  if (picked.length === 0) return { ready: null, source: 'unknown', workloads: [] };
  return { ready: readyPods(picked), source: 'workloads', workloads: pickedKeys };
}

/**
 * Returns the endpoints of a Service whose Pods have additional labels, counted from workloads, because
 * endpoint objects have no labels of Pods. Without a workload the number is unknown.
 */
function subsetEndpoints(
  cluster: Cluster,
  { namespace, spec }: ServiceResource,
  labels: Readonly<Record<string, string>>,
): EndpointFacts {
  if (spec.type === 'ExternalName') return { ready: null, source: 'external-name', workloads: [] };
  if (spec.selector === null) return { ready: null, source: 'unknown', workloads: [] };
  return labelledEndpoints(cluster, namespace, spec.selector, labels);
}

/**
 * Returns the Pods of a namespace that a selector matches, limited to those with additional labels. The number
 * is unknown if the selector matches no workload.
 */
export function labelledEndpoints(
  cluster: Cluster,
  namespace: string,
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): EndpointFacts {
  const all = selectWorkloads(cluster, namespace, selector);
  if (all.length === 0) return { ready: null, source: 'unknown', workloads: [] };
  const picked = all.filter((workload) => selects(labels, workload.spec.podLabels));
  const keys = [...new Set(picked.map((workload) => workloadKey(cluster, workload)))].sort();
  return { ready: readyPods(picked), source: 'workloads', workloads: keys };
}

/**
 * Returns the Pod with an IP address, or the endpoint of a slice with it. Returns null if no manifest
 * contains the address.
 */
export function podAt(
  cluster: Cluster,
  ip: string,
): { readonly ip: string; readonly workload: string | null; readonly ready: boolean } | null {
  const known = podAddressesOf(cluster).get(ip);
  return known ?? null;
}

const podAddresses = new WeakMap<
  Cluster,
  Map<string, { ip: string; workload: string | null; ready: boolean }>
>();

function podAddressesOf(cluster: Cluster) {
  const known = podAddresses.get(cluster);
  if (known) return known;
  const map = new Map<string, { ip: string; workload: string | null; ready: boolean }>();
  for (const slices of cluster.slices.values()) {
    for (const slice of slices) {
      for (const endpoint of slice.spec.endpoints) {
        const [workload] = workloadsOfEndpoints(cluster, slice.namespace, [endpoint]);
        for (const ip of endpoint.addresses)
          map.set(ip, { ip, workload: workload ?? null, ready: endpoint.ready });
      }
    }
  }
  for (const workloads of cluster.workloads.values()) {
    for (const pod of workloads) {
      for (const ip of pod.spec.podIPs) {
        map.set(ip, { ip, workload: workloadKey(cluster, pod), ready: pod.spec.ready !== false });
      }
    }
  }
  podAddresses.set(cluster, map);
  return map;
}

/** Returns the number of ready Pods of a workload by `ns/name`. Returns null if no manifest declares it. */
export function workloadAt(
  cluster: Cluster,
  key: string,
): { readonly key: string; readonly endpoints: number | null } | null {
  const workloads = cluster.workloads.get(key);
  if (!workloads) return null;
  return { key, endpoints: readyPods(workloads) };
}
