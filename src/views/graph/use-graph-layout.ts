import { useCallback, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import { type GraphLayout, layOut } from '../../core/graph/layout.ts';

interface Memory {
  graph: GraphModel | null;
  layout: GraphLayout | null;
  /** Counts layouts that owe nothing to the one before. */
  fresh: number;
}

/**
 * The layout of a graph, taking over the places of the one before; `fresh` changes when nothing could be taken over
 * and the view should show the whole again.
 */
export function useGraphLayout(graph: GraphModel): {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly tidy: () => void;
} {
  // A cache, not state: what is in it follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({ graph: null, layout: null, fresh: 0 }));
  const [, render] = useState(0);
  if (memory.graph !== graph || memory.layout === null) {
    const layout = layOut(graph, memory.layout);
    if (layout.columns !== memory.layout?.columns) memory.fresh++;
    memory.graph = graph;
    memory.layout = layout;
  }
  const tidy = useCallback(() => {
    memory.layout = null;
    render((count) => count + 1);
  }, [memory]);
  return { layout: memory.layout, fresh: memory.fresh, tidy };
}
