import type { LucideIcon } from 'lucide-react';
import type { Dialog } from '../../state/model.ts';
import { openDialog } from '../../state/open-dialog.ts';

interface DialogButtonProps {
  readonly dialog: Dialog;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A button of the header that opens a dialog. Small screens show only its icon. */
export function DialogButton({ dialog, label, icon: Icon }: DialogButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-look="primary"
      aria-haspopup="dialog"
      onClick={() => openDialog(dialog)}
    >
      <Icon size={15} aria-hidden />
      <span className="wide-only">{label}</span>
      <span className="visually-hidden narrow-only">{label}</span>
    </button>
  );
}
