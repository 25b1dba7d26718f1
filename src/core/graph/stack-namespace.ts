import type { Barycentres } from './barycentre.ts';
import { type ColumnIndex, columnOf } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import type { NamespaceLayout } from './layout-frame.ts';
import type { Links } from './links.ts';
import { type Lane, type NamespaceParts, partsOf } from './namespace-lanes.ts';
import { heightOf, ROW_GAP, stackHeight } from './node-size.ts';

/** Space between the lanes of two Services. It exceeds the space within a lane. */
const LANE_GAP = 18;

/** Returns the places of the nodes of one namespace. See `stackParts`. */
export function layOutNamespace(nodes: readonly GraphNode[], links: Links): NamespaceLayout {
  return stackParts(partsOf(nodes, links));
}

/** Returns the height of a namespace without placing its nodes. Nodes outside lanes can make it higher. */
export function roughHeight({ blocks, routes, clients }: NamespaceParts): number {
  let height = routes.length === 0 ? 0 : stackHeight(routes) + LANE_GAP;
  for (const block of blocks) for (const lane of block) height += lane.height + LANE_GAP;
  return Math.max(0, height - LANE_GAP, stackHeight(clients));
}

const NO_BARYCENTRES: Barycentres = new Map();

/**
 * Returns the places of the nodes of one namespace: one lane for each Service, with clients and consumer
 * routes above or below all lanes, on the side where their Services are. The frontend, producer routes and
 * backend of a lane have the same height, so that the usual way is a straight line. Services
 * that share routes are next to each other, and the targets of a route are in the order of its rules. With
 * barycentres, blocks of lanes and nodes outside them are in the order of their edges to other namespaces.
 */
export function stackParts(
  { blocks, routes, clients, others }: NamespaceParts,
  barycentres = NO_BARYCENTRES,
): NamespaceLayout {
  const tops = new Map<string, number>();
  const bottoms = [0, 0, 0, 0];
  const stack = (column: ColumnIndex, list: readonly GraphNode[], from: number) => {
    let y = from;
    for (const node of list) {
      tops.set(node.id, y);
      y += heightOf(node) + ROW_GAP;
    }
    if (list.length > 0) bottoms[column] = Math.max(bottoms[column] as number, y);
  };
  const lanes = orderBlocks(blocks, barycentres);
  const depth = lanes.reduce((sum, { height }) => sum + height + LANE_GAP, stackHeight(routes));
  const isBelow = ({ id }: GraphNode) => (barycentres.get(id) ?? 0) > depth;
  const isAbove = (node: GraphNode) => !isBelow(node);
  const ordered = byBarycentre(routes, barycentres);
  const lower = ordered.filter(isBelow);
  stack(0, clients.filter(isAbove), 0);
  stack(2, ordered.filter(isAbove), 0);
  // Consumer routes share the column of routes with the lanes, so the lanes begin below them.
  let y = bottoms[2] === 0 ? 0 : (bottoms[2] as number) + LANE_GAP - ROW_GAP;
  for (const { cards, height, bottoms: ends } of lanes) {
    for (const { node, top } of cards) tops.set(node.id, y + top);
    for (let column = 0; column < ends.length; column++) {
      const end = ends[column] as number;
      if (end > 0) bottoms[column] = y + end + ROW_GAP;
    }
    y += height + LANE_GAP;
  }
  stack(2, lower, y);
  if (lower.length > 0) y = (bottoms[2] as number) + LANE_GAP - ROW_GAP;
  const late = clients.filter(isBelow);
  stack(0, late, Math.max(bottoms[0] as number, y - LANE_GAP - stackHeight(late)));
  const below = lanes.length === 0 ? 0 : y - LANE_GAP + ROW_GAP;
  for (const node of others) {
    const column = columnOf(node);
    stack(column, [node], Math.max(bottoms[column] as number, below));
  }
  return { tops, height: Math.max(0, ...bottoms.map((bottom) => bottom - ROW_GAP)) };
}

/** Returns nodes by their barycentres. Nodes without one come first. */
function byBarycentre(nodes: readonly GraphNode[], barycentres: Barycentres): readonly GraphNode[] {
  if (barycentres.size === 0 || nodes.length < 2) return nodes;
  const keyOf = ({ id }: GraphNode) => barycentres.get(id) ?? Number.NEGATIVE_INFINITY;
  return nodes
    .map((node) => ({ node, key: keyOf(node) }))
    .sort((a, b) => compareNumbers(a.key, b.key))
    .map(({ node }) => node);
}

/** Unlike a difference, works for infinite numbers. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Returns the lanes from top to bottom: blocks with edges to namespaces above come first, then blocks without
 * edges to other namespaces, then blocks with edges to namespaces below.
 */
function orderBlocks(blocks: NamespaceParts['blocks'], barycentres: Barycentres): readonly Lane[] {
  if (barycentres.size === 0 || blocks.length < 2) return blocks.flat();
  let height = 0;
  const keyed = blocks.map((block) => {
    for (const lane of block) height += lane.height + LANE_GAP;
    return { block, key: meanOf(block, barycentres) };
  });
  const middle = height / 2;
  return keyed.sort((a, b) => (a.key ?? middle) - (b.key ?? middle)).flatMap(({ block }) => block);
}

/** Returns the mean of the barycentres in a block. Returns null without any. */
function meanOf(block: readonly Lane[], barycentres: Barycentres): number | null {
  let [sum, count] = [0, 0];
  for (const { cards } of block) {
    for (const { node } of cards) {
      const y = barycentres.get(node.id);
      if (y === undefined) continue;
      sum += y;
      count++;
    }
  }
  return count === 0 ? null : sum / count;
}
