import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { MapLabel } from '../../core/graph/map-labels.ts';

/** Names that replace the cards' text. Their size on the screen does not depend on the zoom. */
export const MapNames = memo(function MapNames({ labels }: { readonly labels: readonly MapLabel[] }) {
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
