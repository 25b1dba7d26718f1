import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import type { ServiceFacet } from '../control/service-facets.ts';
import { EVERYBODY_ELSE } from '../ids/client-classes.ts';
import { formatResourceId, namespacedName, servicePortId } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import { readServiceName } from '../ir/service-name.ts';
import type { AnyWorkload } from '../resource/resource.ts';
import { compareText, type Drawing, edgeId } from './drawing.ts';
import { backendId, frontendId } from './node-ids.ts';

/** The workloads of the bundle by namespace: those behind a Service, and those that only send requests. */
export interface DrawnWorkloads {
  /** Number of workloads that no Service selects, by namespace. */
  readonly senders: ReadonlyMap<string, number>;
}

/**
 * Draws each Service twice, as a frontend that clients call and as a backend that routes forward to, with the
 * workloads behind it. ExternalName Services have no backend in the cluster.
 */
export function drawServices(drawing: Drawing, cluster: Cluster, control: ControlPlane): DrawnWorkloads {
  const owners = topOwners(cluster);
  const selected = new Set<string>();
  const facets = [...control.services.all()].sort((a, b) => compareText(a.facts.key, b.facts.key));
  for (const facet of facets) drawService(drawing, facet, cluster, control, owners, selected);
  drawAliases(drawing, facets, cluster);
  const senders = new Map<string, number>();
  for (const [key, owner] of owners) {
    if (selected.has(key)) continue;
    drawWorkload(drawing, owner, 'sender');
    senders.set(owner.namespace, (senders.get(owner.namespace) ?? 0) + 1);
  }
  return { senders };
}

function drawService(
  drawing: Drawing,
  facet: ServiceFacet,
  cluster: Cluster,
  control: ControlPlane,
  owners: ReadonlyMap<string, AnyWorkload>,
  selected: Set<string>,
): void {
  const { facts, resource, ports } = facet;
  const { key, namespace, name } = facts;
  const shared = { resourceKind: 'Service', namespace, label: name };
  const dns =
    facts.kind === 'external-name'
      ? (facts.externalName ?? '')
      : `${name}.${namespace}.svc.${cluster.clusterDomain}`;
  const frontend = {
    ...shared,
    kind: 'frontend' as const,
    facts: {
      type: facts.assumed ? 'assumed' : (TYPES[facts.kind] ?? resource?.spec.type ?? 'ClusterIP'),
      ports: [...new Set(ports.map(portText))].join(', '),
      dns,
    },
  };
  if (resource) drawing.addResource(resource, frontend);
  else drawing.addNode({ id: frontendId(key), ...frontend });
  if (facts.kind === 'external-name') return;

  const first = facts.ports[0] ?? 0;
  const backend = control.ir.backend({ service: key, port: first, subset: null });
  const back = {
    ...shared,
    id: backendId(key),
    kind: 'backend' as const,
    facts: {
      ...(backend.endpoints === null ? null : { endpoints: backend.endpoints }),
      source: backend.source,
    },
  };
  if (resource) drawing.addResource(resource, { ...back, badges: [] });
  else drawing.addNode(back);

  for (const workload of backend.workloads) {
    const owner = owners.get(workload);
    if (!owner) continue;
    selected.add(workload);
    drawWorkload(drawing, owner, 'receiver');
    drawing.addEdge({ from: back.id, to: owner.id, kind: 'selects' });
  }
  if (!producerEverywhere(facet, control) && !isWrittenEverywhere(facet, control.ir)) {
    drawing.addEdge({
      id: edgeId(frontendId(key), back.id, 'original'),
      from: frontendId(key),
      to: back.id,
      kind: 'original',
    });
  }
}

