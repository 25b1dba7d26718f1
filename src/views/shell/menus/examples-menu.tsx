import { FilePlus2, History } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { own } from '../../../core/text/own.ts';
import { EXAMPLE_IDS } from '../../../state/examples.ts';
import { openExample } from '../../../state/files.ts';
import { instead } from '../../../state/open-place.ts';
import { clearAll } from '../../../state/open-texts.ts';
import { backToWork } from '../../../state/persistence.ts';
import { useApp } from '../../../state/store.ts';
import { useAllTexts } from '../../ui/texts/use-all-texts.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ButtonMenu } from './button-menu.tsx';

/** The menu of examples. */
export default function ExamplesMenu(menu: MenuProps) {
  const texts = useAllTexts();
  const hasKept = useApp((state) => state.hasKept);
  return (
    <ButtonMenu {...menu} align="start">
      {EXAMPLE_IDS.map((id) => (
        <DropdownMenu.Item
          key={id}
          className="menu-item menu-item-plain"
          onSelect={() => void instead(() => openExample(id))}
        >
          <strong>{own(texts.examples, id)?.title ?? id}</strong>
          <small>{own(texts.examples, id)?.text}</small>
        </DropdownMenu.Item>
      ))}
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item className="menu-item" onSelect={() => void instead(clearAll)}>
        <FilePlus2 size={14} aria-hidden />
        {texts.header.startEmpty}
      </DropdownMenu.Item>
      {hasKept && (
        <DropdownMenu.Item className="menu-item" onSelect={() => void backToWork()}>
          <History size={14} aria-hidden />
          {texts.header.earlierWork}
        </DropdownMenu.Item>
      )}
    </ButtonMenu>
  );
}
