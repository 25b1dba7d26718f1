import type { ReactFlowState } from '@xyflow/react';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';

/** The part of the drawing that a canvas shows. */
export interface MapRegion extends Box {
  /** Pixels on the screen for one unit of the drawing. */
  readonly zoom: number;
  /** Pixels of the canvas for one pixel on the screen. */
  readonly density: number;
}

/** The pane and its viewport. */
export type Viewed = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;
type Size = Pick<GraphLayout, 'width' | 'height'>;

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
/** Returns the visible part of the drawing. */
export function visiblePart({ transform: [x, y, zoom], width, height }: Viewed): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** Returns the common part of two boxes. Returns null when there is none. */
function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function boundsOf({ width, height }: Size, zoom: number): Box {
  const margin = CURVES + NAMES / zoom;
  return { x: -margin, y: -margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Returns true when a drawn region contains everything that is visible, at about its zoom. */
export function shows(drawn: MapRegion | null, state: Viewed, layout: Size): boolean {
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

/** Returns true when the pixels of a drawn region are pixels of the screen: at its zoom, at whole pixels. */
export function isSharp({ x, y, zoom, density }: MapRegion, { transform }: Viewed): boolean {
  const [left, top, now] = transform;
  return zoom === now && isWhole((x * zoom + left) * density) && isWhole((y * zoom + top) * density);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 0.02;
}

/**
 * Returns the region to draw: the visible part and some space around it, within the graph. It begins and ends
 * at whole pixels of the screen, so that the picture is sharp.
 */
export function regionOf(state: Viewed, layout: Size, density: number): MapRegion | null {
  const [left, top, zoom] = state.transform;
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
  const scale = zoom * density;
  const snap = (value: number, offset: number) =>
    Math.floor((value * zoom + offset) * density) / scale - offset / zoom;
  const [x, y] = [snap(region.x, left), snap(region.y, top)];
  const width = Math.ceil((region.x + region.width - x) * scale) / scale;
  const height = Math.ceil((region.y + region.height - y) * scale) / scale;
  return { x, y, width, height, zoom, density };
}
