import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { meets } from './map-scene.ts';

/** The nodes and edges of a large graph that are elements with text. The rest is a picture. */
export interface MountedPart {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Nodes outside the visible part that an edge leads to. They need no text. */
  readonly ends: ReadonlySet<string>;
  /** False while elements are still added. */
  readonly complete: boolean;
}

export const NOTHING: MountedPart = { nodes: new Set(), edges: new Set(), ends: new Set(), complete: true };

/** How much more than the pane has elements, on each side, as a part of the pane. */
const PADDING = 0.25;
/** New elements of one frame. More would take too long to add. */
const STEP = { nodes: 24, edges: 60 } as const;

export function padded({ x, y, width, height }: Box): Box {
  const [wide, high] = [width * PADDING, height * PADDING];
  return { x: x - wide, y: y - high, width: width + 2 * wide, height: height + 2 * high };
}

/** Returns what is in a region, the nearest to its middle first. */
export function partIn(graph: GraphModel, layout: GraphLayout, region: Box): MountedPart {
  const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  const found: { readonly id: string; readonly distance: number }[] = [];
  for (const { id } of graph.nodes) {
    const box = layout.boxes.get(id);
    if (!box || !meets(box, region)) continue;
    const distance = Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
    found.push({ id, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  const nodes = new Set(found.map(({ id }) => id));
  const edges = new Set<string>();
  const ends = new Set<string>();
  for (const { id, from, to } of graph.edges) {
    const [starts, stops] = [nodes.has(from), nodes.has(to)];
    if (!starts && !stops) continue;
    edges.add(id);
    if (!starts) ends.add(from);
    if (!stops) ends.add(to);
  }
  return { nodes, edges, ends, complete: true };
}

/**
 * Returns the part after one more step towards a goal: what is no longer in the goal is left out, and some of what is new is
 * added. Returns the goal itself at the end.
 */
export function towards(goal: MountedPart, before: MountedPart): MountedPart {
  const nodes = grow(goal.nodes, before.nodes, STEP.nodes);
  const all = nodes.size === goal.nodes.size;
  // The ends of edges that remain stay, too.
  const edges = grow(goal.edges, before.edges, all ? STEP.edges : 0);
  if (all && edges.size === goal.edges.size) return goal;
  return { nodes, edges, ends: goal.ends, complete: false };
}

function grow(goal: ReadonlySet<string>, before: ReadonlySet<string>, most: number): ReadonlySet<string> {
  const next = new Set<string>();
  let fresh = 0;
  for (const id of goal) {
    if (before.has(id)) next.add(id);
    else if (fresh < most) {
      next.add(id);
      fresh++;
    }
  }
  return next;
}
