import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import type { GraphLayout } from '../../core/graph/layout.ts';
import type { MapLabel } from '../../core/graph/map-labels.ts';
import { drawMap } from './map-drawing.ts';
import { paletteOf, useColourChanges } from './map-palette.ts';
import { isSharp, type MapRegion, regionOf, shows } from './map-region.ts';
import type { MapScene } from './map-scene.ts';

interface MapCanvasProps {
  readonly scene: MapScene;
  readonly layout: GraphLayout;
  /** Names on the canvas. Empty when cards are readable. */
  readonly labels: readonly MapLabel[];
  /** Lines that are elements, and not on the canvas. */
  readonly hidden: ReadonlySet<string>;
}

/** A picture that is scaled, or moved by a part of a pixel, is drawn sharply after this pause. */
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
      drawn = regionOf(store.getState(), parts.layout, window.devicePixelRatio || 1);
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
      else if (drawn !== null && !isSharp(drawn, state)) {
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
