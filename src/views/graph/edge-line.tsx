import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { textWidth } from '../../core/graph/text-width.ts';
import type { FlowEdge } from './flow-elements.ts';

const SIZE = 12;
const PADDING = 8;

/**
 * A line between two cards with its arrow head, and its label at the end. On the trace, light moves along it,
 * and in its step a dot.
 */
export const EdgeLine = memo(function EdgeLine({ data }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const { shape, label, leg } = data;
  return (
    <>
      <path className="graph-line-second" d={shape.path} />
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
      {label !== '' && shape.label !== null && <Label text={label} space={shape.label} />}
    </>
  );
});

/** A label in its space. It is next to the arrow head where the text is shorter than the space. */
function Label(props: {
  readonly text: string;
  readonly space: NonNullable<FlowEdge['data']>['shape']['label'];
}) {
  const { text, space } = props;
  if (space === null) return null;
  const width = Math.min(space.width, Math.ceil(textWidth(text, SIZE) + PADDING));
  return (
    <g transform={`translate(${space.x + (space.width - width)} ${space.y})`}>
      <rect className="graph-label-back" width={width} height={space.height} rx={space.height / 2} />
      <text className="graph-label" x={width / 2} y={space.height / 2} dy="0.36em" textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
