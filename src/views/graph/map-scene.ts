import { cardsIn } from '../../core/graph/card-rows.ts';
import type { EdgeShape } from '../../core/graph/edge-shape.ts';
import type { GraphEdge, GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import type { Point } from '../../core/graph/line-path.ts';

/** How the request and the selection highlight the graph. */
export interface Highlights {
  readonly way: TraceWay | null;
  /** The way of the request that is compared with this one. */
  readonly secondWay: TraceWay | null;
  readonly selected: string | null;
  /** True when only the editor's cursor selects the node. */
  readonly pointed: boolean;
  /** Ids in the focus. Null means everything. */
  readonly focus: ReadonlySet<string> | null;
}

/** The colour of a card or a line: its role, or a broken reference. */
export type Tone = 'plain' | 'producer' | 'consumer' | 'gateway' | 'written' | 'bad';

/** Dashes of a line: the lengths of strokes and gaps, in pixels on the screen. */
export type Dash = 'solid' | 'dotted' | 'mirrors' | 'fine' | 'broken';

interface SceneCard {
  readonly id: string;
  readonly box: Box;
  readonly tone: Tone;
  /** Radii of the left and the right corners. */
  readonly radii: readonly [left: number, right: number];
  /** The colour of the badge. Null without a badge. */
  readonly badge: 'error' | 'warning' | null;
}

export interface SceneLine {
  readonly id: string;
  /** SVG path data. */
  readonly path: string;
  /** The space that the line can take. */
  readonly box: Box;
  readonly tone: Tone;
  readonly dash: Dash;
  readonly weight: 'thin' | 'usual' | 'strong';
  readonly faded: boolean;
}

/** The graph without text, in the form that a canvas draws: frames, then lines, then cards. */
export interface MapScene {
  readonly frames: readonly Box[];
  readonly lines: readonly SceneLine[];
  readonly cards: readonly SceneCard[];
}

/** Returns the scene of a graph. Lines of the request's way are not in it, because elements draw them. */
export function sceneOf(
  graph: GraphModel,
  layout: GraphLayout,
  shapes: ReadonlyMap<string, EdgeShape>,
  { way, secondWay, selected, pointed, focus }: Highlights,
): MapScene {
  const frames: Box[] = [];
  const cards: SceneCard[] = [];
  for (const node of cardsIn(graph).nodes) {
    const box = layout.boxes.get(node.id);
    if (!box) continue;
    if (isFrame(node)) frames.push(box);
    else cards.push({ id: node.id, box, tone: cardTone(node), radii: radiiOf(node), badge: badgeOf(node) });
  }
  const taken = new Set([...(way?.edges ?? []), ...(secondWay?.edges ?? [])]);
  const traced = (way?.nodes.length ?? 0) + taken.size > 1;
  const lines: SceneLine[] = [];
  for (const edge of graph.edges) {
    const shape = shapes.get(edge.id);
    if (!shape || taken.has(edge.id)) continue;
    const touching = !pointed && selected !== null && (edge.from === selected || edge.to === selected);
    lines.push({
      id: edge.id,
      path: shape.path,
      box: lineBox(shape.corners),
      tone: lineTone(edge),
      dash: dashOf(edge),
      weight: touching ? 'strong' : edge.kind === 'dials' || edge.kind === 'original' ? 'thin' : 'usual',
      faded: !touching && (focus !== null ? !focus.has(edge.id) : traced),
    });
  }
  return { frames, lines, cards };
}

/** Returns true for a namespace that is drawn as a frame, not as one node. */
export function isFrame(node: GraphNode): boolean {
  return node.kind === 'namespace' && node.facts.collapsed === undefined;
}

function cardTone(node: GraphNode): Tone {
  if (node.kind === 'missing') return 'bad';
  return node.roles.at(-1) ?? 'plain';
}

function badgeOf({ findings }: GraphNode): SceneCard['badge'] {
  const worst = findings[0]?.severity;
  return worst === 'error' || worst === 'warning' ? worst : null;
}

/** Corners as in the style sheet of the cards. */
function radiiOf({ kind }: GraphNode): SceneCard['radii'] {
  switch (kind) {
    case 'frontend':
    case 'gateway':
      return [20, 8];
    case 'namespace':
      return [14, 14];
    case 'client':
    case 'backend':
    case 'route':
    case 'workload':
    case 'grant':
    case 'other':
    case 'missing':
      return [8, 8];
    default:
      return kind satisfies never;
  }
}

function lineBox(corners: readonly Point[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of corners) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2 };
}

/** Only broken references have a colour: roles are shown by cards. */
function lineTone(edge: GraphEdge): Tone {
  return edge.broken === null ? 'plain' : 'bad';
}

function dashOf(edge: GraphEdge): Dash {
  if (edge.broken !== null) return 'broken';
  switch (edge.kind) {
    case 'original':
      return 'dotted';
    case 'mirrors':
      return 'mirrors';
    case 'grants':
    case 'applies':
      return 'fine';
    case 'dials':
    case 'attached':
    case 'forwards':
    case 'selects':
      return 'solid';
    default:
      return edge.kind satisfies never;
  }
}

/** Returns true when two boxes have a point in common. */
export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Returns the node at a point of the drawing: a workload, a card, or the frame of a namespace. Returns null for the
 * background.
 */
export function nodeAt(graph: GraphModel, layout: GraphLayout, x: number, y: number): GraphNode | null {
  let found: GraphNode | null = null;
  for (const node of graph.nodes) {
    const box = layout.boxes.get(node.id);
    if (!box || x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height) continue;
    // A workload is on its card, and a card is on its frame.
    if (node.kind === 'workload') return node;
    if (found === null || isFrame(found)) found = node;
  }
  return found;
}
