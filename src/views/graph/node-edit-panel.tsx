import { useEffect, useRef } from 'react';
import type { NodeEdit } from '../../core/answers/node-edits.ts';
import { useApp } from '../../state/store.ts';
import { FixPanel } from '../ui/fix-panel.tsx';
import './node-menu.css';

interface NodeEditPanelProps {
  readonly edit: NodeEdit;
  readonly onClose: () => void;
}

/** The preview of an edit, over the graph. It closes when the manifests change. */
export default function NodeEditPanel({ edit, onClose }: NodeEditPanelProps) {
  const panel = useRef<HTMLFieldSetElement>(null);
  const files = useApp((state) => state.files);
  const first = useRef(files);
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    if (files !== first.current) onClose();
  }, [files, onClose]);
  return (
    <fieldset
      ref={panel}
      className="node-edit"
      aria-label={edit.title.replaceAll('`', '')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <FixPanel fix={edit} onClose={onClose} />
    </fieldset>
  );
}
