import { type Column, fitsInto, measureColumns } from './columns.ts';
import { compareText } from './drawing.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import {
  assemble,
  bandHeight,
  CONTAINER,
  columnRange,
  type GraphLayout,
  type NodeGroups,
  type NodePosition,
  SHELF_GAP,
  Skyline,
  shelfWidth,
  startsOf,
} from './layout-frame.ts';
import { settle } from './layout-settle.ts';
import { type Links, laneOfParent, layOutNamespace, type NamespaceLayout } from './namespace-lanes.ts';
import { namespaceIn, serviceIn } from './node-ids.ts';

export type { Box, GraphLayout } from './layout-frame.ts';

/** Space between two namespaces: enough for one more card without moving the namespaces below. */
const NAMESPACE_GAP = 104;
/** Namespaces that are drawn as one node do not grow. */
const PILE_GAP = 28;
/** Ratio of width to height of the pane that the whole graph should fit into. */
const PANE_ASPECT = 1;
/**
 * More edges run from left to right when there are fewer shelves. Another shelf must enlarge the whole graph
 * in the pane by this factor.
 */
const WORTH_A_SHELF = 1.2;

/**
 * Returns the layout: columns inside namespaces that are stacked vertically, so that requests travel from
 * left to right even when they cross namespaces. With the previous layout of a similar graph, known nodes
 * keep their places and new nodes take free places. Linear except for sorting. The same graph gives the same
 * layout.
 */
export function layOut(graph: GraphModel, previous?: GraphLayout | null): GraphLayout {
  const groups = groupNodes(graph);
  const links = linksOf(graph);
  if (previous && isSimilar(graph, previous)) return settle(graph, groups, links, previous);
  const columns = measureColumns(graph);
  const bands = new Map<string, NamespaceLayout>();
  for (const [namespace, nodes] of groups) bands.set(namespace, layOutNamespace(nodes, links));
  const shelves = shelve(orderNamespaces(groups, links), bands, columns);
  const places = new Map<string, NodePosition>();
  const starts = startsOf(columns);
  const piles = new Set(
    graph.nodes.filter((node) => node.facts.collapsed !== undefined).map((node) => node.namespace),
  );
  for (const shelf of shelves) {
    const skyline = new Skyline(columns, 0);
    for (const namespace of shelf) {
      const nodes = groups.get(namespace) ?? [];
      const ranges =
        nodes.length > 0 ? [columnRange(nodes, columns)] : starts.map((at) => columnRange([], columns, at));
      const range = ranges.reduce((best, each) => (skyline.topOf(each) < skyline.topOf(best) ? each : best));
      const y = skyline.topOf(range);
      places.set(namespace, { top: y + CONTAINER.header, start: range.first });
      const gap = piles.has(namespace) ? PILE_GAP : NAMESPACE_GAP;
      skyline.take(range, y + bandHeight(bands.get(namespace)) + gap);
    }
  }
  return assemble(groups, shelves, columns, places, bands);
}

/** Returns true when half of the nodes were in the earlier layout, and every needed column exists. */
function isSimilar(graph: GraphModel, previous: GraphLayout): boolean {
  let known = 0;
  for (const node of graph.nodes) if (previous.boxes.has(node.id)) known++;
  return known * 2 >= graph.nodes.length && known > 0 && fitsInto(previous.columns, graph.nodes);
}

function groupNodes(graph: GraphModel): NodeGroups {
  const groups = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    const list = groups.get(node.namespace);
    if (!list) groups.set(node.namespace, node.kind === 'namespace' ? [] : [node]);
    else if (node.kind !== 'namespace') list.push(node);
  }
  return groups;
}

function linksOf(graph: GraphModel): Links {
  const out = new Map<string, GraphModel['edges'][number][]>();
  const parentsOf = new Map<string, string[]>();
  for (const edge of graph.edges) {
    const list = out.get(edge.from);
    if (list) list.push(edge);
    else out.set(edge.from, [edge]);
    if (edge.kind !== 'attached') continue;
    const parents = parentsOf.get(edge.to);
    if (parents) parents.push(laneOfParent(edge.from));
    else parentsOf.set(edge.to, [laneOfParent(edge.from)]);
  }
  return { out, parentsOf };
}

/**
 * Returns namespaces by name, each after those that only consume from it: requests come from above or from
 * the left.
 */
function orderNamespaces(groups: NodeGroups, links: Links): readonly string[] {
  const keys = new Map<string, string>();
  for (const [namespace, nodes] of groups) keys.set(namespace, sortKey(namespace, nodes, links));
  return [...groups.keys()].sort((a, b) => compareText(keys.get(a) as string, keys.get(b) as string));
}

/** A space sorts before every character of a name. */
function sortKey(namespace: string, nodes: readonly GraphNode[], links: Links): string {
  // Objects of the whole cluster come last.
  if (namespace === '') return '\u{ffff}';
  if (nodes.some((node) => node.kind === 'frontend' || node.kind === 'gateway')) return `${namespace} 1`;
  const services = nodes.flatMap((node) =>
    node.kind === 'route'
      ? (links.parentsOf.get(node.id) ?? [])
      : (links.out.get(node.id) ?? []).map((edge) => serviceIn(edge.to)),
  );
  const [first] = services.map(namespaceIn).sort(compareText);
  return first === undefined || first === '' ? `${namespace} 1` : `${first} 0 ${namespace}`;
}

function shelve(
  namespaces: readonly string[],
  bands: ReadonlyMap<string, NamespaceLayout>,
  columns: readonly Column[],
): readonly (readonly string[])[] {
  const heights = namespaces.map((namespace) => bandHeight(bands.get(namespace)) + NAMESPACE_GAP);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const count = shelfCount(total, Math.max(...heights), shelfWidth(columns), namespaces.length);
  const goal = total / Math.max(1, count);
  const shelves: string[][] = [[]];
  let filled = 0;
  namespaces.forEach((namespace, at) => {
    const height = heights[at] as number;
    if (filled > 0 && filled + height / 2 > goal) {
      shelves.push([]);
      filled = 0;
    }
    shelves.at(-1)?.push(namespace);
    filled += height;
  });
  return shelves;
}

/** Returns the number of shelves with which the whole graph is largest in the pane. */
function shelfCount(total: number, tallest: number, width: number, most: number): number {
  const extent = (count: number) =>
    Math.max((count * (width + SHELF_GAP) - SHELF_GAP) / PANE_ASPECT, Math.max(total / count, tallest));
  let best = 1;
  for (let count = 2; count <= most; count++) {
    if (extent(best) >= extent(count) * WORTH_A_SHELF) best = count;
  }
  return best;
}
