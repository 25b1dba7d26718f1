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

/** The limits of the zoom on opening. */
export interface Scale {
  /** No text is smaller than this, in pixels on the screen. */
  readonly text: number;
  /** The largest zoom. */
  readonly most: number;
}

/** The limits for one reader, and for an audience. */
export const SCALES = {
  usual: { text: 11, most: 1.25 },
  presented: { text: 13, most: 1.6 },
} as const satisfies Readonly<Record<string, Scale>>;

/** Returns the smallest zoom at which all text is readable. */
function readable({ text }: Scale): number {
  return Math.ceil((text / SMALLEST_TEXT) * 1000) / 1000;
}

/** Space between the drawing and the border of the pane, in pixels. */
const MARGIN = 8;
/** Panes that are narrower than this, and not much wider than high, show layers below each other. */
const NARROW = 580;
const LEAST_RATIO = 0.6;
/** The way of the request may be as small as this, if all of it is visible then. */
const LEAST_FOR_WAY = 7.5 / SMALLEST_TEXT;

/** Returns the space in which the layout should fit, and the direction of requests. */
export function roomOf({ width, height }: PaneSize, scale: Scale = SCALES.usual): Room {
  const zoom = readable(scale);
  return {
    width: Math.max(1, width - 2 * MARGIN) / zoom,
    height: Math.max(1, height - 2 * MARGIN) / zoom,
    direction: width < NARROW && height > LEAST_RATIO * width ? 'down' : 'right',
  };
}

/** Returns true when boxes fit into the pane at a zoom where all text is readable. */
export function fitsReadably(boxes: Iterable<Box>, pane: PaneSize, scale: Scale = SCALES.usual): boolean {
  const bounds = boundsOf(boxes);
  return bounds === null || zoomFor(bounds, pane) >= readable(scale);
}

/** Returns the view of some boxes: all of them, in the middle of the pane. */
export function viewOf(
  boxes: Iterable<Box>,
  pane: PaneSize,
  least: number,
  most: number = SCALES.usual.most,
): View | null {
  const bounds = boundsOf(boxes);
  if (bounds === null) return null;
  const zoom = Math.min(most, Math.max(least, zoomFor(bounds, pane)));
  return centred(bounds, bounds, pane, zoom);
}

/**
 * Returns the view on opening: the whole graph if all its text is readable then. Otherwise the way of the
 * request, with as much around it as fits at the smallest readable zoom. The zoom is smaller if the way fits only
 * then. A narrow pane shows as much of a longer way as it can.
 */
export function openingView(
  layout: GraphLayout,
  way: Iterable<Box>,
  pane: PaneSize,
  scale: Scale = SCALES.usual,
): View | null {
  const whole = boundsOf(layout.boxes.values());
  if (whole === null) return null;
  const least = readable(scale);
  const zoom = Math.min(scale.most, zoomFor(whole, pane));
  if (zoom >= least) return centred(whole, whole, pane, zoom);
  const box = boundsOf(way);
  // The way of the request may not be known yet.
  if (box === null) return centred(whole, whole, pane, least);
  const forWay = zoomFor(box, pane);
  if (forWay >= LEAST_FOR_WAY) return centred(box, whole, pane, Math.min(least, forWay));
  return centred(box, whole, pane, pane.width < NARROW ? LEAST_FOR_WAY : least);
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
