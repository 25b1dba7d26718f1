import { useEffect } from 'react';
import { openDialog } from '../../state/open-dialog.ts';

/** Keys that do something wherever the focus is: Ctrl+K (Cmd+K) lists commands; outside of text, `?` shows the keys. */
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
    // Before the editor, for which Ctrl+K begins commands of its own.
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
