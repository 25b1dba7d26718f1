import { ruleOrder } from '../ids/ids.ts';
import { columnOf } from './columns.ts';
import { compareText } from './drawing.ts';
import type { GraphNode } from './graph-model.ts';
import type { Link, Links } from './links.ts';
import { heightOf, isChip, ROW_GAP, stackHeight } from './node-size.ts';

/** A card of a lane with its top, relative to the top of the lane. */
interface LaneCard {
  readonly node: GraphNode;
  readonly top: number;
}

/**
 * A Service or a Gateway with its nodes: the frontend, producer routes and the backend. A missing
 * object has a lane, too. The stack of each column is in the middle of the lane.
 */
export interface Lane {
  readonly cards: readonly LaneCard[];
  readonly height: number;
  /** The bottom of the stack of each column, relative to the top of the lane. 0 for an empty column. */
  readonly bottoms: readonly number[];
}

/** The parts of a namespace, in the order that they have without barycentres. */
export interface NamespaceParts {
  /** Each block is a lane with the lanes that its routes forward to. */
  readonly blocks: readonly (readonly Lane[])[];
  /** Routes that belong to no lane: consumer routes, and routes of Gateways of other namespaces. */
  readonly routes: readonly GraphNode[];
  readonly clients: readonly GraphNode[];
  /** Grants, policies and workloads without a card. Chips are in no part. */
  readonly others: readonly GraphNode[];
}

interface LaneDraft {
  readonly label: string;
  readonly gateway: boolean;
  readonly columns: (GraphNode[] | undefined)[];
}

/** Returns the parts of a namespace with these nodes. */
export function partsOf(nodes: readonly GraphNode[], links: Links): NamespaceParts {
  const drafts = new Map<string, LaneDraft>();
  const laneOf = new Map<GraphNode, LaneDraft>();
  const loose: GraphNode[] = [];
  for (const node of nodes) {
    if (isChip(node)) continue;
    switch (node.kind) {
      case 'frontend':
      case 'gateway':
      case 'backend':
      case 'missing': {
        const gateway = node.kind === 'gateway';
        // A Gateway and a Service can have one name. A label has no slash.
        const key = gateway ? node.id : node.label;
        let draft = drafts.get(key);
        if (!draft) {
          draft = {
            label: node.label,
            gateway,
            columns: [undefined, undefined, undefined, undefined],
          };
          drafts.set(key, draft);
        }
        put(draft, columnOf(node), node);
        laneOf.set(node, draft);
        break;
      }
      case 'namespace':
      case 'client':
      case 'route':
      case 'workload':
      case 'grant':
      case 'other':
        loose.push(node);
        break;
      default:
        return node.kind satisfies never;
    }
  }
  const routes: GraphNode[] = [];
  const clients: GraphNode[] = [];
  const others: GraphNode[] = [];
  for (const node of loose) {
    const column = columnOf(node);
    if (node.kind === 'route') {
      if (!addToParent(node, links, laneOf)) routes.push(node);
    } else if (column === 0) clients.push(node);
    else others.push(node);
  }
  const blocks = blocksOf([...drafts.values()].sort(compareLanes), laneOf, links);
  return {
    blocks: blocks.map((block) => block.map(laneFrom)),
    routes,
    clients: clients.sort(clientsFirst),
    others,
  };
}

function laneFrom({ columns }: LaneDraft): Lane {
  let height = 0;
  for (const list of columns) if (list) height = Math.max(height, stackHeight(list));
  const cards: LaneCard[] = [];
  const bottoms = [0, 0, 0, 0];
  for (let column = 0; column < columns.length; column++) {
    const list = columns[column];
    if (!list) continue;
    let top = (height - stackHeight(list)) / 2;
    for (const node of list) {
      cards.push({ node, top });
      top += heightOf(node) + ROW_GAP;
    }
    bottoms[column] = top - ROW_GAP;
  }
  return { cards, height, bottoms };
}

function put({ columns }: LaneDraft, column: number, node: GraphNode): void {
  const list = columns[column];
  if (list) list.push(node);
  else columns[column] = [node];
}

/** Gateways are above Services. */
function compareLanes(a: LaneDraft, b: LaneDraft): number {
  return Number(b.gateway) - Number(a.gateway) || compareText(a.label, b.label);
}

function clientsFirst(a: GraphNode, b: GraphNode): number {
  return Number(b.kind === 'client') - Number(a.kind === 'client') || compareText(a.id, b.id);
}

/** Adds a route to the lane of its first parent in this namespace. Returns false if there is none. */
function addToParent(route: GraphNode, links: Links, laneOf: ReadonlyMap<GraphNode, LaneDraft>): boolean {
  for (const parent of links.parents.get(route) ?? []) {
    const lane = laneOf.get(parent);
    if (!lane) continue;
    put(lane, 2, route);
    return true;
  }
  return false;
}

/**
 * Returns lanes in blocks: each lane with the lanes that its routes forward to, in the order of the rules.
 * Chains start at lanes that no route forwards to. Cycles start at the first name.
 */
function blocksOf(
  lanes: readonly LaneDraft[],
  laneOf: ReadonlyMap<GraphNode, LaneDraft>,
  links: Links,
): readonly (readonly LaneDraft[])[] {
  const blocks: LaneDraft[][] = [];
  const seen = new Set<LaneDraft>();
  const targets = new Map<LaneDraft, readonly LaneDraft[]>();
  const targeted = new Set<LaneDraft>();
  for (const lane of lanes) {
    const others = targetsOf(lane, laneOf, links);
    if (others.length === 0) continue;
    targets.set(lane, others);
    for (const other of others) targeted.add(other);
  }
  if (targets.size === 0) return lanes.map((lane) => [lane]);
  const visit = (start: LaneDraft) => {
    if (seen.has(start)) return;
    const block: LaneDraft[] = [];
    blocks.push(block);
    const pending = [start];
    for (let lane = pending.pop(); lane !== undefined; lane = pending.pop()) {
      if (seen.has(lane)) continue;
      seen.add(lane);
      block.push(lane);
      const next = targets.get(lane) ?? [];
      for (let at = next.length - 1; at >= 0; at--) pending.push(next[at] as LaneDraft);
    }
  };
  for (const lane of lanes) if (!targeted.has(lane)) visit(lane);
  for (const lane of lanes) visit(lane);
  return blocks;
}

/** Returns the other lanes that the routes of a lane forward to, in the order of the rules. */
function targetsOf(
  lane: LaneDraft,
  laneOf: ReadonlyMap<GraphNode, LaneDraft>,
  links: Links,
): readonly LaneDraft[] {
  const found: LaneDraft[] = [];
  for (const route of lane.columns[2] ?? []) {
    const forwards: Link[] = [];
    for (const link of links.out.get(route) ?? []) {
      if (link.edge.kind !== 'forwards') continue;
      const other = laneOf.get(link.target);
      if (other !== undefined && other !== lane) forwards.push(link);
    }
    if (forwards.length > 1) forwards.sort(inOrderOfRules);
    for (const { target } of forwards) found.push(laneOf.get(target) as LaneDraft);
  }
  return found;
}

function inOrderOfRules({ edge: a }: Link, { edge: b }: Link): number {
  return ruleOrder(a.rule) - ruleOrder(b.rule) || (b.share ?? 0) - (a.share ?? 0) || compareText(a.to, b.to);
}
