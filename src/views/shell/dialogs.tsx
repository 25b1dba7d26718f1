import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import type { Dialog } from '../../state/model.ts';
import { openDialog } from '../../state/open-dialog.ts';
import { notify, useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { SafePart } from './safe-part.tsx';

interface DialogProps {
  readonly onClose: () => void;
  /** Called after the dialog closed. Returns the focus to the previous element. */
  readonly onClosed: (event: Event) => void;
}

const loadCommands = () => import('../palette/index.tsx');

const DIALOGS: Readonly<Record<Dialog, ComponentType<DialogProps>>> = {
  share: lazy(() => import('./share/share-dialog.tsx')),
  history: lazy(() => import('./history/history-dialog.tsx')),
  cluster: lazy(() => import('../live/index.tsx')),
  commands: lazy(loadCommands),
  keys: lazy(() => import('../palette/keys-sheet.tsx')),
  large: lazy(() => import('./large/large-dialog.tsx')),
  versions: lazy(() => import('./versions/versions-dialog.tsx')),
};

/** The open dialog, if there is one. Its code loads on first use. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const origin = useRef<Element | null>(null);
  const shown = useRef<Dialog | null>(null);
  // Preloads the command list, because users continue to type directly after Ctrl+K.
  useEffect(() => {
    void firstAnswer()
      .then(loadCommands)
      .catch(() => undefined);
  }, []);
  // When one dialog opens another, the focus still returns to the element before the first dialog.
  if (dialog !== null && shown.current === null) origin.current = document.activeElement;
  shown.current = dialog;
  if (dialog === null) return null;
  const Shown = DIALOGS[dialog];
  return (
    <SafePart key={dialog} fallback={() => <NotFetched />}>
      <Suspense fallback={null}>
        <Shown
          onClose={() => openDialog(null)}
          onClosed={(event) => {
            event.preventDefault();
            if (origin.current instanceof HTMLElement) origin.current.focus();
          }}
        />
      </Suspense>
    </SafePart>
  );
}

/**
 * Reports that the code of a dialog could not be loaded, and closes the dialog, so that the user can try
 * again.
 */
function NotFetched() {
  useEffect(() => {
    notify({ name: 'part-missing' });
    openDialog(null);
  }, []);
  return null;
}
