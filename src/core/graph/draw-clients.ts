import type { ControlPlane } from '../control/control-plane.ts';
import { type DrawnWorkloads, isWrittenEverywhere } from './draw-services.ts';
import { compareText, type Drawing } from './drawing.ts';
import { clientId, frontendId } from './node-ids.ts';

/**
 * Above this number of routed Services no fact shows which of them a workload calls, and edges would be
 * guesses.
 */
const FEW_FRONTENDS = 3;

/**
 * Draws one client for each namespace that is likely to send requests: with consumer routes, or with workloads
 * behind no Service. A namespace with consumer routes calls their Services. Another one calls the routed
 * Services, if there are only a few.
 */
export function drawClients(drawing: Drawing, control: ControlPlane, workloads: DrawnWorkloads): void {
  const dialled = new Map<string, Set<string>>();
  const routed = new Set<string>();
  for (const { service, tables } of control.ir.frontends.values()) {
    if (tables.length > 0) routed.add(service);
    for (const { scope } of tables) {
      if (scope.role !== 'consumer') continue;
      const own = dialled.get(scope.namespace);
      if (own) own.add(service);
      else dialled.set(scope.namespace, new Set([service]));
    }
  }
  for (const { facts } of control.services.all())
    if (!routed.has(facts.key) && isWrittenEverywhere({ facts }, control.ir)) routed.add(facts.key);
  const called = routed.size <= FEW_FRONTENDS ? routed : new Set<string>();
  for (const namespace of workloads.senders.keys()) {
    if (!dialled.has(namespace)) dialled.set(namespace, called);
  }
  for (const [namespace, services] of [...dialled].sort((a, b) => compareText(a[0], b[0]))) {
    const senders = workloads.senders.get(namespace) ?? 0;
    drawing.addNode({
      id: clientId(namespace),
      kind: 'client',
      namespace,
      label: namespace,
      facts: senders === 0 ? {} : { workloads: senders },
    });
    for (const service of services) {
      drawing.addEdge({ from: clientId(namespace), to: frontendId(service), kind: 'dials' });
    }
  }
}
