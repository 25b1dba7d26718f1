import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import './styles/dialog.css';

interface DialogFrameProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly text: string;
  /** Name of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  /** Gives the focus back to where it was. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, open as long as it is there. */
export function DialogFrame({ title, text, close, onClose, onClosed, children }: DialogFrameProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" onCloseAutoFocus={onClosed}>
          <div className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close
              className="button"
              data-look="quiet"
              data-shape="square"
              data-size="small"
              aria-label={close}
            >
              <X size={15} aria-hidden />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">{text}</Dialog.Description>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
