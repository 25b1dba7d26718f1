import { History } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTexts } from '../../ui/texts/use-texts.ts';

const HistoryDialog = lazy(() => import('./history-dialog.tsx'));

/** Opens the list of earlier works. */
export function HistoryButton() {
  const label = useTexts().header.history;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        data-look="quiet"
        data-shape="square"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        <History size={16} aria-hidden />
      </button>
      {open && (
        <Suspense fallback={null}>
          <HistoryDialog onClose={() => setOpen(false)} onClosed={() => button.current?.focus()} />
        </Suspense>
      )}
    </>
  );
}
