import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { openingView, type PaneSize, viewOf } from './opening-view.ts';

export const ZOOM = { least: 0.04, most: 2 } as const;
const MOVE_MS = 260;
/** From this zoom on all text of a card is readable. */
const READABLE = 0.92;

function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS;
}

/**
 * Moves the viewport. Places it when the graph is replaced, when the pane changes its size, and when the way
 * of the request is not visible. After a move of the user it remains in its place until the graph is replaced.
 */
export function useViewport(
  pane: RefObject<HTMLDivElement | null>,
  layout: GraphLayout,
  { fresh, refit }: { readonly fresh: number; readonly refit: number },
  way: readonly string[],
) {
  const { setViewport, setCenter, getViewport } = useReactFlow();
  const moved = useRef(false);
  const latest = useRef({ layout, way });
  latest.current = { layout, way };

  const show = useCallback(
    (boxes: Iterable<Box>, animate: boolean) => {
      const size = sizeOf(pane.current);
      const view = size && viewOf(boxes, size, ZOOM.least);
      if (view) void setViewport(view, { duration: animate ? moveTime() : 0 });
    },
    [pane, setViewport],
  );
  const showAll = useCallback(
    (animate = true) => {
      moved.current = true;
      show(latest.current.layout.boxes.values(), animate);
    },
    [show],
  );
  const place = useCallback(
    (animate: boolean) => {
      const size = sizeOf(pane.current);
      const { layout: drawn, way: passed } = latest.current;
      const view = size && openingView(drawn, boxesOf(passed, drawn), size);
      if (view) void setViewport(view, { duration: animate ? moveTime() : 0 });
    },
    [pane, setViewport],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another graph is what the effect waits for
  useLayoutEffect(() => {
    moved.current = false;
    place(false);
  }, [place, fresh]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is what the effect waits for
  useLayoutEffect(() => {
    if (!moved.current) place(false);
  }, [place, refit]);

  const passed = way.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is what the effect waits for
  useEffect(() => {
    const size = sizeOf(pane.current);
    if (moved.current || !size) return;
    const { layout: drawn, way: ids } = latest.current;
    const view = getViewport();
    if (!boxesOf(ids, drawn).every((box) => isInside(box, view, size))) place(true);
  }, [passed, place, pane, getViewport]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (!moved.current) place(false);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane, place]);

  /** Moves a box into view, large enough to read if required. Does nothing if the box is already visible. */
  const bring = useCallback(
    (box: Box, near = false) => {
      const size = sizeOf(pane.current);
      if (!size) return;
      const view = getViewport();
      if (isInside(box, view, size) && (!near || view.zoom > 0.4)) return;
      moved.current = true;
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: near ? Math.max(view.zoom, READABLE) : view.zoom,
        duration: moveTime(),
      });
    },
    [pane, getViewport, setCenter],
  );
  const onUserMove = useCallback(() => {
    moved.current = true;
  }, []);
  return { showAll, show, bring, onUserMove };
}

function sizeOf(element: HTMLElement | null): PaneSize | null {
  if (!element || element.clientWidth === 0 || element.clientHeight === 0) return null;
  return { width: element.clientWidth, height: element.clientHeight };
}

function boxesOf(ids: readonly string[], { boxes }: GraphLayout): readonly Box[] {
  return ids.flatMap((id) => boxes.get(id) ?? []);
}

function isInside(
  box: Box,
  { x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number },
  { width, height }: PaneSize,
): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
}
