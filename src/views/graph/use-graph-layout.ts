import { useCallback, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import { type GraphLayout, layOut } from '../../core/graph/layout.ts';

/** The drawn part: everything, or the nodes around the request. Each has its own layout. */
export type Scope = 'all' | 'request';

interface Memory {
  graph: GraphModel | null;
  scope: Scope;
  readonly layouts: Map<Scope, GraphLayout>;
  /** Counts the layouts that do not keep any visible place. */
  fresh: number;
}

/**
 * Returns the layout of a graph. Keeps the places of the previous layout with the same scope. `fresh` changes
 * when no visible place could be kept and the view should show the whole graph again.
 */
export function useGraphLayout(
  graph: GraphModel,
  scope: Scope,
): {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly tidy: () => void;
} {
  // A cache, not state: its content follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({ graph: null, scope, layouts: new Map(), fresh: 0 }));
  const [, render] = useState(0);
  const before = memory.layouts.get(scope);
  let layout = before;
  if (memory.graph !== graph || layout === undefined) {
    layout = layOut(graph, before);
    if (memory.scope !== scope || layout.columns !== before?.columns) memory.fresh++;
    memory.graph = graph;
    memory.scope = scope;
    memory.layouts.set(scope, layout);
  }
  const tidy = useCallback(() => {
    memory.layouts.delete(memory.scope);
    render((count) => count + 1);
  }, [memory]);
  return { layout, fresh: memory.fresh, tidy };
}
