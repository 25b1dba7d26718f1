import { Presentation } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { setPresenting } from '../../../state/set-presenting.ts';
import { useApp } from '../../../state/store.ts';
import { presentTexts } from './texts.ts';

/** The menu item that starts the presentation. */
export function PresentItem() {
  const texts = presentTexts(useApp((state) => state.language));
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => setPresenting(true)}>
      <Presentation size={14} aria-hidden />
      <span>{texts.present}</span>
      <small>{texts.hint}</small>
    </DropdownMenu.Item>
  );
}
