import { Presentation } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { setPresenting } from '../../../state/set-presenting.ts';
import { useApp } from '../../../state/store.ts';
import { useMedia } from '../resolved-theme.ts';
import { presentTexts } from './texts.ts';

/** The menu item that starts the presentation. A screen that is narrower than a projector's has none. */
export function PresentItem() {
  const texts = presentTexts(useApp((state) => state.language));
  const small = useMedia('(max-width: 759.98px)');
  if (small) return null;
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => setPresenting(true)}>
      <Presentation size={14} aria-hidden />
      <span>{texts.present}</span>
      <small>{texts.hint}</small>
    </DropdownMenu.Item>
  );
}
