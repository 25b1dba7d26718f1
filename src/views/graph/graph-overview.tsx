import { Panel, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { memo, type PointerEvent, useEffect, useRef } from 'react';
import type { GraphLayout } from '../../core/graph/layout.ts';
import { drawMap } from './map-drawing.ts';
import { paletteOf, useColourChanges } from './map-palette.ts';
import type { MapScene } from './map-scene.ts';

interface GraphOverviewProps {
  readonly scene: MapScene;
  readonly layout: GraphLayout;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

const NO_LINES: ReadonlySet<string> = new Set();
const PADDING = 4;
/** Pixels of a wheel that double the zoom. */
const WHEEL = 500;

/**
 * The whole of a large graph in a corner: a picture, with the visible part marked. A drag moves the view, the
 * wheel zooms.
 */
export const GraphOverview = memo(function GraphOverview(props: GraphOverviewProps) {
  const { scene, layout, width, height, label } = props;
  const place = useRef<HTMLCanvasElement>(null);
  const colours = useColourChanges();
  const { setCenter, getZoom, zoomTo } = useReactFlow();
  const zoom = Math.min((width - 2 * PADDING) / layout.width, (height - 2 * PADDING) / layout.height);
  const left = (layout.width - width / zoom) / 2;
  const top = (layout.height - height / zoom) / 2;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours need another picture
  useEffect(() => {
    const canvas = place.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const density = window.devicePixelRatio || 1;
    canvas.width = width * density;
    canvas.height = height * density;
    const region = { x: left, y: top, width: width / zoom, height: height / zoom, zoom, density };
    const palette = paletteOf(canvas);
    // At this size only strong colours are visible.
    drawMap(context, { ...scene, lines: [] }, { ...palette, cards: palette.lines }, region, [], NO_LINES);
  }, [scene, width, height, zoom, left, top, colours]);

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / zoom + left, (event.clientY - box.top) / zoom + top];
    void setCenter(x, y, { zoom: getZoom() });
  };
  return (
    <Panel position="bottom-right" className="react-flow__minimap graph-overview" style={{ width, height }}>
      <div
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={move}
        onWheel={({ deltaY }) => void zoomTo(getZoom() * 2 ** (-deltaY / WHEEL))}
      >
        <canvas ref={place} className="graph-map" style={{ width, height }} />
        <Shade width={width} height={height} zoom={zoom} left={left} top={top} />
      </div>
    </Panel>
  );
});

interface ShadeProps extends Pick<GraphOverviewProps, 'width' | 'height'> {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

/** Covers what is outside the visible part. */
function Shade({ width, height, zoom, left, top }: ShadeProps) {
  const [x, y, wide, high] = useStore(seen, sameNumbers).map((each) => each * zoom) as [
    number,
    number,
    number,
    number,
  ];
  const hole = `M${x - left * zoom},${y - top * zoom}h${wide}v${high}h${-wide}z`;
  return (
    <svg width={width} height={height} aria-hidden="true">
      <path
        className="graph-overview-shade"
        fillRule="evenodd"
        d={`M0,0h${width}v${height}h${-width}z${hole}`}
      />
    </svg>
  );
}

function seen({ transform: [x, y, zoom], width, height }: ReactFlowState): readonly number[] {
  return [-x / zoom, -y / zoom, width / zoom, height / zoom];
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.every((each, at) => each === b[at]);
}
