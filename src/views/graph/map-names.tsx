import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { GraphLayout } from '../../core/graph/layout.ts';
import { mapLabels } from '../../core/graph/map-labels.ts';
import { nameOf } from './describe.ts';
import type { GraphTexts } from './texts-en.ts';

interface MapNamesProps {
  readonly graph: GraphModel;
  readonly layout: GraphLayout;
  readonly zoom: number;
  readonly marked: ReadonlySet<string>;
  readonly texts: GraphTexts;
}

/** Names that replace the cards' text. Their size on the screen does not depend on the zoom. */
export const MapNames = memo(function MapNames({ graph, layout, zoom, marked, texts }: MapNamesProps) {
  const labels = useMemo(
    () => mapLabels(graph, layout, zoom, marked, (node) => nameOf(node, texts)),
    [graph, layout, zoom, marked, texts],
  );
  return (
    <ViewportPortal>
      <svg className="graph-names" aria-hidden="true">
        {labels.map(({ id, text, kind, x, y, size }) => (
          <text key={id} className={`graph-name-${kind}`} x={x} y={y} dy="0.36em" fontSize={size}>
            {text}
          </text>
        ))}
      </svg>
    </ViewportPortal>
  );
});
