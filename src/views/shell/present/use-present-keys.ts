import { useEffect } from 'react';
import { movePresentation } from '../../../state/present-steps.ts';
import { setPresenting } from '../../../state/set-presenting.ts';
import { store } from '../../../state/store.ts';

/** Elements with keys of their own. */
const OWN_KEYS =
  'input, textarea, select, button, a, summary, [contenteditable="true"], [role="separator"], [role="tab"], [role="slider"], .monaco-editor, .react-flow';
/** Menus and dialogs that Escape closes. They are in the page only while they are open. */
const OPEN = '[role="dialog"], [role="menu"]';

/** Returns the direction of a key. Returns null for other keys. */
function direction({ key, shiftKey }: KeyboardEvent): 1 | -1 | null {
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

/** Returns true when an element uses the key itself. In the bar only Space and Enter press the buttons. */
function usesKey(target: Element | null, key: string): boolean {
  const owner = target?.closest(OWN_KEYS);
  return owner != null && (key === ' ' || owner.closest('.present-bar') === null);
}

/** Goes through the steps and leaves the presentation by keyboard, if no field, button or dialog has the key. */
export function usePresentKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (store.getState().dialog !== null || document.querySelector(OPEN) !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === 'Escape') {
        if (target?.closest('input, textarea, select, .monaco-editor')) return;
        setPresenting(false);
      } else {
        const by = direction(event);
        if (by === null || usesKey(target, event.key)) return;
        void movePresentation(by);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
