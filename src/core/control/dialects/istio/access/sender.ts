import type { Cluster } from '../../../../cluster/cluster.ts';
import { selectWorkloads } from '../../../../cluster/endpoints.ts';
import { isClassName } from '../../../../ids/gateway-names.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { AccessSender } from '../../../../ir/access.ts';
import type { Client } from '../../../../ir/client.ts';
import type { SimRequest } from '../../../../ir/request.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { AnyWorkload } from '../../../../resource/resource.ts';
import { hasLabels } from '../labels.ts';

type Identified = Omit<AccessSender, 'trustDomain'>;

/** Returns what is known of the sender of a request (I-21.5). */
export function senderOf({ from, gateway }: SimRequest, cluster: Cluster, profile: Profile): Identified {
  if (gateway !== null) return gatewaySender(gateway, cluster, profile);
  if (from === null) return { inMesh: true, namespace: null, accounts: null };
  return { inMesh: from.inMesh, namespace: from.namespace, accounts: accountsOf(from, cluster) };
}

/** Returns the service accounts that a client may have. Null if any is possible. */
function accountsOf(
  { namespace, workload, labels, serviceAccount }: Client,
  cluster: Cluster,
): readonly string[] | null {
  if (serviceAccount !== undefined) return [serviceAccount];
  const declared =
    workload === null
      ? (cluster.workloadsIn.get(namespace) ?? []).filter(
          ({ spec }) => labels === undefined || hasLabels(spec.podLabels, labels),
        )
      : (cluster.workloads.get(namespacedName(namespace, workload)) ?? []);
  return distinctAccounts(declared);
}

function distinctAccounts(workloads: readonly AnyWorkload[]): readonly string[] | null {
  const accounts = new Set(workloads.map(({ spec }) => spec.serviceAccount ?? 'default'));
  return accounts.size === 0 ? null : [...accounts].sort();
}

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** Returns the workloads that a Gateway runs in, if the manifests declare them. */
export function workloadsOfGateway(
  namespace: string,
  name: string,
  cluster: Cluster,
): readonly AnyWorkload[] {
  return selectWorkloads(cluster, namespace, { [GATEWAY_NAME]: name });
}

/**
 * Returns what is known of a Gateway as a sender. It has the service account of its own workload. A Gateway
 * of another implementation may be outside the mesh.
 */
function gatewaySender(
  gateway: NonNullable<SimRequest['gateway']>,
  cluster: Cluster,
  profile: Profile,
): Identified {
  // The manifests do not say in which Pods the controller of an Ingress runs.
  if (isClassName(gateway)) return { inMesh: null, namespace: null, accounts: null };
  const { namespace, name } = gateway;
  const accounts = distinctAccounts(workloadsOfGateway(namespace, name, cluster));
  const inMesh = isOfIstio(namespace, name, cluster, profile) ? true : null;
  return { inMesh, namespace: inMesh || accounts !== null ? namespace : null, accounts };
}

const CONTROLLER = 'istio.io/';

/** Returns true if Istio configures a Gateway: by its class, or because the profile says so. */
export function isOfIstio(namespace: string, name: string, cluster: Cluster, profile: Profile): boolean {
  if (profile.name.startsWith('istio')) return true;
  const gateway = cluster.gateways.get(namespacedName(namespace, name));
  const className = gateway?.spec.gatewayClassName ?? '';
  const declared = cluster.gatewayClasses.get(className);
  return declared === undefined ? className === 'istio' : declared.spec.controllerName.startsWith(CONTROLLER);
}

/** Returns a client for each namespace and service account of a bundle. */
export function clientsIn(cluster: Cluster): readonly Client[] {
  return [...cluster.namespaceNames].sort().flatMap((namespace): readonly Client[] => {
    const workloads = [...(cluster.workloadsIn.get(namespace) ?? [])].sort((a, b) =>
      a.name < b.name ? 1 : -1,
    );
    const byAccount = new Map(
      workloads.map(({ name, spec }) => [spec.serviceAccount ?? 'default', name] as const),
    );
    const named = [...byAccount].sort().map(([, workload]) => ({ namespace, workload, inMesh: true }));
    return named.length === 0 ? [{ namespace, workload: null, inMesh: true }] : named;
  });
}
