import { useEffect } from 'react';
import { movePresentation } from '../../../state/present-steps.ts';
import { setPresenting } from '../../../state/set-presenting.ts';
import { store } from '../../../state/store.ts';

/** Fields that need the keys for their own text or choice. */
const FIELDS =
  'input:not([type="range"]), textarea, select, [contenteditable="true"], [role="combobox"], .monaco-editor';
/** Menus and dialogs that Escape closes. They are in the page only while they are open. */
const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Returns the direction of a key. Returns null for other keys. */
function direction({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): 1 | -1 | null {
  switch (key) {
    case ' ':
      return shiftKey ? -1 : 1;
    case 'PageDown':
    case 'ArrowRight':
      return 1;
    case 'PageUp':
    case 'ArrowLeft':
      return -1;
    default:
      return null;
  }
}

/** Returns true when a key belongs to the presentation: no field has the focus and no menu or dialog is open. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (store.getState().dialog !== null || document.querySelector(OPEN) !== null) return false;
  return !(event.target instanceof Element && event.target.closest(FIELDS) !== null);
}

/**
 * Goes through the steps and leaves the presentation by keyboard. Focused buttons, tabs and nodes do not receive
 * the keys of the presentation.
 */
export function usePresentKeys(): void {
  useEffect(() => {
    // Some browsers press a focused button when Space is released.
    let spaceDown = false;
    const onMove = (event: KeyboardEvent) => {
      const by = direction(event);
      if (by === null || !isOurs(event)) return;
      spaceDown = event.key === ' ';
      event.preventDefault();
      event.stopPropagation();
      void movePresentation(by);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !spaceDown) return;
      spaceDown = false;
      event.preventDefault();
      event.stopPropagation();
    };
    // The parts of the page handle Escape first.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !isOurs(event)) return;
      setPresenting(false);
      event.preventDefault();
    };
    window.addEventListener('keydown', onMove, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('keydown', onEscape);
    return () => {
      window.removeEventListener('keydown', onMove, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('keydown', onEscape);
    };
  }, []);
}
