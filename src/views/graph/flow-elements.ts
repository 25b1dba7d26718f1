import type { Edge, Node } from '@xyflow/react';
import { cardsIn, rowsOn } from '../../core/graph/card-rows.ts';
import { type EdgeShape, shapeEdges } from '../../core/graph/edge-shape.ts';
import type { GraphEdge, GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { CARD, isChip, lineOfEdge } from '../../core/graph/node-size.ts';
import { sameData } from '../../core/ir/same-data.ts';
import { sharesOf } from './backend-shares.ts';
import type { CardData } from './card-data.ts';
import { edgeLabel, nameOf, spokenEdge, spokenMarks, spokenNode } from './describe.ts';
import { type DataAttributes, type Lights, type Lit, lightsOf } from './lights.ts';
import { isFrame } from './map-scene.ts';
import type { GraphTexts } from './texts-en.ts';

export type { Lights } from './lights.ts';

type LineData = {
  readonly shape: EdgeShape;
  readonly label: string;
  readonly arrow: boolean;
  /** The index of the line within the animated step, from 0. Null when it belongs to another step. */
  readonly leg: number | null;
};
export type FlowNode = Node<CardData>;
export type FlowEdge = Edge<LineData>;

/** The elements of a graph. Null means all nodes and edges, with text. */
export type Elements = {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly isBare: (id: string) => boolean;
} | null;

/**
 * Returns the graph as React Flow's nodes, in reading order: by namespace, from left to right, from top to
 * bottom.
 */
export function flowNodes(
  graph: GraphModel,
  layout: GraphLayout,
  lights: Lights,
  texts: GraphTexts,
  elements: Elements = null,
): FlowNode[] {
  const lit = lightsOf(lights, graph);
  const cards = cardsIn(graph);
  const shares = sharesOf(graph, lit.onTrace);
  const taken = takenLines(graph, lit.onTrace);
  const order = new Map(layout.shelves.flat().map((namespace, at) => [namespace, at]));
  const isElement = (id: string) => elements === null || elements.nodes.has(id);
  const placed = cards.nodes.flatMap((node) => {
    const box = layout.boxes.get(node.id);
    return box ? [{ node, box }] : [];
  });
  placed.sort(
    (a, b) =>
      (order.get(a.node.namespace) ?? 0) - (order.get(b.node.namespace) ?? 0) ||
      Number(b.node.kind === 'namespace') - Number(a.node.kind === 'namespace') ||
      a.box.x - b.box.x ||
      a.box.y - b.box.y,
  );
  const quiet = undialled(graph);
  const flow: FlowNode[] = [];
  for (const { node, box } of placed) {
    const bare = elements?.isBare(node.id) ?? false;
    const rows = node.rows === undefined ? [] : rowsOn(node, cards);
    if (isElement(node.id)) {
      const data = dataOf({
        node,
        texts,
        bare,
        share: shares.get(node.id) ?? null,
        taken: taken.get(node.id) ?? null,
        marks: lights.marks?.get(node.id) ?? null,
        placed: layout.direction === 'down' && node.kind !== 'client',
      });
      flow.push(flowNode(node.id, data, box, lit, quiet.has(node.id), lights));
    }
    for (const { key, node: row } of rows) {
      const place = layout.boxes.get(key);
      if (place && (isElement(row.id) || isElement(key))) {
        flow.push(rowNode(key, node, dataOf({ ...PLAIN, node: row, texts, bare }), place, lit, lights));
      }
    }
  }
  return flow;
}

const PLAIN = { share: null, taken: null, marks: null, placed: false } as const;

/** Returns the lines of routes whose rules take the current request, by the id of their route. */
function takenLines(graph: GraphModel, onWay: ReadonlySet<string>): ReadonlyMap<string, number> {
  const taken = new Map<string, GraphEdge>();
  for (const edge of graph.edges) if (edge.rule !== null && onWay.has(edge.id)) taken.set(edge.from, edge);
  const lines = new Map<string, number>();
  if (taken.size === 0) return lines;
  for (const node of graph.nodes) {
    const edge = taken.get(node.id);
    if (edge !== undefined) lines.set(node.id, lineOfEdge(node, edge));
  }
  return lines;
}

/** Returns the line of a workload on a card. It is on the way when its card is on the way with it. */
function rowNode(key: string, card: GraphNode, data: CardData, box: Box, lit: Lit, lights: Lights): FlowNode {
  const isPart = card.kind !== 'client' || card.facts.sender === data.node.id;
  const passes = (ids: ReadonlySet<string>) => isPart && ids.has(card.id) && ids.has(data.node.id);
  const { 'data-on-trace': first, 'data-on-second': second, ...others } = lit.attributes(data.node.id, false);
  const attributes: DataAttributes = {
    ...(passes(lit.onTrace) ? { ...others, 'data-on-trace': 'true' } : null),
    ...(passes(lit.onSecond) ? { 'data-on-second': 'true' } : null),
    ...('data-faded' in others ? { 'data-faded': 'true' } : null),
  };
  const flow = flowNode(key, data, box, lit, false, lights);
  const selected = lights.selected === data.node.id;
  return {
    ...flow,
    type: 'row',
    selected,
    zIndex: selected ? 4 : 3,
    ariaLabel: spokenNode(data.node, 'data-on-trace' in attributes, data.texts),
    domAttributes: {
      ...flow.domAttributes,
      'data-id': data.node.id,
      'data-kind': 'workload',
      'data-in': card.kind,
      ...ROW_ATTRIBUTES,
      ...attributes,
      'aria-pressed': selected,
    } as NonNullable<FlowNode['domAttributes']>,
  };
}

/** Attributes of cards that a line has only when it is on the way with its card. */
const ROW_ATTRIBUTES = {
  'data-on-trace': undefined,
  'data-on-second': undefined,
  'data-reached': undefined,
  'data-stopped': undefined,
  'data-now': undefined,
  'data-faded': undefined,
};

/** Narrower cards have no icon, so that more of their names is visible. */
const NARROW = 120;

function flowNode(id: string, data: CardData, box: Box, lit: Lit, quiet: boolean, lights: Lights): FlowNode {
  const { node, texts } = data;
  const container = isFrame(node);
  const onTrace = lit.onTrace.has(node.id);
  const selected = lights.selected === node.id;
  const attributes: DataAttributes = {
    'data-kind': node.kind,
    ...(isChip(node) ? { 'data-chip': 'true' } : null),
    ...(box.width < NARROW ? { 'data-narrow': 'true' } : null),
    ...(node.roles.length === 0 ? null : { 'data-role': node.roles.join(' ') }),
    ...(quiet && !onTrace ? { 'data-quiet': 'true' } : null),
    ...(selected && lights.pointed ? { 'data-pointed': 'true' } : null),
    ...(data.marks?.card.length ? { 'data-marks': data.marks.card.join(' ') } : null),
    ...lit.attributes(node.id, container),
  };
  const spoken = [spokenNode(node, onTrace, texts), spokenMarks(data.marks, texts)];
  return {
    id,
    type: container ? 'container' : node.kind === 'namespace' ? 'pile' : isChip(node) ? 'chip' : 'card',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: handlesOf(box),
    data,
    selected,
    zIndex: container ? -1 : selected ? 2 : 1,
    focusable: true,
    ariaRole: 'button',
    ariaLabel: spoken.filter((part) => part !== '').join(', '),
    domAttributes: {
      ...attributes,
      'aria-pressed': selected,
      'aria-roledescription': undefined,
      // At a small zoom the card shows no text of its own.
      title: container ? undefined : nameOf(node, texts),
      tabIndex: lights.roving === null || lights.roving === node.id ? 0 : -1,
    },
  };
}

const known = new WeakMap<GraphNode, CardData>();

/** Returns the earlier data of a card if it is the same. */
function dataOf(data: CardData): CardData {
  const before = known.get(data.node);
  const fields = ['texts', 'bare', 'share', 'taken', 'marks', 'placed'] as const;
  if (before && fields.every((field) => sameData(before[field], data[field]))) return before;
  known.set(data.node, data);
  return data;
}

function handlesOf({ width, height }: Box): NonNullable<FlowNode['handles']> {
  const y = height / 2;
  return [
    { type: 'target', position: 'left' as never, x: 0, y, width: 1, height: 1 },
    { type: 'source', position: 'right' as never, x: width, y, width: 1, height: 1 },
  ];
}

const quietByGraph = new WeakMap<GraphModel, ReadonlySet<string>>();

/** Returns Services that no client, route or edge in the graph uses. They are drawn less prominently. */
function undialled(graph: GraphModel): ReadonlySet<string> {
  const known = quietByGraph.get(graph);
  if (known) return known;
  const touched = new Set<string>();
  for (const edge of graph.edges) {
    if (edge.kind === 'original' || edge.kind === 'selects') continue;
    touched.add(edge.from);
    touched.add(edge.to);
  }
  const quiet = graph.nodes.filter(
    (node) => (node.kind === 'frontend' || node.kind === 'backend') && !touched.has(node.id),
  );
  // When a Service has one used half, both halves keep their usual look.
  const ids = new Set(quiet.map((node) => node.id));
  quietByGraph.set(graph, ids);
  return ids;
}

/** Returns the graph as React Flow's edges. */
export function flowEdges(
  graph: GraphModel,
  layout: GraphLayout,
  lights: Lights,
  texts: GraphTexts,
  elements: Elements = null,
): FlowEdge[] {
  const lit = lightsOf(lights, graph);
  const shapes = shapesOf(graph, layout, [lights.way, lights.secondWay]);
  const names = new Map(graph.nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();
  return graph.edges.flatMap((edge) => {
    const shape = elements === null || elements.edges.has(edge.id) ? shapes.get(edge.id) : undefined;
    if (!shape) return [];
    const label = labelOnce(edge, names.get(edge.from), shown, texts);
    return [flowEdge(edge, shape, label, names, lit, lights, texts)];
  });
}

interface KnownShapes {
  readonly graph: GraphModel;
  readonly edges: string;
  readonly shapes: ReadonlyMap<string, EdgeShape>;
}

const shapesByLayout = new WeakMap<GraphLayout, KnownShapes>();

/** Returns the shapes of all edges by id. They are computed once for each layout and the ways of the requests. */
export function shapesOf(
  graph: GraphModel,
  layout: GraphLayout,
  ways: readonly (TraceWay | null)[],
): ReadonlyMap<string, EdgeShape> {
  const before = shapesByLayout.get(layout);
  const onWay = ways.flatMap((way) => way?.edges ?? []);
  const edges = onWay.join('\n');
  if (before && before.graph === graph && before.edges === edges) return before.shapes;
  const shapes = shapeEdges(graph, layout, new Set(onWay));
  shapesByLayout.set(layout, { graph, edges, shapes });
  return shapes;
}

/** Returns the edges with each label once for each target. Rules beyond the card's lines share one outlet. */
function labelOnce(
  edge: GraphEdge,
  source: GraphNode | undefined,
  shown: Set<string>,
  texts: GraphTexts,
): string {
  const label = edgeLabel(edge, texts);
  if (label === '' || edge.rule === null || !source) return label;
  const line = lineOfEdge(source, edge);
  const key = `${edge.from} ${edge.to} ${Math.min(line, CARD.maxRules)} ${edge.kind}`;
  if (shown.has(key)) return '';
  shown.add(key);
  return label;
}

function flowEdge(
  edge: GraphEdge,
  shape: EdgeShape,
  label: string,
  names: ReadonlyMap<string, GraphNode>,
  lit: Lit,
  lights: Lights,
  texts: GraphTexts,
): FlowEdge {
  const [from, to] = [names.get(edge.from)?.label ?? '', names.get(edge.to)?.label ?? ''];
  const touching = !lights.pointed && (lights.selected === edge.from || lights.selected === edge.to);
  // An edge after a route has the colour of the route.
  const role = edge.role ?? (edge.kind === 'forwards' ? roleOf(names.get(edge.from)) : null);
  const attributes: DataAttributes = {
    'data-kind': edge.kind,
    ...(role === null ? null : { 'data-role': role }),
    ...(edge.broken === null ? null : { 'data-broken': edge.broken }),
    ...(edge.share === 0 ? { 'data-empty': 'true' } : null),
    ...(touching ? { 'data-touching': 'true' } : null),
    ...lit.attributes(edge.id, false),
  };
  return {
    id: edge.id,
    source: edge.from,
    target: edge.to,
    type: 'line',
    data: {
      shape,
      label,
      arrow: edge.kind !== 'original' || edge.broken === null,
      leg: lit.legs.get(edge.id) ?? null,
    },
    // The reason of a broken edge must be readable even in a small space.
    zIndex: edge.broken !== null ? 1 : lit.onTrace.has(edge.id) ? 2 : lit.onSecond.has(edge.id) ? 1 : 0,
    focusable: false,
    ariaLabel: spokenEdge(edge, from, to, texts),
    ariaRole: 'img',
    domAttributes: attributes as FlowEdge['domAttributes'] & DataAttributes,
  };
}

function roleOf(node: GraphNode | undefined): string | null {
  return node?.roles[0] ?? null;
}
