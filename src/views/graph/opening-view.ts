import type { Box, GraphLayout, Room } from '../../core/graph/layout.ts';
import { SMALLEST_TEXT } from '../../core/graph/node-size.ts';

/** The pane in pixels. */
export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** The position and the zoom of the drawing in its pane. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** On opening, no text is smaller than this, in pixels on the screen. */
const LEAST_TEXT = 11;
const READABLE = Math.ceil((LEAST_TEXT / SMALLEST_TEXT) * 1000) / 1000;
const LARGEST = 1.25;
/** Space between the drawing and the border of the pane, in pixels. */
const MARGIN = 8;
/** Panes that are narrower than this, and not much wider than high, show layers below each other. */
const NARROW = 580;
const LEAST_RATIO = 0.6;
/** On a phone the way of the request may be as small as this, so that all of it is visible. */
const LEAST_ON_PHONE = 7.5 / SMALLEST_TEXT;

/** Returns the space in which the layout should fit, and the direction of requests. */
export function roomOf({ width, height }: PaneSize): Room {
  return {
    width: Math.max(1, width - 2 * MARGIN) / READABLE,
    height: Math.max(1, height - 2 * MARGIN) / READABLE,
    direction: width < NARROW && height > LEAST_RATIO * width ? 'down' : 'right',
  };
}

/** Returns true when boxes fit into the pane at a zoom where all text is readable. */
export function fitsReadably(boxes: Iterable<Box>, pane: PaneSize): boolean {
  const bounds = boundsOf(boxes);
  return bounds === null || zoomFor(bounds, pane) >= READABLE;
}

/** Returns the view of some boxes: all of them, in the middle of the pane. */
export function viewOf(boxes: Iterable<Box>, pane: PaneSize, least: number, most = LARGEST): View | null {
  const bounds = boundsOf(boxes);
  if (bounds === null) return null;
  const zoom = Math.min(most, Math.max(least, zoomFor(bounds, pane)));
  return centred(bounds, bounds, pane, zoom);
}

/**
 * Returns the view on opening: the whole graph if all its text is readable then. Otherwise the way of the
 * request at the smallest readable zoom, with as much around it as fits. In a narrow pane the zoom is smaller if the
 * way needs it.
 */
export function openingView(layout: GraphLayout, way: Iterable<Box>, pane: PaneSize): View | null {
  const whole = boundsOf(layout.boxes.values());
  if (whole === null) return null;
  const zoom = Math.min(LARGEST, zoomFor(whole, pane));
  if (zoom >= READABLE) return centred(whole, whole, pane, zoom);
  const box = boundsOf(way) ?? whole;
  const least = pane.width < NARROW ? LEAST_ON_PHONE : READABLE;
  return centred(box, whole, pane, Math.min(READABLE, Math.max(least, zoomFor(box, pane))));
}

function zoomFor({ width, height }: Box, pane: PaneSize): number {
  return Math.min((pane.width - 2 * MARGIN) / width, (pane.height - 2 * MARGIN) / height);
}

/** Returns the view with a box in the middle, and without unused space next to the whole graph. */
function centred(box: Box, whole: Box, pane: PaneSize, zoom: number): View {
  const along = (start: number, size: number, first: number, length: number, room: number) => {
    const middle = room / 2 - (start + size / 2) * zoom;
    if (length * zoom + 2 * MARGIN <= room) return room / 2 - (first + length / 2) * zoom;
    // The start of what is too large is more important than its end.
    const wished = size * zoom + 2 * MARGIN > room ? MARGIN - start * zoom : middle;
    return Math.min(MARGIN - first * zoom, Math.max(room - MARGIN - (first + length) * zoom, wished));
  };
  return {
    x: along(box.x, box.width, whole.x, whole.width, pane.width),
    y: along(box.y, box.height, whole.y, whole.height, pane.height),
    zoom,
  };
}

/** Returns the smallest box around some boxes. Returns null for none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
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
