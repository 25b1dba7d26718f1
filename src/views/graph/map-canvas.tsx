import { type ReactFlowState, useStoreApi, ViewportPortal } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import type { MapLabel } from '../../core/graph/map-labels.ts';
import { drawMap, type MapRegion } from './map-drawing.ts';
import { paletteOf, useColourChanges } from './map-palette.ts';
import type { MapScene } from './map-scene.ts';

interface MapCanvasProps {
  readonly scene: MapScene;
  readonly layout: GraphLayout;
  /** Names on the canvas. Empty when cards are readable. */
  readonly labels: readonly MapLabel[];
  /** Lines that are elements, and not on the canvas. */
  readonly hidden: ReadonlySet<string>;
}

/** How much more than the pane is drawn, on each side, as a part of the pane. */
const PADDING = 0.4;
/** More pixels take too long to draw and too much memory. */
const MOST_PIXELS = 5_000_000;
/** Curves leave the frames by less than this, in units of the drawing. */
const CURVES = 80;
/** The names above the frames, in pixels on the screen. */
const NAMES = 20;
/** Zoomed by more than this factor, the picture is drawn again at once. */
const ZOOM_LIMIT = 1.5;
/** A zoomed picture is drawn sharply after this pause. */
const SETTLE_MS = 160;

/**
 * The whole graph without text on cards, as one picture below the elements of the graph. It moves and scales
 * with them, and is drawn again when its edge becomes visible or the zoom has changed.
 */
export const MapCanvas = memo(function MapCanvas({ scene, layout, labels, hidden }: MapCanvasProps) {
  const place = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const colours = useColourChanges();
  const latest = useRef({ scene, layout, labels, hidden });
  const redraw = useRef<() => void>(() => {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours need another palette
  useEffect(() => {
    const canvas = place.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const palette = paletteOf(canvas);
    let drawn: MapRegion | null = null;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      frame = 0;
      clearTimeout(timer);
      const parts = latest.current;
      drawn = regionOf(store.getState(), parts.layout);
      canvas.hidden = drawn === null;
      if (drawn === null) return;
      resize(canvas, drawn);
      drawMap(context, parts.scene, palette, drawn, parts.labels, parts.hidden);
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    redraw.current = soon;
    soon();
    const unsubscribe = store.subscribe((state, before) => {
      const same = state.transform === before.transform;
      if (same && state.width === before.width && state.height === before.height) return;
      if (!shows(drawn, state, latest.current.layout)) soon();
      else if (drawn !== null && drawn.zoom !== state.transform[2]) {
        clearTimeout(timer);
        timer = setTimeout(soon, SETTLE_MS);
      }
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [store, colours]);

  useEffect(() => {
    latest.current = { ...latest.current, scene, layout, hidden };
    redraw.current();
  }, [scene, layout, hidden]);
  useEffect(() => {
    // The zoom changes the names. The picture is drawn again when the zoom has settled.
    latest.current = { ...latest.current, labels };
  }, [labels]);

  return (
    <ViewportPortal>
      <div aria-hidden="true">
        <canvas ref={place} className="graph-map" />
      </div>
    </ViewportPortal>
  );
});

/** Returns the visible part of the drawing. */
export function visiblePart({ transform: [x, y, zoom], width, height }: ReactFlowState): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** Returns the common part of two boxes. Returns null when there is none. */
function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function boundsOf({ width, height }: GraphLayout, zoom: number): Box {
  const margin = CURVES + NAMES / zoom;
  return { x: -margin, y: -margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Returns true when a drawn region contains everything that is visible, at about its zoom. */
function shows(drawn: MapRegion | null, state: ReactFlowState, layout: GraphLayout): boolean {
  const needed = common(visiblePart(state), boundsOf(layout, state.transform[2]));
  if (needed === null) return true;
  if (drawn === null) return false;
  const ratio = state.transform[2] / drawn.zoom;
  return (
    ratio < ZOOM_LIMIT &&
    ratio > 1 / ZOOM_LIMIT &&
    // A pixel of tolerance: regions begin at whole pixels.
    needed.x * state.transform[2] >= drawn.x * state.transform[2] - 1 &&
    needed.y * state.transform[2] >= drawn.y * state.transform[2] - 1 &&
    (needed.x + needed.width - drawn.x - drawn.width) * state.transform[2] <= 1 &&
    (needed.y + needed.height - drawn.y - drawn.height) * state.transform[2] <= 1
  );
}

/**
 * Returns the region to draw: the visible part and some space around it, within the graph. It begins and ends
 * at whole pixels of the screen, so that the picture is sharp.
 */
function regionOf(state: ReactFlowState, layout: GraphLayout): MapRegion | null {
  const [left, top, zoom] = state.transform;
  const density = window.devicePixelRatio || 1;
  const seen = visiblePart(state);
  const pixels = (width: number, height: number) => width * height * (zoom * density) ** 2;
  const bounds = boundsOf(layout, zoom);
  let region: Box | null = null;
  for (const padding of [PADDING, PADDING / 2, 0]) {
    const [wide, high] = [seen.width * padding, seen.height * padding];
    region = common(
      { x: seen.x - wide, y: seen.y - high, width: seen.width + 2 * wide, height: seen.height + 2 * high },
      bounds,
    );
    if (region === null || pixels(region.width, region.height) <= MOST_PIXELS) break;
  }
  if (region === null) return null;
  const snap = (value: number, offset: number) => (Math.floor(value * zoom + offset) - offset) / zoom;
  const [x, y] = [snap(region.x, left), snap(region.y, top)];
  const width = Math.ceil((region.x + region.width - x) * zoom) / zoom;
  const height = Math.ceil((region.y + region.height - y) * zoom) / zoom;
  return { x, y, width, height, zoom, density };
}

function resize(canvas: HTMLCanvasElement, { x, y, width, height, zoom, density }: MapRegion): void {
  canvas.width = Math.max(1, Math.round(width * zoom * density));
  canvas.height = Math.max(1, Math.round(height * zoom * density));
  Object.assign(canvas.style, {
    left: `${x}px`,
    top: `${y}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
}
