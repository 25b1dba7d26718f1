import { namespacedName } from '../ids/ids.ts';
import { type ColumnIndex, columnOf } from './columns.ts';
import { compareText } from './drawing.ts';
import type { GraphEdge, GraphNode } from './graph-model.ts';
import { serviceIn } from './node-ids.ts';
import { heightOf } from './node-size.ts';

/** Vertical space between two cards of a column. */
export const ROW_GAP = 16;
/** Space between the lanes of two Services. It exceeds the space within a lane. */
const LANE_GAP = 26;

/** Tops of the nodes of one namespace, relative to its first row, and the bottom of the last node. */
export interface NamespaceLayout {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
}

/** The edges of the graph, in the form that the lanes of a namespace need. */
export interface Links {
  /** Lanes that a route is attached to: Services (`ns/name`) and Gateways (by id), in the order of their ids. */
  readonly parentsOf: ReadonlyMap<string, readonly string[]>;
  /** Edges that leave a node. */
  readonly out: ReadonlyMap<string, readonly GraphEdge[]>;
}

/**
 * Returns the places of the nodes of one namespace: clients and consumer routes at the top, then one lane for
 * each Service. The frontend, producer routes, backend and workloads of a lane have the same height, so that
 * the usual way is a straight line. Services that share routes are next to each other, and the targets of a
 * route are in the order of its rules.
 */
export function layOutNamespace(nodes: readonly GraphNode[], links: Links): NamespaceLayout {
  const tops = new Map<string, number>();
  const bottoms = [0, 0, 0, 0, 0];
  const lanes = lanesOf(nodes, links);
  const placed = new Set<GraphNode>(lanes.flatMap((lane) => lane.flat()));
  const stack = (column: ColumnIndex, list: readonly GraphNode[], from: number) => {
    let y = from;
    for (const node of list) {
      tops.set(node.id, y);
      y += heightOf(node) + ROW_GAP;
    }
    if (list.length > 0) bottoms[column] = Math.max(bottoms[column] as number, y);
  };
  const loose = nodes.filter((node) => !placed.has(node));
  const ownRoutes = loose.filter((node) => node.kind === 'route');
  stack(0, loose.filter((node) => columnOf(node) === 0).sort(clientsFirst), 0);
  stack(2, ownRoutes, 0);
  // Consumer routes share the column of routes with the lanes, so the lanes begin below them.
  let y = ownRoutes.length === 0 ? 0 : (bottoms[2] as number) + LANE_GAP - ROW_GAP;
  for (const lane of lanes) {
    const height = Math.max(...lane.map(stackHeight));
    lane.forEach((list, column) => {
      stack(column as ColumnIndex, list, y + (height - stackHeight(list)) / 2);
    });
    y += height + LANE_GAP;
  }
  for (const node of loose) {
    const column = columnOf(node);
    if (column === 0 || node.kind === 'route') continue;
    stack(
      column,
      [node],
      Math.max(bottoms[column] as number, lanes.length === 0 ? 0 : y - LANE_GAP + ROW_GAP),
    );
  }
  return { tops, height: Math.max(0, ...bottoms.map((bottom) => bottom - ROW_GAP)) };
}

function clientsFirst(a: GraphNode, b: GraphNode): number {
  return Number(b.kind === 'client') - Number(a.kind === 'client') || compareText(a.id, b.id);
}

function stackHeight(list: readonly GraphNode[]): number {
  return list.reduce((sum, node) => sum + heightOf(node) + ROW_GAP, list.length === 0 ? 0 : -ROW_GAP);
}

/** The nodes of a lane by column. */
type Lane = readonly (readonly GraphNode[])[];

/** Kinds with a lane of their own: Services by name, with Gateways above them. */
const LANE_KINDS: ReadonlySet<GraphNode['kind']> = new Set(['frontend', 'gateway', 'backend', 'missing']);

function lanesOf(nodes: readonly GraphNode[], links: Links): readonly Lane[] {
  const lanes = new Map<string, GraphNode[][]>();
  const laneOf = (node: GraphNode) =>
    node.kind === 'gateway' ? node.id : namespacedName(node.namespace, node.label);
  for (const node of nodes) {
    const column = columnOf(node);
    if (!LANE_KINDS.has(node.kind)) continue;
    const lane = lanes.get(laneOf(node)) ?? [[], [], [], [], []];
    lane[column]?.push(node);
    lanes.set(laneOf(node), lane);
  }
  const workloads = new Map(nodes.filter((node) => columnOf(node) === 4).map((node) => [node.id, node]));
  const routes = nodes.filter((node) => node.kind === 'route');
  for (const route of routes) {
    const home = links.parentsOf.get(route.id)?.find((service) => lanes.has(service));
    if (home !== undefined) lanes.get(home)?.[2]?.push(route);
  }
  const order = laneOrder([...lanes.keys()].sort(compareText), lanes, links);
  for (const service of order) {
    const lane = lanes.get(service) as GraphNode[][];
    for (const backend of lane[3] ?? []) {
      for (const { to } of links.out.get(backend.id) ?? []) {
        const workload = workloads.get(to);
        if (!workload) continue;
        lane[4]?.push(workload);
        // A workload behind several Services is next to the first Service.
        workloads.delete(to);
      }
    }
  }
  return order.map((service) => lanes.get(service) as Lane);
}

/**
 * Returns Services by name, each followed by the Services that its routes forward to, in the order of the
 * rules.
 */
function laneOrder(
  services: readonly string[],
  lanes: ReadonlyMap<string, readonly (readonly GraphNode[])[]>,
  links: Links,
): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const targets = new Map<string, readonly string[]>();
  const aimedAt = new Set<string>();
  for (const service of services) {
    const routes = lanes.get(service)?.[2] ?? [];
    const own = routes.flatMap((route) => forwardsOf(route.id, links)).filter((to) => lanes.has(to));
    targets.set(service, own);
    for (const to of own) if (to !== service) aimedAt.add(to);
  }
  const visit = (start: string) => {
    const pending = [start];
    for (let service = pending.pop(); service !== undefined; service = pending.pop()) {
      if (seen.has(service)) continue;
      seen.add(service);
      order.push(service);
      pending.push(...[...(targets.get(service) ?? [])].reverse());
    }
  };
  // Chains start at Services that no route forwards to. Cycles start at the first name.
  for (const service of services) if (!aimedAt.has(service)) visit(service);
  for (const service of services) visit(service);
  return order;
}

function forwardsOf(route: string, links: Links): readonly string[] {
  const edges = (links.out.get(route) ?? []).filter((edge) => edge.kind === 'forwards');
  if (edges.length > 1)
    edges.sort(
      (a, b) => (a.rule ?? 0) - (b.rule ?? 0) || (b.share ?? 0) - (a.share ?? 0) || compareText(a.to, b.to),
    );
  return edges.map((edge) => serviceIn(edge.to));
}

/** Returns the lane of a route's parent. */
export function laneOfParent(id: string): string {
  return /^(missing:)?Service\//.test(id) ? serviceIn(id) : id;
}
