import type { GraphModel, GraphNode } from './graph-model.ts';
import { clientId, rowId } from './node-ids.ts';
import { CARD, shownRows } from './node-size.ts';

/** The graph as its picture has it: workloads are lines of the cards of their clients and backends. */
export interface CardGraph extends GraphModel {
  /** The cards that have a line for a workload, by the id of the workload. */
  readonly cardsOf: ReadonlyMap<string, readonly string[]>;
}

/** A line of a card. */
export interface PlacedRow {
  /** The id of its element. The second line of a workload in the picture has an id of its own. */
  readonly key: string;
  readonly node: GraphNode;
}

const NO_CARDS: CardGraph['cardsOf'] = new Map();
const known = new WeakMap<GraphModel, CardGraph>();

/**
 * Returns the graph with workloads as lines of cards: a sender in the client of its namespace, a receiver in
 * every backend that selects it, and the sender of the request also in its client. A workload without a card
 * remains a node.
 */
export function cardsIn(graph: GraphModel): CardGraph {
  let cards = known.get(graph);
  if (!cards) {
    cards = fold(graph);
    known.set(graph, cards);
  }
  return cards;
}

function fold(graph: GraphModel): CardGraph {
  if (!graph.nodes.some(({ kind }) => kind === 'workload')) return { ...graph, cardsOf: NO_CARDS };
  const workloads = new Map<string, GraphNode>();
  const cards = new Map<string, GraphNode>();
  for (const node of graph.nodes) (node.kind === 'workload' ? workloads : cards).set(node.id, node);
  const rows = new Map<string, GraphNode[]>();
  const cardsOf = new Map<string, string[]>();
  const add = (card: string, workload: GraphNode) => {
    const list = rows.get(card);
    if (!list) rows.set(card, [workload]);
    else if (list.includes(workload)) return;
    else list.push(workload);
    const homes = cardsOf.get(workload.id);
    if (homes) homes.push(card);
    else cardsOf.set(workload.id, [card]);
  };
  const edges = graph.edges.filter((edge) => {
    const row = edge.kind === 'selects' ? workloads.get(edge.to) : undefined;
    if (!row || !cards.has(edge.from)) return true;
    add(edge.from, row);
    return false;
  });
  for (const workload of workloads.values()) {
    const client = clientId(workload.namespace);
    if (workload.facts.part === 'sender' && cards.has(client)) add(client, workload);
  }
  for (const card of cards.values()) {
    const sender = card.kind === 'client' ? workloads.get(String(card.facts.sender)) : undefined;
    if (!sender) continue;
    add(card.id, sender);
    bringIntoView(rows.get(card.id) as GraphNode[], sender);
  }
  const nodes: GraphNode[] = [];
  for (const node of graph.nodes) {
    const list = rows.get(node.id);
    if (list) nodes.push({ ...node, rows: list });
    else if (!cardsOf.has(node.id)) nodes.push(node);
  }
  return { nodes, edges, cardsOf };
}

/** Moves a workload among the lines that a card shows. */
function bringIntoView(list: GraphNode[], row: GraphNode): void {
  const at = list.indexOf(row);
  if (at < CARD.maxRows || list.length <= CARD.maxRows) return;
  list.splice(at, 1);
  list.splice(CARD.maxRows - 1, 0, row);
}

/** Returns the lines of a card that the picture shows. */
export function rowsOn(card: GraphNode, { cardsOf }: CardGraph): readonly PlacedRow[] {
  return shownRows(card).map((node) => ({
    node,
    key: cardsOf.get(node.id)?.[0] === card.id ? node.id : rowId(card.id, node.id),
  }));
}

/** Returns the element that shows a node: its own, or the card that only counts it. Null when there is none. */
export function elementFor(id: string, graph: CardGraph, has: (id: string) => boolean): string | null {
  if (has(id)) return id;
  return graph.cardsOf.get(id)?.find(has) ?? null;
}
