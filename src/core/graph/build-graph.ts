import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import type { Finding } from '../findings/finding.ts';
import { badgesByResource } from './badges.ts';
import type { DialectDrawing } from './dialect-drawing.ts';
import { drawClients } from './draw-clients.ts';
import { drawOtherKinds } from './draw-other-kinds.ts';
import { drawServices } from './draw-services.ts';
import { type Drawing, startDrawing } from './drawing.ts';
import type { GraphModel } from './graph-model.ts';
import { namespaceId } from './node-ids.ts';

export interface GraphInput {
  readonly cluster: Cluster;
  readonly control: ControlPlane;
  readonly dialects: readonly DialectDrawing[];
  /** All findings about the manifests, for the badges. */
  readonly findings: readonly Finding[];
}

/**
 * Returns the graph of a cluster and its control plane. Pure, and linear in the size of the bundle. The order
 * of the documents does not affect the result. The client of a request may have no node (see `withClientOf`).
 */
export function buildGraph(input: GraphInput): GraphModel {
  const badgesOf = badgesByResource(input.findings, input.cluster.resources);
  const drawing = startDrawing(badgesOf);
  const workloads = drawServices(drawing, input.cluster, input.control);
  for (const draw of input.dialects) draw(drawing, input.cluster, input.control);
  drawOtherKinds(drawing, input.cluster, input.control);
  drawClients(drawing, input.control, workloads);
  drawNamespaces(drawing, input.cluster);
  return drawing.finish();
}

/** Adds a container for each namespace that is declared or contains a node. */
function drawNamespaces(drawing: Drawing, cluster: Cluster): void {
  for (const namespace of cluster.namespaces.values()) {
    drawing.addResource(namespace, { kind: 'namespace', namespace: namespace.name });
  }
  for (const { namespace } of [...drawing.nodes.values()]) {
    if (namespace === '') continue;
    drawing.addNode({
      id: namespaceId(namespace),
      kind: 'namespace',
      resourceKind: 'Namespace',
      namespace,
      label: namespace,
    });
  }
}
