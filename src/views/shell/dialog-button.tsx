import type { LucideIcon } from 'lucide-react';
import type { Dialog } from '../../state/model.ts';
import { openDialog } from '../../state/open-dialog.ts';

interface DialogButtonProps {
  readonly dialog: Dialog;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly look?: 'primary' | 'quiet';
  /** Shows only the icon, even if there is space for the label. */
  readonly square?: boolean;
  /** The keyboard shortcut, in the format of `aria-keyshortcuts`. */
  readonly keys?: string;
}

/** A button of the header that opens a dialog. Small screens show only its icon. */
export function DialogButton({ dialog, label, icon: Icon, look = 'quiet', square, keys }: DialogButtonProps) {
  const open = () => openDialog(dialog);
  const shared = { type: 'button', className: 'button', 'aria-haspopup': 'dialog', onClick: open } as const;
  if (square) {
    return (
      <button
        {...shared}
        data-look={look}
        data-shape="square"
        aria-label={label}
        aria-keyshortcuts={keys}
        title={label}
      >
        <Icon size={16} aria-hidden />
      </button>
    );
  }
  return (
    <button {...shared} data-look={look} aria-keyshortcuts={keys}>
      <Icon size={15} aria-hidden />
      <span className="wide-only">{label}</span>
      <span className="visually-hidden narrow-only">{label}</span>
    </button>
  );
}
