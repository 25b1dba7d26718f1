import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { visiblePart } from './map-canvas.tsx';
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

const NOTHING: MountedPart = { nodes: new Set(), edges: new Set(), ends: new Set(), complete: true };

/** How much more than the pane has elements, on each side, as a part of the pane. */
const PADDING = 0.25;
/** New elements of one frame. More would take too long to add. */
const STEP = { nodes: 24, edges: 60 } as const;

/**
 * Returns the part of a large graph that is near enough to read: nodes in the pane and a little around it,
 * and edges with an end there. After a move, new elements come in steps, one step in each frame, so that no
 * task is long. Returns nothing below the zoom `least`, and without a graph.
 */
export function useMountedPart(graph: GraphModel | null, layout: GraphLayout, least: number): MountedPart {
  const store = useStoreApi();
  const [part, setPart] = useState(NOTHING);
  const latest = useRef(NOTHING);
  useEffect(() => {
    let region: Box | null = null;
    let frame = 0;
    const show = (next: MountedPart) => {
      latest.current = next;
      setPart(next);
    };
    const step = (goal: MountedPart) => {
      const next = towards(goal, latest.current);
      show(next);
      if (next !== goal) frame = requestAnimationFrame(() => step(goal));
    };
    const look = (state: ReactFlowState) => {
      if (graph === null || state.transform[2] < least || state.width === 0) {
        cancelAnimationFrame(frame);
        region = null;
        if (latest.current !== NOTHING) show(NOTHING);
        return;
      }
      const seen = visiblePart(state);
      if (region !== null && contains(region, seen)) return;
      region = padded(seen);
      cancelAnimationFrame(frame);
      const goal = partIn(graph, layout, region);
      frame = requestAnimationFrame(() => step(goal));
    };
    look(store.getState());
    const unsubscribe = store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width) look(state);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [graph, layout, least, store]);
  return part;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function padded({ x, y, width, height }: Box): Box {
  const [wide, high] = [width * PADDING, height * PADDING];
  return { x: x - wide, y: y - high, width: width + 2 * wide, height: height + 2 * high };
}

/** Returns what is in a region, the nearest to its middle first. */
function partIn(graph: GraphModel, layout: GraphLayout, region: Box): MountedPart {
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
