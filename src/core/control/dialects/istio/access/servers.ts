import { selectWorkloads } from '../../../../cluster/endpoints.ts';
import { namespacedName, readNamespacedName } from '../../../../ids/ids.ts';
import type { AccessDestination } from '../../../../ir/access.ts';
import type { SimRequest } from '../../../../ir/request.ts';
import type { AnyWorkload, ServicePort } from '../../../../resource/resource.ts';
import type { World } from '../../../dialect-compiler.ts';
import type { ServiceFacet } from '../../../service-facets.ts';
import { hasLabels, type PodLabels } from '../labels.ts';
import { protocolOf } from '../mesh-services.ts';
import type { PodsOfServer } from './pods.ts';

/** One server behind a destination. */
export interface Server {
  /** `ns/name`. Null if no manifest declares it. */
  readonly workload: string | null;
  readonly pods: PodsOfServer;
  /** The port of its Pods. Null if it is not known. */
  readonly port: number | null;
  /** True if its proxy does not read requests on this port. */
  readonly connectionsOnly: boolean;
  /** The Service that clients dial. Null if they dial a Pod. */
  readonly service: ServiceFacet | null;
}

/** Returns the servers behind a destination. Empty if it is outside the cluster, or takes datagrams. */
export function serversBehind(to: AccessDestination, request: SimRequest, world: World): readonly Server[] {
  if (request.protocol === 'udp') return [];
  return to.backend === null ? dialledPod(to, request, world) : behindService(to, to.backend, request, world);
}

function behindService(
  { port }: AccessDestination,
  { key, workloads }: NonNullable<AccessDestination['backend']>,
  request: SimRequest,
  { services, cluster }: World,
): readonly Server[] {
  const facet = services.find(key.service);
  if (facet === null || facet.facts.kind === 'external-name') return [];
  const { namespace } = facet.facts;
  const declared = facet.ports.find((each) => each.port === port);
  const connectionsOnly = isEncrypted(request) || readsConnections(declared ?? null);
  const serverOf = (
    workload: string | null,
    labels: PodLabels,
    isOpen: boolean,
    found: AnyWorkload | null,
  ) => ({
    workload,
    pods: { namespace, labels, isOpen },
    port: facet.facts.kind === 'headless' ? port : targetPort(declared ?? null, port, found),
    connectionsOnly,
    service: facet,
  });
  const selector = facet.resource?.spec.selector ?? null;
  const labels = { ...selector, ...key.subset?.labels };
  const selected = selector === null ? [] : withoutOwned(selectWorkloads(cluster, namespace, labels));
  if (selected.length > 0) {
    return [...selected]
      .sort(compareNames)
      .map((each) => serverOf(namespacedName(namespace, each.name), each.spec.podLabels, false, each));
  }
  const named = workloads.map((name) => ({ name, found: cluster.workloads.get(name)?.[0] ?? null }));
  if (named.length === 0) return [serverOf(null, labels, true, null)];
  return named.map(({ name, found }) =>
    serverOf(name, found?.spec.podLabels ?? labels, found === null, found),
  );
}

function compareNames(a: AnyWorkload, b: AnyWorkload): number {
  const [first, second] = [`${a.name} ${a.kind}`, `${b.name} ${b.kind}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Returns the workloads whose owner is not among them. */
function withoutOwned(workloads: readonly AnyWorkload[]): readonly AnyWorkload[] {
  const names = new Set(workloads.map(({ kind, name }) => `${kind}/${name}`));
  return workloads.filter(
    ({ spec: { ownedBy } }) => ownedBy === null || !names.has(`${ownedBy.kind}/${ownedBy.name}`),
  );
}

/** Returns the port of a Pod behind a Service port (I-21.9). Null if no container names it. */
function targetPort(declared: ServicePort | null, port: number, workload: AnyWorkload | null): number | null {
  if (declared === null) return port;
  const { targetPort: target } = declared;
  if (typeof target === 'number') return target;
  return workload?.spec.containerPorts.find(({ name }) => name === target)?.containerPort ?? null;
}

function readsConnections(declared: ServicePort | null): boolean {
  if (declared === null) return false;
  const protocol = protocolOf(declared);
  return protocol === 'tcp' || protocol === 'tls';
}

/** Returns true if the proxy of the server cannot read the request. A Gateway ends the encryption of https. */
function isEncrypted({ protocol, scheme, gateway }: SimRequest): boolean {
  return protocol === 'tcp' || protocol === 'tls' || (scheme === 'https' && gateway === null);
}

function dialledPod(
  { workload, port }: AccessDestination,
  request: SimRequest,
  { services, cluster }: World,
): readonly Server[] {
  const found = workload === null ? null : (cluster.workloads.get(workload)?.[0] ?? null);
  const namespace = workload === null ? null : readNamespacedName(workload).namespace;
  const labels = found?.spec.podLabels ?? {};
  const isRaw = [...services.all()].some(
    ({ facts, ports, resource }) =>
      facts.namespace === namespace &&
      resource?.spec.selector != null &&
      hasLabels(labels, resource.spec.selector) &&
      ports.some((each) => targetPort(each, each.port, found) === port && readsConnections(each)),
  );
  const connectionsOnly = isEncrypted(request) || isRaw;
  const pods = { namespace, labels, isOpen: found === null };
  return [{ workload, pods, port, connectionsOnly, service: null }];
}
