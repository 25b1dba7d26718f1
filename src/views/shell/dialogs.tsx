import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import type { Dialog } from '../../state/model.ts';
import { openDialog } from '../../state/open-dialog.ts';
import { notify, useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { SafePart } from './safe-part.tsx';

interface DialogProps {
  readonly onClose: () => void;
  /** The dialog has gone: gives the focus back to where it came from. */
  readonly onClosed: (event: Event) => void;
}

const loadCommands = () => import('../palette/index.tsx');

const DIALOGS: Readonly<Record<Dialog, ComponentType<DialogProps>>> = {
  share: lazy(() => import('./share/share-dialog.tsx')),
  history: lazy(() => import('./history/history-dialog.tsx')),
  cluster: lazy(() => import('../live/index.tsx')),
  commands: lazy(loadCommands),
  keys: lazy(() => import('../palette/keys-sheet.tsx')),
};

/** The dialog that is open, if one is; its code comes with the first use. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const origin = useRef<Element | null>(null);
  const shown = useRef<Dialog | null>(null);
  // Who presses Ctrl+K types on at once: the list is there before it is asked for.
  useEffect(() => {
    void firstAnswer()
      .then(loadCommands)
      .catch(() => undefined);
  }, []);
  // One dialog that leads to another does not become its origin.
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

/** Says that the code of a dialog could not be fetched, and closes it, so that it can be asked for again. */
function NotFetched() {
  useEffect(() => {
    notify({ name: 'part-missing' });
    openDialog(null);
  }, []);
  return null;
}
