import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { type Viewed, visiblePart } from './map-region.ts';
import { type MountedPart, NOTHING, padded, partIn, towards } from './mounted-part.ts';

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
    const look = (state: Viewed) => {
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
      const resized = state.width !== before.width || state.height !== before.height;
      if (resized || state.transform !== before.transform) look(state);
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
