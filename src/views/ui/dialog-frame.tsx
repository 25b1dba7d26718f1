import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import './styles/dialog.css';

interface DialogFrameProps {
  readonly title: string;
  /** The purpose of the dialog, in a sentence. */
  readonly text: string;
  /** Hides title and text from sight; assistive technology still reads them. */
  readonly quiet?: boolean;
  /** Name of the button that closes the dialog. */
  readonly close: string;
  readonly onClose: () => void;
  /** Returns the focus to the previous element. */
  readonly onClosed: (event: Event) => void;
  /** The element that has the focus at first. Without it, the first element that can have it. */
  readonly firstFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A dialog over the page. It is open while the component is mounted. */
export function DialogFrame({
  title,
  text,
  quiet = false,
  close,
  onClose,
  onClosed,
  firstFocus,
  children,
}: DialogFrameProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content
          className="dialog"
          onOpenAutoFocus={(event) => {
            if (!firstFocus?.current) return;
            event.preventDefault();
            firstFocus.current.focus();
          }}
          onCloseAutoFocus={onClosed}
        >
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
