import type { Cluster } from '../../../../cluster/cluster.ts';
import { resolvesToDrawn } from '../../../../graph/draw-destination.ts';
import { compareText, type Drawing, edgeId } from '../../../../graph/drawing.ts';
import type { GraphRole } from '../../../../graph/graph-model.ts';
import { frontendId } from '../../../../graph/node-ids.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { L4RouteResource } from '../../../../resource/gateway-resource.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';

/**
 * Draws Gateways and their ListenerSets as entrances for requests from outside, and the routes for
 * connections with their backends.
 */
export function drawGateways(drawing: Drawing, cluster: Cluster, control: GatewayAPIControl): void {
  for (const { gateway, assumed } of control.plane.gateways.values()) {
    if (!assumed) continue;
    const { id, namespace, name } = gateway;
    const facts = { ports: portsOf(gateway.spec.listeners), assumed: 1 };
    drawing.addNode({ id, kind: 'gateway', resourceKind: 'Gateway', namespace, label: name, facts });
  }
  for (const gateway of cluster.gateways.values()) {
    drawing.addResource(gateway, {
      kind: 'gateway',
      facts: { class: gateway.spec.gatewayClassName, ports: portsOf(gateway.spec.listeners) },
    });
  }
  for (const set of cluster.listenerSets) {
    drawing.addResource(set, { kind: 'gateway', facts: { ports: portsOf(set.spec.listeners) } });
  }
  for (const route of [...cluster.l4Routes].sort((a, b) => compareText(a.id, b.id))) drawL4(drawing, route);
}

/**
 * Draws which Gateway accepts which ListenerSet and which route, or the reason for a refusal. Called after
 * the routes are drawn.
 */
export function drawGatewayAttachments(drawing: Drawing, control: GatewayAPIControl): void {
  const merged = new Map<string, { from: string; to: string; broken: string | null }>();
  for (const { gateway, sets } of control.plane.gateways.values()) {
    for (const { set, allowed } of sets) {
      const broken = allowed ? null : 'NotAllowed';
      drawing.addEdge({ from: gateway.id, to: set.id, kind: 'attached', role: 'gateway', broken });
    }
  }
  for (const { route, target, accepted, reason } of control.plane.attachments) {
    const id = edgeId(target, route.id);
    const known = merged.get(id);
    if (known?.broken === null) continue;
    merged.set(id, { from: target, to: route.id, broken: accepted ? null : reason });
  }
  for (const edge of merged.values()) drawing.addEdge({ ...edge, kind: 'attached', role: 'gateway' });
}

function portsOf(listeners: readonly { readonly port: number }[]): string {
  return [...new Set(listeners.map((listener) => listener.port))].sort((a, b) => a - b).join(', ');
}

function drawL4(drawing: Drawing, route: L4RouteResource): void {
  const roles = new Set<GraphRole>();
  for (const ref of route.spec.parentRefs) {
    if (ref.kind === 'Service') roles.add(ref.namespace === route.namespace ? 'producer' : 'consumer');
    else roles.add('gateway');
  }
  drawing.addResource(route, {
    kind: 'route',
    facts: { rules: route.spec.rules.length },
    roles: [...roles].sort(),
  });
  for (const ref of route.spec.parentRefs) {
    if (ref.kind !== 'Service') continue;
    const role = ref.namespace === route.namespace ? 'producer' : 'consumer';
    drawing.addEdge({
      from: frontendId(namespacedName(ref.namespace, ref.name)),
      to: route.id,
      kind: 'attached',
      role,
    });
  }
  for (const rule of route.spec.rules) {
    const total = rule.backendRefs.reduce((sum, ref) => sum + ref.weight, 0);
    for (const ref of rule.backendRefs) {
      const { node, declared } = resolvesToDrawn(drawing, ref.kind, namespacedName(ref.namespace, ref.name));
      drawing.addEdge({
        id: edgeId(route.id, node, `rule=${rule.index}`),
        from: route.id,
        to: node,
        kind: 'forwards',
        rule: rule.index,
        share: total === 0 ? 0 : ref.weight / total,
        broken: declared ? null : 'BackendNotFound',
      });
    }
  }
}
