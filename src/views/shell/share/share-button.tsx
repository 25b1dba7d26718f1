import { Share2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTexts } from '../../ui/texts/use-texts.ts';

const ShareDialog = lazy(() => import('./share-dialog.tsx'));

/** Opens the dialog with the link to what is on the screen. */
export function ShareButton() {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        data-look="primary"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Share2 size={14} aria-hidden />
        <span className="wide-only">{texts.header.share}</span>
        <span className="visually-hidden narrow-only">{texts.header.share}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setOpen(false)} onClosed={() => button.current?.focus()} />
        </Suspense>
      )}
    </>
  );
}
