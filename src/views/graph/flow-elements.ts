import type { Edge, Node } from '@xyflow/react';
import { type EdgeShape, shapeEdges } from '../../core/graph/edge-shape.ts';
import type { GraphEdge, GraphModel, GraphNode } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { CARD } from '../../core/graph/node-size.ts';
import { edgeLabel, nameOf, spokenEdge, spokenNode } from './describe.ts';
import { type Highlights, isFrame } from './map-scene.ts';
import type { GraphTexts } from './texts-en.ts';

/**
 * The data of a card. It is the same object as long as it has not changed. A bare card has no text: a picture
 * of the graph has its name, or it is not visible.
 */
type CardData = { readonly node: GraphNode; readonly texts: GraphTexts; readonly bare: boolean };
type LineData = {
  readonly shape: EdgeShape;
  readonly label: string;
  readonly arrow: boolean;
  /** The index of the line within the animated step, from 0. Null when it belongs to another step. */
  readonly leg: number | null;
};
export type FlowNode = Node<CardData>;
export type FlowEdge = Edge<LineData>;

/** Highlights of elements. They also have the animated step and the keyboard. */
export interface Lights extends Highlights {
  /** The animated step. Null highlights the whole way. */
  readonly step: number | null;
  /** The node that Tab reaches in graphs with too many nodes for Tab. Null means every node. */
  readonly roving: string | null;
}

/** The elements of a graph. Null means all nodes and edges, with text. */
export type Elements = {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly isBare: (id: string) => boolean;
} | null;

type DataAttributes = Record<`data-${string}`, string>;

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
  const marks = lightsOf(lights, graph);
  const order = new Map(layout.shelves.flat().map((namespace, at) => [namespace, at]));
  const placed = graph.nodes.flatMap((node) => {
    const box = elements === null || elements.nodes.has(node.id) ? layout.boxes.get(node.id) : undefined;
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
  return placed.map(({ node, box }) => {
    const data = dataOf(node, texts, elements?.isBare(node.id) ?? false);
    return flowNode(data, box, marks, quiet.has(node.id), lights);
  });
}

function flowNode(data: CardData, box: Box, marks: Marks, quiet: boolean, lights: Lights): FlowNode {
  const { node, texts } = data;
  const container = isFrame(node);
  const onTrace = marks.onTrace.has(node.id);
  const selected = lights.selected === node.id;
  const attributes: DataAttributes = {
    'data-kind': node.kind,
    ...(node.roles.length === 0 ? null : { 'data-role': node.roles.join(' ') }),
    ...(quiet && !onTrace ? { 'data-quiet': 'true' } : null),
    ...(selected && lights.pointed ? { 'data-pointed': 'true' } : null),
    ...marks.attributes(node.id, container),
  };
  return {
    id: node.id,
    type: container ? 'container' : node.kind === 'namespace' ? 'pile' : 'card',
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
    ariaLabel: spokenNode(node, onTrace, texts),
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

const cards = new WeakMap<GraphNode, CardData>();

function dataOf(node: GraphNode, texts: GraphTexts, bare: boolean): CardData {
  const known = cards.get(node);
  if (known && known.texts === texts && known.bare === bare) return known;
  const data = { node, texts, bare };
  cards.set(node, data);
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
  const marks = lightsOf(lights, graph);
  const shapes = shapesOf(graph, layout);
  const names = new Map(graph.nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();
  return graph.edges.flatMap((edge) => {
    const shape = elements === null || elements.edges.has(edge.id) ? shapes.get(edge.id) : undefined;
    if (!shape) return [];
    const label = labelOnce(edge, names.get(edge.from), shown, texts);
    return [flowEdge(edge, shape, label, names, marks, lights, texts)];
  });
}

const shapesByLayout = new WeakMap<
  GraphLayout,
  { graph: GraphModel; shapes: ReadonlyMap<string, EdgeShape> }
>();

/** Returns the shapes of all edges by id. They are computed once for each layout. */
export function shapesOf(graph: GraphModel, layout: GraphLayout): ReadonlyMap<string, EdgeShape> {
  const known = shapesByLayout.get(layout);
  if (known && known.graph === graph) return known.shapes;
  const shapes = shapeEdges(graph, layout);
  shapesByLayout.set(layout, { graph, shapes });
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
  const line = source.rules.findIndex((each) => each.rule === edge.rule);
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
  marks: Marks,
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
    ...marks.attributes(edge.id, false),
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
      leg: marks.legs.get(edge.id) ?? null,
    },
    // The reason of a broken edge must be readable even in a small space.
    zIndex: edge.broken !== null ? 3 : marks.onTrace.has(edge.id) ? 1 : 0,
    focusable: false,
    ariaLabel: spokenEdge(edge, from, to, texts),
    ariaRole: 'img',
    domAttributes: attributes as FlowEdge['domAttributes'] & DataAttributes,
  };
}

function roleOf(node: GraphNode | undefined): string | null {
  return node?.roles[0] ?? null;
}

interface Marks {
  readonly onTrace: ReadonlySet<string>;
  /** The lines of the animated step, with the number of lines that the request passes before each. */
  readonly legs: ReadonlyMap<string, number>;
  attributes(id: string, container: boolean): DataAttributes;
}

/** Returns the marks of the way, the step and the focus, by element. */
function lightsOf({ way, step, focus }: Lights, graph: GraphModel): Marks {
  const onTrace = new Set(way ? [...way.nodes, ...way.edges] : []);
  const now = new Set<string>();
  const reached = new Set<string>();
  const stopped = new Set<string>();
  for (const stage of way?.stages ?? []) {
    if (step !== null && stage.step > step) continue;
    for (const id of [...stage.nodes, ...stage.edges]) {
      reached.add(id);
      if (stage.step === 6) stopped.add(id);
      if (stage.step === step) now.add(id);
    }
  }
  return {
    onTrace,
    legs:
      now.size === 0
        ? NO_LEGS
        : legsOf(graph.edges.filter(({ id, kind }) => now.has(id) && kind !== 'applies')),
    attributes(id, container) {
      const lit = onTrace.has(id);
      const faded = focus !== null ? !focus.has(id) : onTrace.size > 1 && !lit;
      return {
        ...(lit ? { 'data-on-trace': 'true' } : null),
        ...(lit && reached.has(id) ? { 'data-reached': 'true' } : null),
        ...(stopped.has(id) ? { 'data-stopped': 'true' } : null),
        ...(now.has(id) ? { 'data-now': 'true' } : null),
        ...(faded && !container ? { 'data-faded': 'true' } : null),
      };
    },
  };
}

const NO_LEGS: ReadonlyMap<string, number> = new Map();

/**
 * Returns how many lines of a step come before each of its lines. A request passes a step from left to right.
 */
function legsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const legs = new Map<string, number>();
  const into = new Map<string, GraphEdge[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const legOf = (edge: GraphEdge): number => {
    const known = legs.get(edge.id);
    if (known !== undefined) return known;
    legs.set(edge.id, 0);
    const before = (into.get(edge.from) ?? []).map(legOf);
    const leg = before.length === 0 ? 0 : Math.max(...before) + 1;
    legs.set(edge.id, leg);
    return leg;
  };
  for (const edge of edges) legOf(edge);
  return legs;
}
