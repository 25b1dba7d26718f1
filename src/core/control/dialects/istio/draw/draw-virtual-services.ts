import { drawMissing, resolvesToDrawn } from '../../../../graph/draw-destination.ts';
import { type Drawing, edgeId } from '../../../../graph/drawing.ts';
import { backendId, frontendId, missingId, subsetId } from '../../../../graph/node-ids.ts';
import { summarise } from '../../../../graph/rule-summary.ts';
import { workloadIds } from '../../../../graph/workload-ids.ts';
import { type RuleIndex, readNamespacedName } from '../../../../ids/ids.ts';
import type { Target } from '../../../../ir/action.ts';
import type { BackendKey } from '../../../../ir/backend.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { ControlPlane } from '../../../control-plane.ts';
import type { VirtualServiceResource } from '../delegates.ts';
import type { DerivedLanes } from '../lanes/derive-lanes.ts';
import { type RoutedHosts, tablesByRoute } from './tables-by-route.ts';

/**
 * Draws each VirtualService with the Services that it decides for, and what its rules forward to. A subset is
 * a backend of its own, with the workloads that it selects. A generated VirtualService has the kind and the
 * place of its VirtualEnvironment.
 */
export function drawVirtualServices(
  drawing: Drawing,
  services: readonly VirtualServiceResource[],
  generated: DerivedLanes['generated'],
  { ir }: ControlPlane,
): void {
  const routed = tablesByRoute(new Set(services.map(({ id }) => id)), ir);
  for (const service of services) {
    const lanes = generated.get(service.id);
    const writer = lanes === undefined || lanes.isKept ? null : lanes.environment;
    const { hosts, entries } = routed.get(service.id) ?? { hosts: new Set(), entries: [] };
    const rules = rulesOf(service);
    drawing.addResource(service, {
      kind: 'route',
      ...(writer !== null && { resourceKind: writer.kind, resource: writer.id }),
      facts: { rules: rules.length },
      rules: summarise(rules, entries),
      roles: ['written'],
    });
    for (const host of hosts) {
      const named = host.service ?? host.original?.service ?? null;
      if (named === null) continue;
      const from = frontendId(named);
      drawing.addEdge({
        id: edgeId(from, service.id),
        from,
        to: service.id,
        kind: 'attached',
        role: 'written',
      });
    }
    drawTargets(drawing, service.id, entries, ir);
  }
  dropUnreached(drawing, dividedBy(routed.values()));
}

/** Returns the Services (`ns/name`) of which rules name a subset. */
function dividedBy(routed: Iterable<RoutedHosts>): ReadonlySet<string> {
  const divided = new Set<string>();
  for (const { entries } of routed)
    for (const { action } of entries)
      for (const { to } of action.targets)
        if (to.kind === 'backend' && to.key.subset !== null) divided.add(to.key.service);
  return divided;
}

/** Returns the rules of the list that the protocol of a VirtualService uses. */
function rulesOf({ spec }: VirtualServiceResource): readonly { index: number; name: string | null }[] {
  const list = spec.http.length > 0 ? spec.http : spec.tls.length > 0 ? spec.tls : spec.tcp;
  return list.map((rule, index) => ({
    index,
    name: rule !== undefined && 'name' in rule ? rule.name : null,
  }));
}

function drawTargets(drawing: Drawing, id: string, entries: readonly RouteEntry[], ir: MeshIR): void {
  const seen = new Set<RuleIndex>();
  for (const { rule, action } of entries) {
    // The matches of a rule have the same targets.
    if (seen.has(rule)) continue;
    seen.add(rule);
    const total = action.targets.reduce((sum, { weight }) => sum + weight, 0);
    for (const target of action.targets) {
      const { node, broken } = nodeOf(drawing, target, ir);
      const share = total === 0 ? 0 : target.weight / total;
      drawing.addEdge({
        id: edgeId(id, node, `rule=${rule}`),
        from: id,
        to: node,
        kind: 'forwards',
        rule,
        share,
        broken,
      });
    }
    for (const filter of action.filters) {
      if (filter.kind !== 'mirror') continue;
      const { node, broken } = nodeOf(drawing, { service: filter.service, to: filter.to }, ir);
      const share = filter.numerator / filter.denominator;
      const edge = edgeId(id, node, `rule=${rule},mirror`);
      drawing.addEdge({ id: edge, from: id, to: node, kind: 'mirrors', rule, share, broken });
    }
  }
}

/** Returns the node of a destination. Draws subsets, and what is not declared. */
function nodeOf(
  drawing: Drawing,
  { service, to }: Pick<Target, 'service' | 'to'>,
  ir: MeshIR,
): { readonly node: string; readonly broken: string | null } {
  if (to.kind === 'backend' && to.key.subset !== null) {
    const node = subsetId(service, to.key.subset.name);
    drawSubset(drawing, node, to.key, ir);
    return { node, broken: null };
  }
  if (to.kind === 'unresolved' && to.detail === 'subset' && to.subset !== undefined) {
    const node = missingId('Subset', `${service}@${to.subset}`);
    drawMissing(drawing, node, 'Subset', `${service}@${to.subset}`, 'backend');
    return { node, broken: to.cause };
  }
  const broken = to.kind === 'unresolved' ? to.cause : null;
  return { node: resolvesToDrawn(drawing, 'Service', service).node, broken };
}

function drawSubset(drawing: Drawing, id: string, key: BackendKey, ir: MeshIR): void {
  if (drawing.nodes.has(id)) return;
  const { namespace, name } = readNamespacedName(key.service);
  const { endpoints, source, workloads } = ir.backend(key);
  const whole = drawing.nodes.get(backendId(key.service));
  drawing.addNode({
    id,
    kind: 'backend',
    resourceKind: 'Service',
    resource: whole?.resource ?? null,
    namespace,
    label: `${name}@${key.subset?.name}`,
    facts: { ...(endpoints !== null && { endpoints }), source },
  });
  for (const workload of workloads)
    for (const to of workloadIds(workload)) drawing.addEdge({ from: id, to, kind: 'selects' });
}

/** Removes the backends of whole Services whose subsets get all requests. */
function dropUnreached(drawing: Drawing, divided: ReadonlySet<string>): void {
  const reached = new Set([...drawing.edges.values()].map(({ to }) => to));
  for (const service of divided) {
    const whole = backendId(service);
    if (!reached.has(whole)) drawing.removeNode(whole);
  }
}
