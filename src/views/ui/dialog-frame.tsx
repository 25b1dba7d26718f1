import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import './styles/dialog.css';

interface DialogFrameProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly text: string;
  /** Title and text are for assistive technology only. */
  readonly quiet?: boolean;
  /** Name of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  /** Gives the focus back to where it was. */
  readonly onClosed: (event: Event) => void;
  readonly children: ReactNode;
}

/** A dialog over the page, open as long as it is there. */
export function DialogFrame({
  title,
  text,
  quiet = false,
  close,
  onClose,
  onClosed,
  children,
}: DialogFrameProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" onCloseAutoFocus={onClosed}>
          {quiet ? (
            <Dialog.Title className="visually-hidden">{title}</Dialog.Title>
          ) : (
            <div className="dialog-head">
              <Dialog.Title>{title}</Dialog.Title>
              <CloseButton label={close} />
            </div>
          )}
          <Dialog.Description className={quiet ? 'visually-hidden' : 'dialog-text'}>
            {text}
          </Dialog.Description>
          {children}
          {quiet && (
            <span className="visually-hidden">
              <CloseButton label={close} />
            </span>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CloseButton({ label }: { readonly label: string }) {
  return (
    <Dialog.Close
      className="button"
      data-look="quiet"
      data-shape="square"
      data-size="small"
      aria-label={label}
    >
      <X size={15} aria-hidden />
    </Dialog.Close>
  );
}
