import type { Cluster } from '../../../../cluster/cluster.ts';
import { isWrittenEverywhere } from '../../../../graph/draw-services.ts';
import { compareText, type Drawing, edgeId } from '../../../../graph/drawing.ts';
import { backendId, frontendId } from '../../../../graph/node-ids.ts';
import { workloadIds } from '../../../../graph/workload-ids.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { Frontend } from '../../../../ir/proxy-config.ts';
import { SERVICE_ENTRY } from '../../../../resource/kinds/rare-kinds.ts';

/** Draws the hosts of ServiceEntries as Services are drawn: once as a frontend and once as a backend. */
export function drawHosts(drawing: Drawing, cluster: Cluster, ir: MeshIR): void {
  const byHost = new Map<string, Frontend[]>();
  for (const frontend of ir.hosts.values())
    byHost.set(frontend.service, [...(byHost.get(frontend.service) ?? []), frontend]);
  for (const [host, ports] of [...byHost].sort(([a], [b]) => compareText(a, b)))
    drawHost(drawing, host, ports, cluster, ir);
}

function drawHost(
  drawing: Drawing,
  host: string,
  ports: readonly Frontend[],
  cluster: Cluster,
  ir: MeshIR,
): void {
  const [first] = ports;
  // A Service of Kubernetes with this name is drawn already.
  if (first === undefined || drawing.nodes.has(frontendId(host))) return;
  const { namespace } = first;
  const entry = cluster
    .resourcesOf(SERVICE_ENTRY)
    .find(
      (each) => each.namespace === namespace && each.spec.hosts.some((own) => own.toLowerCase() === host),
    );
  const shared = { resourceKind: 'ServiceEntry', resource: entry?.id ?? null, namespace, label: host };
  const numbers = ports.map(({ port }) => port);
  drawing.addNode({
    ...shared,
    id: frontendId(host),
    kind: 'frontend',
    facts: { type: 'ServiceEntry', ports: numbers.join(', '), dns: host },
  });
  const { endpoints, source, workloads } = ir.backend({ service: host, port: first.port, subset: null });
  drawing.addNode({
    ...shared,
    id: backendId(host),
    kind: 'backend',
    facts: { ...(endpoints !== null && { endpoints }), source },
  });
  for (const workload of workloads)
    for (const to of workloadIds(workload))
      if (drawing.nodes.has(to)) drawing.addEdge({ from: backendId(host), to, kind: 'selects' });
  if (isWrittenEverywhere({ facts: { key: host, ports: numbers } }, ir)) return;
  const id = edgeId(frontendId(host), backendId(host), 'original');
  drawing.addEdge({ id, from: frontendId(host), to: backendId(host), kind: 'original' });
}
