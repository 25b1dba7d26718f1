import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { fitsReadably, openingView, type PaneSize, type Scale, type View, viewOf } from './opening-view.ts';

export const ZOOM = { least: 0.04, most: 2 } as const;
const MOVE_MS = 260;
/** From this zoom on all text of a card is readable. */
const READABLE = 0.92;

function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS;
}

/** What the view shows: the opening view, the whole graph, or some nodes. */
type Fit =
  | { readonly kind: 'opening' }
  | { readonly kind: 'all' }
  | { readonly kind: 'nodes'; readonly ids: readonly string[] };

const OPENING: Fit = { kind: 'opening' };

/** What the viewport depends on. */
interface ViewportSetting {
  readonly layout: GraphLayout;
  readonly fresh: number;
  readonly refit: number;
  /** The nodes of the ways of the request and of the compared one. */
  readonly way: readonly string[];
  readonly scale: Scale;
  /** The step of the lesson and the presentation. */
  readonly moment: string;
  /** True after the user has moved the view. */
  readonly held: { current: boolean };
}

/**
 * Moves the viewport. Places it when the graph is replaced, when a lesson or presentation goes on, when the pane
 * changes its size, and when the way of the request is not visible. After a move of the user it remains in its
 * place until the graph is replaced, or a lesson or presentation goes on.
 */
export function useViewport(pane: RefObject<HTMLDivElement | null>, setting: ViewportSetting) {
  const { layout, fresh, refit, way, scale, moment, held } = setting;
  const { setViewport, setCenter, getViewport } = useReactFlow();
  const fit = useRef<Fit>(OPENING);
  const latest = useRef({ layout, way, scale });
  latest.current = { layout, way, scale };

  const place = useCallback(
    (animate: boolean) => {
      const size = sizeOf(pane.current);
      const view = size && viewFor(fit.current, latest.current, size);
      if (view) void setViewport(view, { duration: animate ? moveTime() : 0 });
    },
    [pane, setViewport],
  );
  const show = useCallback(
    (next: Fit, animate: boolean) => {
      held.current = false;
      fit.current = next;
      place(animate);
    },
    [place, held],
  );
  const showAll = useCallback((animate = true) => show({ kind: 'all' }, animate), [show]);
  /** Shows some nodes. Null shows the opening view again, unless the user has moved the view. */
  const showNodes = useCallback(
    (ids: readonly string[] | null) => {
      if (ids !== null) show({ kind: 'nodes', ids }, true);
      else if (!held.current && fit.current.kind === 'nodes') show(OPENING, true);
    },
    [show, held],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another graph or moment is what the effect waits for
  useLayoutEffect(() => show(OPENING, false), [show, fresh, moment]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is what the effect waits for
  useLayoutEffect(() => {
    if (!held.current) place(false);
  }, [place, held, refit]);

  const passed = way.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way or layout is what the effect waits for
  useEffect(() => {
    const size = sizeOf(pane.current);
    if (held.current || !size) return;
    const { layout: drawn, way: ids } = latest.current;
    const view = getViewport();
    if (!boxesOf(ids, drawn).every((box) => isInside(box, view, size))) show(OPENING, true);
  }, [passed, layout, show, pane, held, getViewport]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (!held.current) place(false);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane, place, held]);

  /** Moves a box into view, large enough to read if required. Does nothing if the box is already visible. */
  const bring = useCallback(
    (box: Box, near = false) => {
      const size = sizeOf(pane.current);
      if (!size) return;
      const view = getViewport();
      if (isInside(box, view, size) && (!near || view.zoom > 0.4)) return;
      // A view that follows the editor's cursor is not a move of the user.
      if (near) held.current = true;
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: near ? Math.max(view.zoom, READABLE) : view.zoom,
        duration: moveTime(),
      });
    },
    [pane, getViewport, setCenter, held],
  );
  const onUserMove = useCallback(() => {
    held.current = true;
  }, [held]);
  return { showAll, showNodes, bring, onUserMove };
}

interface Drawn {
  readonly layout: GraphLayout;
  readonly way: readonly string[];
  readonly scale: Scale;
}

function viewFor(fit: Fit, { layout, way, scale }: Drawn, size: PaneSize): View | null {
  const all = layout.boxes.values();
  switch (fit.kind) {
    case 'opening':
      return openingView(layout, boxesOf(way, layout), size, scale);
    case 'all':
      return viewOf(all, size, ZOOM.least, scale.most);
    case 'nodes':
      // A graph that is readable as a whole has no need to be cut.
      return fitsReadably(all, size, scale)
        ? openingView(layout, [], size, scale)
        : viewOf(boxesOf(fit.ids, layout), size, ZOOM.least, scale.most);
    default:
      return fit satisfies never;
  }
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
