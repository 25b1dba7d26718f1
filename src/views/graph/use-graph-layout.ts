import { useCallback, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import { type GraphLayout, layOut, type Room } from '../../core/graph/layout.ts';

/** The drawn part: everything, or the nodes around the request. Each has its own layout. */
export type Scope = 'all' | 'request';

interface Memory {
  graph: GraphModel | null;
  view: string;
  readonly layouts: Map<string, GraphLayout>;
  /** Counts the layouts that do not keep any visible place. */
  fresh: number;
}

/**
 * Returns the layout of a graph. Keeps the places of the previous layout with the same scope and direction.
 * The pane's size matters only for a new layout. `fresh` changes when no visible place could be kept and the
 * viewport should be placed again.
 */
export function useGraphLayout(
  graph: GraphModel,
  scope: Scope,
  room: Room,
): {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly tidy: () => void;
} {
  // A cache, not state: its content follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({ graph: null, view: '', layouts: new Map(), fresh: 0 }));
  const [, render] = useState(0);
  const view = `${scope} ${room.direction}`;
  const before = memory.layouts.get(view);
  let layout = before;
  if (memory.graph !== graph || memory.view !== view || layout === undefined) {
    layout = layOut(graph, before, room);
    if (memory.view !== view || !keepsPlaces(layout, before)) memory.fresh++;
    memory.graph = graph;
    memory.view = view;
    memory.layouts.set(view, layout);
  }
  const tidy = useCallback(() => {
    memory.layouts.delete(memory.view);
    render((count) => count + 1);
  }, [memory]);
  return { layout, fresh: memory.fresh, tidy };
}

/** Returns true when a layout is the earlier one with some changes. A layout in layers is always computed again. */
function keepsPlaces(layout: GraphLayout, before: GraphLayout | undefined): boolean {
  if (before === undefined) return false;
  if (layout.direction === 'right') return layout.columns === before.columns;
  let known = 0;
  for (const id of layout.boxes.keys()) if (before.boxes.has(id)) known++;
  return known * 2 >= layout.boxes.size;
}
