import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import { ISTIO_GATEWAY } from '../../../../resource/kinds/rare-kinds.ts';
import { own } from '../../../../text/own.ts';
import type { CompiledMesh } from '../compiled-mesh.ts';
import { sharedHosts } from '../gateway-hosts.ts';
import { gatewayPods, gatewaysOf, type IstioGatewayResource } from '../gateway-pods.ts';
import { mergeServers } from '../gateway-servers.ts';
import type { MeshVirtualService } from '../mesh-config.ts';
import { MESH } from '../names.ts';
import { findingAt } from './finding-at.ts';

type Report = (finding: Finding) => void;

/** Reports Gateways of Istio that do not exist, select no Pods or conflict, and hosts that they do not have. */
export function checkGateways({ config }: CompiledMesh, cluster: Cluster, report: Report): void {
  const gateways = config.inOrder(cluster.resourcesOf(ISTIO_GATEWAY));
  const byKey = new Map(gateways.map((each) => [namespacedName(each.namespace, each.name), each]));
  for (const service of config.virtualServices) {
    // The manifests do not contain a generated VirtualService.
    if (service.lanes !== null && !service.lanes.isKept) continue;
    checkBindings(service, byKey, report);
  }
  checkSelectors(gateways, cluster, report);
  checkServers(gateways, cluster, report);
}

/** Reports a gateway that is not declared, and hosts that none of the gateways has (Istio 14.1). */
function checkBindings(
  service: MeshVirtualService,
  byKey: ReadonlyMap<string, IstioGatewayResource>,
  report: Report,
): void {
  const { resource, id, gateways, hosts } = service;
  const found: IstioGatewayResource[] = [];
  let isComplete = true;
  for (const [index, key] of gateways.entries()) {
    if (key === MESH) continue;
    const gateway = byKey.get(key);
    if (gateway !== undefined) {
      found.push(gateway);
      continue;
    }
    isComplete = false;
    const args = { resource: id, gateway: key };
    const finding = findingAt('istio-gateway-missing', resource, ['spec', 'gateways', index], args);
    // Without any Gateway, the manifests are probably a part of a cluster.
    report(byKey.size === 0 ? { ...finding, severity: 'info' } : finding);
  }
  if (found.length === 0 || !isComplete || gateways.includes(MESH)) return;
  const shared = new Set(
    found.flatMap((gateway) => {
      const key = namespacedName(gateway.namespace, gateway.name);
      return gateway.spec.servers.flatMap((server) =>
        hosts.filter(
          (host) => sharedHosts({ gateway, key, server, port: 0 }, { ...service, hosts: [host] }).length > 0,
        ),
      );
    }),
  );
  for (const [index, host] of hosts.entries()) {
    if (shared.has(host)) continue;
    const named = found.map(({ namespace, name }) => namespacedName(namespace, name)).join(', ');
    const args = { resource: id, host, gateways: named };
    report(findingAt('host-not-at-gateway', resource, ['spec', 'hosts', index], args));
  }
}

/** Returns true if the Pods of a workload are probably those of a gateway. */
function isGatewayPod(labels: Readonly<Record<string, string>>): boolean {
  return (own(labels, 'istio') ?? '').endsWith('gateway');
}

/** Reports a Gateway whose selector matches no Pods, if the manifests have Pods of gateways. */
function checkSelectors(gateways: readonly IstioGatewayResource[], cluster: Cluster, report: Report): void {
  const pods = gateways.map((gateway) => gatewayPods(gateway, cluster));
  const declared = [...cluster.workloadsIn.values()].flat();
  const hasPods =
    pods.some(({ workload }) => workload !== null) ||
    declared.some(({ spec }) => isGatewayPod(spec.podLabels));
  if (!hasPods) return;
  for (const [at, gateway] of gateways.entries()) {
    const { selector } = gateway.spec;
    if (pods[at]?.workload !== null || Object.keys(selector).length === 0) continue;
    const labels = Object.entries(selector)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
    const args = { resource: gateway.id, labels };
    report(findingAt('gateway-selects-nothing', gateway, ['spec', 'selector'], args));
  }
}

/** Reports servers that a gateway leaves out, because another one has the port, the host or the name. */
function checkServers(gateways: readonly IstioGatewayResource[], cluster: Cluster, report: Report): void {
  const seen = new Set<string>();
  for (const gateway of gateways) {
    const group = gatewaysOf(gatewayPods(gateway, cluster), gateways);
    for (const { of, with: kept, why } of mergeServers(group).conflicts) {
      const key = `${of.gateway.id} ${of.server.index}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const args = {
        resource: of.gateway.id,
        server: of.server.portName || of.server.name || of.server.index,
        port: of.port,
        other: kept.gateway.id,
        kept: kept.server.portName || kept.server.name || kept.server.index,
        why,
      };
      report(findingAt('gateway-servers-conflict', of.gateway, ['spec', 'servers', of.server.index], args));
    }
  }
}
