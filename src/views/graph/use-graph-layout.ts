import { useCallback, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import { type GraphLayout, layOut } from '../../core/graph/layout.ts';

/** What is drawn: everything, or what concerns the request. Each has places of its own. */
export type Scope = 'all' | 'request';

interface Memory {
  graph: GraphModel | null;
  scope: Scope;
  readonly layouts: Map<Scope, GraphLayout>;
  /** Counts layouts that owe nothing to what was in view before. */
  fresh: number;
}

/**
 * The layout of a graph, taking over the places of the one before of its scope; `fresh` changes when nothing in view
 * could be taken over and the view should show the whole again.
 */
export function useGraphLayout(
  graph: GraphModel,
  scope: Scope,
): {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly tidy: () => void;
} {
  // A cache, not state: what is in it follows from the graphs that were shown.
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
