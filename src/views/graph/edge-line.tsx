import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { textWidth } from '../../core/graph/text-width.ts';
import type { FlowEdge } from './flow-elements.ts';

const SIZE = 12;
const PADDING = 12;
const HEIGHT = 18;

/**
 * A line between two cards with its arrow head and label. On the trace, light moves along it, and in its step
 * a dot.
 */
export const EdgeLine = memo(function EdgeLine({ data }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const { shape, label, leg } = data;
  const width = Math.ceil(textWidth(label, SIZE) + PADDING);
  return (
    <>
      <path className="graph-line" d={shape.path} />
      <path className="graph-line-light" d={shape.path} />
      <path className="graph-arrow" d={shape.arrow} />
      {leg !== null && (
        <circle
          className="graph-dot"
          r={5}
          style={{ offsetPath: `path("${shape.path}")`, '--leg': leg } as CSSProperties}
        />
      )}
      {label !== '' && (
        <g transform={`translate(${shape.label.x - width / 2} ${shape.label.y - HEIGHT / 2})`}>
          <rect className="graph-label-back" width={width} height={HEIGHT} rx={HEIGHT / 2} />
          <text className="graph-label" x={width / 2} y={HEIGHT / 2} dy="0.36em" textAnchor="middle">
            {label}
          </text>
        </g>
      )}
    </>
  );
});
