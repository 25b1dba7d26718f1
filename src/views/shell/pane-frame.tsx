import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';

interface PaneFrameProps {
  readonly title: string;
  readonly folded: boolean;
  /** Absent when a pane cannot be folded. */
  readonly onFold?: (() => void) | undefined;
  /** Shown above the content. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A pane with its head. A folded pane is a strip with its name. */
export function PaneFrame({ title, folded, onFold, head, children }: PaneFrameProps) {
  const texts = useTexts();
  if (folded) {
    return (
      <button type="button" className="pane-strip" aria-label={texts.pane.expand(title)} onClick={onFold}>
        <PanelLeftOpen size={16} aria-hidden />
        <span aria-hidden>{title}</span>
      </button>
    );
  }
  return (
    <>
      <div className="pane-head">
        {head}
        {onFold && (
          <IconButton
            icon={PanelLeftClose}
            label={texts.pane.collapse(title)}
            className="pane-fold"
            onClick={onFold}
          />
        )}
      </div>
      <div className="pane-body">{children}</div>
    </>
  );
}
