import { getViewportForBounds, useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';

export const ZOOM = { least: 0.04, most: 2, fitMost: 1.15 } as const;
/** The top has space for the name of a namespace, which is above its frame at a small zoom. */
const PADDING = { x: '3%', top: '24px', bottom: '3%' } as const;
const MOVE_MS = 260;
/** From this zoom on all text of a card is readable. */
const READABLE = 0.75;

function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS;
}

/**
 * Moves the viewport. Shows the whole graph when the graph is replaced, or when the pane changes its size and
 * the user has not moved the viewport. Otherwise the viewport remains in its place.
 */
export function useViewport(pane: RefObject<HTMLDivElement | null>, layout: GraphLayout, fresh: number) {
  const { setViewport, setCenter, getViewport } = useReactFlow();
  const moved = useRef(false);
  const latest = useRef(layout);
  latest.current = layout;

  const show = useCallback(
    (boxes: Iterable<Box>, animate: boolean) => {
      const bounds = boundsOf(boxes);
      const { clientWidth, clientHeight } = pane.current ?? { clientWidth: 0, clientHeight: 0 };
      if (bounds === null || clientWidth === 0 || clientHeight === 0) return;
      const viewport = getViewportForBounds(
        bounds,
        clientWidth,
        clientHeight,
        ZOOM.least,
        ZOOM.fitMost,
        PADDING,
      );
      void setViewport(viewport, { duration: animate ? moveTime() : 0 });
    },
    [pane, setViewport],
  );
  const showAll = useCallback(
    (animate = true) => {
      moved.current = false;
      show(latest.current.boxes.values(), animate);
    },
    [show],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another graph is what the effect waits for
  useEffect(() => showAll(false), [showAll, fresh]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (!moved.current) showAll(false);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane, showAll]);

  /** Moves a box into view, large enough to read if required. Does nothing if the box is already visible. */
  const bring = useCallback(
    (box: Box, near = false) => {
      const element = pane.current;
      if (!element) return;
      const { x, y, zoom } = getViewport();
      const [left, top] = [box.x * zoom + x, box.y * zoom + y];
      const inside =
        left >= 0 &&
        top >= 0 &&
        left + box.width * zoom <= element.clientWidth &&
        top + box.height * zoom <= element.clientHeight;
      if (inside && (!near || zoom > 0.4)) return;
      moved.current = true;
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: near ? Math.max(zoom, READABLE) : zoom,
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

function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
