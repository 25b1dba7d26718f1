import type { GraphEdge, GraphModel, GraphNode, TraceWay } from './graph-model.ts';
import { backendOfFrontend, frontendOfBackend } from './node-ids.ts';

/**
 * Returns the ids of the frontends of Services that have no route and that no route forwards to: nothing but
 * their own workloads is joined to them.
 */
export function unroutedServices({ nodes, edges }: GraphModel): ReadonlySet<string> {
  const services = new Set<string>();
  for (const { id, kind } of nodes) if (kind === 'frontend') services.add(id);
  for (const edge of edges) {
    if (edge.kind === 'selects') continue;
    // An alias leads to the backend of another Service.
    if (edge.kind === 'original' && frontendOfBackend(edge.to) === edge.from) continue;
    for (const id of [edge.from, edge.to]) services.delete(frontendOfBackend(id) ?? id);
  }
  return services;
}

/**
 * Returns the graph with a chip for each of some Services: one node instead of frontend, backend and
 * workloads. A Service on the way of a request keeps its cards.
 */
export function foldServices(
  graph: GraphModel,
  services: ReadonlySet<string>,
  ways: readonly (TraceWay | null)[],
): GraphModel {
  const chips = new Set(services);
  const onWay = new Set(ways.flatMap((way) => way?.nodes ?? []));
  for (const id of onWay) chips.delete(frontendOfBackend(id) ?? id);
  if (chips.size === 0) return graph;
  const gone = new Set<string>();
  for (const id of chips) gone.add(backendOfFrontend(id));
  const selected = new Map<string, boolean>();
  for (const { kind, from, to } of graph.edges) {
    if (kind === 'selects') selected.set(to, (selected.get(to) ?? false) || !gone.has(from));
  }
  for (const [workload, stays] of selected) if (!stays && !onWay.has(workload)) gone.add(workload);
  const nodes: GraphNode[] = [];
  for (const node of graph.nodes) {
    if (chips.has(node.id)) nodes.push({ ...node, facts: { ...node.facts, chip: 1 } });
    else if (!gone.has(node.id)) nodes.push(node);
  }
  const isLeft = ({ from, to }: GraphEdge) => !gone.has(from) && !gone.has(to);
  return { nodes, edges: graph.edges.filter(isLeft) };
}

/** Returns the node that shows another one in a folded graph: the chip of its Service. Returns null otherwise. */
export function chipFor(id: string, whole: GraphModel, drawn: ReadonlySet<string>): string | null {
  const frontend = frontendOfBackend(id);
  if (frontend !== null && drawn.has(frontend)) return frontend;
  for (const { kind, from, to } of whole.edges) {
    if (kind !== 'selects' || to !== id) continue;
    const service = frontendOfBackend(from);
    if (service !== null && drawn.has(service)) return service;
  }
  return null;
}
