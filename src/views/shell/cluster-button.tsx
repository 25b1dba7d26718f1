import { Server } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

const LiveDialog = lazy(() => import('../live/index.tsx'));

/** Opens the dialog that loads from the cluster, where one answers at the page's own origin. */
export function ClusterButton() {
  const texts = useTexts();
  const version = useApp((state) => state.cluster);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (version === null) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        data-look="quiet"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Server size={15} aria-hidden />
        <span className="wide-only">{texts.header.loadCluster}</span>
        <span className="visually-hidden narrow-only">{texts.header.loadCluster}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <LiveDialog
            version={version}
            onClose={() => setOpen(false)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  );
}
