import { barycentresOf } from './barycentre.ts';
import { cardsIn } from './card-rows.ts';
import { fitsInto, measureColumns } from './columns.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import { layOutDown } from './layout-down.ts';
import {
  assemble,
  CONTAINER,
  type ColumnRange,
  type GraphLayout,
  type NamespaceLayout,
  type NamespaceLayouts,
  type NodeGroups,
  withChips,
} from './layout-frame.ts';
import { settle } from './layout-settle.ts';
import { linksOf } from './links.ts';
import { type NamespaceParts, partsOf } from './namespace-lanes.ts';
import { orderNamespaces } from './namespace-order.ts';
import { fillShelves, NAMESPACE_GAP, placeShelves, rangesOf, turnShelves } from './shelves.ts';
import { roughHeight, stackParts } from './stack-namespace.ts';

export type { Box, GraphLayout } from './layout-frame.ts';

/**
 * The first sweep orders lanes by the namespaces that they have edges to. The second one orders consumer
 * routes by these lanes.
 */
const SWEEPS = 2;

/** The pane that shows the graph, in units of the drawing at the smallest readable zoom. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Requests travel down in panes that are higher than wide. */
  readonly direction: 'right' | 'down';
}

/**
 * Returns the layout: columns inside namespaces that are stacked vertically, so that requests travel from
 * left to right even when they cross namespaces. Namespaces that exchange requests are next to each other,
 * and what is in a namespace is near what it exchanges requests with. With the previous layout of a similar
 * graph, known nodes keep their places and new nodes take free places. Linear except for sorting. The same
 * graph gives the same layout. In a pane that is higher than wide, layers below each other take the place of
 * columns.
 */
export function layOut(model: GraphModel, previous?: GraphLayout | null, room?: Room): GraphLayout {
  const graph = cardsIn(model);
  if (room?.direction === 'down') return layOutDown(graph, room.width);
  const groups = groupNodes(graph);
  const links = linksOf(graph);
  if (previous && isSimilar(graph, previous)) return settle(graph, groups, links, previous);
  const columns = measureColumns(graph, room && room.width - 2 * CONTAINER.padding);
  const space = room ? NAMESPACE_GAP.narrow : NAMESPACE_GAP.wide;
  const piles = new Set<string>();
  for (const { namespace, facts } of graph.nodes) if (facts.collapsed !== undefined) piles.add(namespace);
  const parts = new Map<string, NamespaceParts>();
  const heights = new Map<string, NamespaceLayout>();
  const ranges = new Map<string, readonly ColumnRange[]>();
  for (const [namespace, nodes] of groups) {
    const own = partsOf(nodes, links);
    parts.set(namespace, own);
    ranges.set(namespace, rangesOf(nodes, columns));
    heights.set(namespace, withChips({ tops: new Map(), height: roughHeight(own) }, nodes, columns));
  }
  const shelves = turnShelves(
    fillShelves(orderNamespaces(groups, links), heights, columns, space, room && room.width / room.height),
    heights,
    links.cross,
  );
  const place = (bands: NamespaceLayouts) => placeShelves(shelves, ranges, bands, columns, piles, space);
  let bands: NamespaceLayouts = heights;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const barycentres = barycentresOf(links.cross, bands, place(bands));
    const next = new Map(bands);
    for (const [namespace, own] of parts) {
      const centres = barycentres.get(namespace);
      if (sweep > 0 && !centres) continue;
      const nodes = groups.get(namespace) ?? [];
      next.set(namespace, withChips(stackParts(own, centres), nodes, columns));
    }
    bands = next;
  }
  return assemble(graph, groups, shelves, columns, place(bands), bands);
}

/** Returns true when half of the nodes were in the earlier layout, and every needed column exists. */
function isSimilar(graph: GraphModel, previous: GraphLayout): boolean {
  if (previous.direction !== 'right') return false;
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
