import type { Cluster } from '../../../../cluster/cluster.ts';
import { type Drawing, edgeId } from '../../../../graph/drawing.ts';
import { ISTIO_GATEWAY_KIND } from '../../../../ids/gateway-names.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import { readListenerId } from '../../../../ids/listener-ids.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import { ISTIO_GATEWAY } from '../../../../resource/kinds/rare-kinds.ts';

/** Draws the Gateways of Istio as entrances for requests from outside. Their ids contain the group. */
export function drawGateways(drawing: Drawing, cluster: Cluster): void {
  for (const gateway of cluster.resourcesOf(ISTIO_GATEWAY)) {
    const ports = [...new Set(gateway.spec.servers.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
    drawing.addResource(gateway, {
      kind: 'gateway',
      facts: { group: gateway.group, ports: ports.join(', ') },
    });
  }
}

/** Draws which VirtualServices have hosts at which Gateways. Called after the VirtualServices are drawn. */
export function drawGatewayRoutes(drawing: Drawing, services: ReadonlySet<string>, ir: MeshIR): void {
  for (const { listeners, kind } of ir.gateways.values()) {
    if (kind === undefined) continue;
    for (const { id, table } of listeners) {
      const listener = readListenerId(id);
      if (listener === null || table === null) continue;
      const from = formatResourceId(ISTIO_GATEWAY_KIND, listener.namespace, listener.name);
      for (const to of table.routes)
        if (services.has(to))
          drawing.addEdge({ id: edgeId(from, to), from, to, kind: 'attached', role: 'gateway' });
    }
  }
}
