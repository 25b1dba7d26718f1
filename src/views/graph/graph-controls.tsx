import { useReactFlow } from '@xyflow/react';
import { AlignStartVertical, Maximize, Minus, Plus } from 'lucide-react';
import type { GraphTexts } from './texts-en.ts';

interface GraphControlsProps {
  readonly onFit: () => void;
  readonly onTidy: () => void;
  readonly texts: GraphTexts;
}

/** Buttons for zoom, fit and tidy. */
export function GraphControls({ onFit, onTidy, texts }: GraphControlsProps) {
  const { zoomIn, zoomOut } = useReactFlow();
  const controls = [
    { label: texts.zoomIn, icon: Plus, run: () => void zoomIn({ duration: 120 }) },
    { label: texts.zoomOut, icon: Minus, run: () => void zoomOut({ duration: 120 }) },
    { label: texts.fit, icon: Maximize, run: () => onFit() },
    { label: texts.tidy, icon: AlignStartVertical, run: onTidy },
  ];
  return (
    <div className="graph-controls">
      {controls.map(({ label, icon: Icon, run }) => (
        <button
          key={label}
          type="button"
          className="graph-tool"
          data-look="square"
          aria-label={label}
          title={label}
          onClick={run}
        >
          <Icon size={16} aria-hidden />
        </button>
      ))}
    </div>
  );
}
