import { Check, Command, History, Keyboard, Server } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import {
  type Dialog,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  THEMES,
  type Theme,
} from '../../../state/model.ts';
import { openDialog } from '../../../state/open-dialog.ts';
import { setLanguage, setTheme } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import { useAllTexts } from '../../ui/texts/use-all-texts.ts';
import { DownloadItems } from '../download/download-items.tsx';
import type { MenuProps } from '../menu-button.tsx';
import { PresentItem } from '../present/present-item.tsx';
import { ButtonMenu } from './button-menu.tsx';

interface ChoicesProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  readonly onChoose: (value: string) => void;
}

/** A group of items of which one is chosen. */
function Choices({ label, value, options, onChoose }: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={onChoose}>
      <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className="menu-item">
          <span className="menu-check">
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span lang={option.lang}>{option.text}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** The menu of the page: earlier works, commands, language and theme. */
export default function PageMenu(menu: MenuProps) {
  const texts = useAllTexts();
  const mayEdit = useApp((state) => state.mode === 'edit');
  const cluster = useApp((state) => state.cluster !== null);
  const language = useApp((state) => state.language);
  const theme = useApp((state) => state.theme);
  const next = useRef<Dialog | null>(null);
  const onClosed = () => {
    // The dialog opens when the focus is back on the button, and returns it there.
    menu.onClosed();
    if (next.current !== null) openDialog(next.current);
    next.current = null;
  };
  const open = (dialog: Dialog) => () => {
    next.current = dialog;
  };
  return (
    <ButtonMenu {...menu} onClosed={onClosed} align="end">
      {mayEdit && cluster && (
        <DropdownMenu.Item className="menu-item" onSelect={open('cluster')}>
          <Server size={14} aria-hidden />
          {texts.header.loadCluster}
        </DropdownMenu.Item>
      )}
      {mayEdit && (
        <DropdownMenu.Item className="menu-item" onSelect={open('history')}>
          <History size={14} aria-hidden />
          {texts.header.history}
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item
        className="menu-item"
        aria-keyshortcuts="Control+K Meta+K"
        onSelect={open('commands')}
      >
        <Command size={14} aria-hidden />
        {texts.header.commands}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" aria-keyshortcuts="?" onSelect={open('keys')}>
        <Keyboard size={14} aria-hidden />
        {texts.header.keys}
      </DropdownMenu.Item>
      <PresentItem />
      <DropdownMenu.Separator className="menu-line" />
      <DownloadItems />
      <DropdownMenu.Separator className="menu-line" />
      <Choices
        label={texts.header.language}
        value={language}
        options={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }))}
        onChoose={(value) => setLanguage(value as Language)}
      />
      <DropdownMenu.Separator className="menu-line" />
      <Choices
        label={texts.header.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, text: texts.header.themes[value] ?? value }))}
        onChoose={(value) => setTheme(value as Theme)}
      />
    </ButtonMenu>
  );
}
