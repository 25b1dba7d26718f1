import type { CardGraph } from './card-rows.ts';
import { columnOf } from './columns.ts';
import type { GraphNode } from './graph-model.ts';
import { type Box, type GraphLayout, placeRows, type Slot } from './layout-frame.ts';
import { CARD, heightOf, isChip, wishedWidth } from './node-size.ts';
import { pack } from './pack.ts';

/** Space between cards of a layer, and between layers: for labels and for lines that turn. */
const GAP = { cards: 12, layers: 40, labels: 12, rest: 10 } as const;
/** Two cards fit next to each other. */
const WIDEST = 176;
const SWEEPS = 6;

interface Item {
  readonly node: GraphNode;
  readonly width: number;
  middle: number;
}

/**
 * Returns the layout for a pane that is higher than wide: clients, Services, routes and backends are layers
 * from top to bottom. Namespaces have no frames, so that the way of a request is narrow. Cards are below the
 * cards that they are joined to. What is joined to nothing follows in rows.
 */
export function layOutDown(graph: CardGraph, width: number): GraphLayout {
  const layers: Item[][] = [[], [], [], []];
  const items = new Map<string, Item>();
  const rest: GraphNode[] = [];
  const widest = Math.min(WIDEST, (width - GAP.cards) / 2);
  const joined = new Set<string>();
  for (const { from, to } of graph.edges) joined.add(from).add(to);
  for (const node of graph.nodes) {
    if (node.kind === 'namespace' && node.facts.collapsed === undefined) continue;
    if (isChip(node) || !joined.has(node.id)) {
      rest.push(node);
      continue;
    }
    const item = { node, width: Math.min(widest, Math.max(wishedWidth(node), CARD.minWidth)), middle: 0 };
    layers[columnOf(node)]?.push(item);
    items.set(node.id, item);
  }
  for (const layer of layers) settleLayer(layer);
  const neighbours = neighboursOf(graph, items);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of order) straighten(layer, neighbours);
  }
  const boxes = new Map<string, Box>();
  const slots: Slot[] = [];
  const left = startOf(items.values(), rest.length > 0 ? width : 0);
  const hasLabels = graph.edges.some(({ share, broken }) => broken !== null || (share !== null && share < 1));
  let y = 0;
  for (const layer of layers) {
    if (layer.length === 0) continue;
    const height = Math.max(...layer.map(({ node }) => heightOf(node)));
    for (const { node, width: wide, middle } of layer) {
      boxes.set(node.id, { x: middle - wide / 2 - left, y, width: wide, height: heightOf(node) });
      placeRows(node, graph, boxes);
    }
    slots.push({ start: y, end: y + height });
    y += height + GAP.layers + (hasLabels ? GAP.labels : 0);
  }
  placeRest(rest, graph, width, y, boxes, slots);
  let [right, bottom] = [0, 0];
  for (const box of boxes.values()) {
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const namespaces = [...new Set(graph.nodes.map(({ namespace }) => namespace))];
  return {
    boxes,
    direction: 'down',
    columns: [],
    shelves: [namespaces],
    slots,
    width: right,
    height: bottom,
  };
}

/** Returns the left edge of the drawing. Cards that need less than a width are in its middle. */
function startOf(items: Iterable<Item>, width: number): number {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    left = Math.min(left, item.middle - item.width / 2);
    right = Math.max(right, item.middle + item.width / 2);
  }
  return left > right ? 0 : left - Math.max(0, (width - (right - left)) / 2);
}

function settleLayer(layer: Item[]): void {
  const packed = layer.map(({ middle, width }) => ({ wish: middle, size: width }));
  const middles = pack(packed, GAP.cards);
  layer.forEach((item, at) => {
    item.middle = middles[at] as number;
  });
}

/** Orders the cards of a layer by the mean place of their neighbours, and puts them there as far as possible. */
function straighten(layer: Item[], neighbours: ReadonlyMap<Item, readonly Item[]>): void {
  for (const item of layer) {
    const others = neighbours.get(item) ?? [];
    if (others.length === 0) continue;
    item.middle = others.reduce((sum, other) => sum + other.middle, 0) / others.length;
  }
  layer.sort((a, b) => a.middle - b.middle);
  settleLayer(layer);
}

function neighboursOf(graph: CardGraph, items: ReadonlyMap<string, Item>): ReadonlyMap<Item, Item[]> {
  const neighbours = new Map<Item, Item[]>();
  const note = (item: Item, other: Item) => {
    const list = neighbours.get(item);
    if (list) list.push(other);
    else neighbours.set(item, [other]);
  };
  for (const { from, to } of graph.edges) {
    const [a, b] = [items.get(from), items.get(to)];
    if (!a || !b || columnOf(a.node) === columnOf(b.node)) continue;
    note(a, b);
    note(b, a);
  }
  return neighbours;
}

/** Places cards in rows that wrap, below the layers. Each row is a slot. */
function placeRest(
  rest: readonly GraphNode[],
  graph: CardGraph,
  width: number,
  top: number,
  boxes: Map<string, Box>,
  slots: Slot[],
): void {
  const ordered = [...rest].sort((a, b) => Number(isChip(a)) - Number(isChip(b)));
  const count = Math.max(1, Math.floor((width + GAP.rest) / (CARD.minWidth + 24 + GAP.rest)));
  const wide = (width - GAP.rest * (count - 1)) / count;
  let y = top;
  for (let at = 0; at < ordered.length; at += count) {
    const row = ordered.slice(at, at + count);
    const height = Math.max(...row.map(heightOf));
    row.forEach((node, index) => {
      boxes.set(node.id, { x: index * (wide + GAP.rest), y, width: wide, height: heightOf(node) });
      placeRows(node, graph, boxes);
    });
    slots.push({ start: y, end: y + height });
    y += height + GAP.rest;
  }
}
