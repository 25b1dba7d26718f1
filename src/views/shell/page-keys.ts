import { useEffect } from 'react';
import { openDialog } from '../../state/open-dialog.ts';

/**
 * Handles global keyboard shortcuts: Ctrl+K (Cmd+K) lists commands, and outside of text fields `?` shows the
 * shortcuts.
 */
export function usePageKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k') {
        openDialog('commands');
      } else if (event.key === '?' && !isText(event.target) && !event.ctrlKey && !event.metaKey) {
        openDialog('keys');
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Runs before the editor's handler, in which Ctrl+K starts other commands.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