/** Draws which Service an ExternalName Service stands for, if its name is that of a Service of the bundle. */
function drawAliases(drawing: Drawing, facets: readonly ServiceFacet[], cluster: Cluster): void {
  for (const { facts } of facets) {
    if (facts.kind !== 'external-name') continue;
    const named = readServiceName(facts.externalName ?? '', facts.namespace, cluster.clusterDomain);
    if (named === null) continue;
    const to = backendId(namespacedName(named.namespace, named.name));
    const from = frontendId(facts.key);
    drawing.addEdge({ id: edgeId(from, to, 'original'), from, to, kind: 'original' });
  }
}

const TYPES: Readonly<Record<string, string>> = { headless: 'headless', 'external-name': 'ExternalName' };

function portText(port: ServiceFacet['ports'][number]): string {
  return port.protocol === 'TCP' ? String(port.port) : `${port.port}/${port.protocol}`;
}

/**
 * Returns true when every port has producer routes. No request keeps its original destination then.
 */
function producerEverywhere(facet: ServiceFacet, control: ControlPlane): boolean {
  const { key, ports, kind } = facet.facts;
  if (kind !== 'cluster-ip' || ports.length === 0) return false;
  return ports.every((port) => {
    const tables = control.ir.frontends.get(`${key}:${port}`)?.tables ?? [];
    return tables.some((table) => table.scope.role === 'producer');
  });
}

/**
 * Returns true when a VirtualService decides at every port of a Service, for clients of namespaces that no
 * object names.
 */
export function isWrittenEverywhere(
  { facts }: { readonly facts: Pick<ServiceFacet['facts'], 'key' | 'ports'> },
  ir: MeshIR,
): boolean {
  const proxy = ir.proxy(EVERYBODY_ELSE);
  if (proxy?.entrance !== 'mesh' || proxy.byAuthority === undefined || facts.ports.length === 0) return false;
  return facts.ports.every((port) => {
    const id = servicePortId(facts.key, port);
    const frontend = ir.frontends.get(id) ?? ir.hosts.get(id);
    const table = frontend === undefined ? null : proxy.host(frontend, 'tcp').table;
    return table?.scope.role === 'written' && table.noMatch.kind === 'reject';
  });
}

function drawWorkload(drawing: Drawing, workload: AnyWorkload, part: 'sender' | 'receiver'): void {
  const { replicas } = workload.spec;
  drawing.addResource(workload, {
    kind: 'workload',
    facts: { ...(replicas === null ? null : { replicas }), part },
  });
}

/** Kinds that users write come before kinds that controllers create. */
const KIND_ORDER: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'Pod',
];

/**
 * Returns the workloads by the name that users know, keyed by the `ns/name` of the control plane. An owner
 * replaces its Pods and ReplicaSets. An owner without a manifest is drawn at the place of its first object
 * (by id).
 */
function topOwners(cluster: Cluster): ReadonlyMap<string, AnyWorkload> {
  const owners = new Map<string, AnyWorkload>();
  const all = [...cluster.workloads.values()].flat();
  all.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || compareText(a.id, b.id));
  for (const workload of all) {
    const top = ownerOf(cluster, workload);
    const key = namespacedName(top.namespace, top.name);
    if (!owners.has(key)) owners.set(key, top);
  }
  return owners;
}

function ownerOf(cluster: Cluster, workload: AnyWorkload): AnyWorkload {
  const seen = new Set<AnyWorkload>();
  let current = workload;
  while (current.spec.ownedBy !== null && !seen.has(current)) {
    seen.add(current);
    const { kind, name } = current.spec.ownedBy;
    const named: readonly AnyWorkload[] =
      cluster.workloads.get(namespacedName(current.namespace, name)) ?? [];
    const parent = named.find((each) => each.kind === kind);
    if (!parent) {
      // The owner has no manifest. It is drawn under its own name, at the place of the object that it owns.
      const owned = current;
      return {
        ...owned,
        id: formatResourceId(kind, owned.namespace, name),
        name,
        kind: KIND_ORDER.includes(kind) ? kind : 'ReplicaSet',
        spec: { ...owned.spec, replicas: null, ownedBy: null },
      };
    }
    current = parent;
  }
  return current;
}
