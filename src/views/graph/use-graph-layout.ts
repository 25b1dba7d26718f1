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
  /** Counts the layouts of the same graph for a pane of another size. */
  refit: number;
  width: number;
}

/** Larger graphs keep their layout in a pane of another size. */
const SMALL = 80;
/** Panes whose widths differ by less than this have one layout. */
const WIDTH_STEP = 24;

/**
 * Returns the layout of a graph. Keeps the places of the previous layout with the same scope and direction.
 * A small graph has a new layout in a pane of another width. `fresh` changes when no visible place could be
 * kept and the viewport should be placed again, `refit` when it should, unless the user has moved it.
 */
export function useGraphLayout(
  graph: GraphModel,
  scope: Scope,
  room: Room,
): {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly refit: number;
  readonly tidy: () => void;
} {
  // A cache, not state: its content follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({
    graph: null,
    view: '',
    layouts: new Map(),
    fresh: 0,
    refit: 0,
    width: 0,
  }));
  const [, render] = useState(0);
  const view = `${scope} ${room.direction}`;
  const width = Math.floor(room.width / WIDTH_STEP);
  if (width !== memory.width) {
    memory.width = width;
    if (graph.nodes.length <= SMALL && memory.layouts.size > 0) {
      memory.refit++;
      for (const key of [...memory.layouts.keys()]) if (key !== view) memory.layouts.delete(key);
      if (memory.layouts.has(view)) memory.layouts.set(view, layOut(graph, null, room));
    }
  }
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
  return { layout, fresh: memory.fresh, refit: memory.refit, tidy };
}

/** Returns true when a layout is the earlier one with some changes. A layout in layers is always computed again. */
function keepsPlaces(layout: GraphLayout, before: GraphLayout | undefined): boolean {
  if (before === undefined) return false;
  if (layout.direction === 'right') return layout.columns === before.columns;
  let known = 0;
  for (const id of layout.boxes.keys()) if (before.boxes.has(id)) known++;
  return known * 2 >= layout.boxes.size;
}
