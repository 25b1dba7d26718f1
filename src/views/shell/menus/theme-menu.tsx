import { THEMES, type Theme } from '../../../state/model.ts';
import { setTheme } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import { useTexts } from '../../ui/texts/use-texts.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ChoiceMenu } from './choice-menu.tsx';

/** The menu of themes: light, dark, or the system's setting. */
export default function ThemeMenu(props: MenuProps) {
  const texts = useTexts();
  const theme = useApp((state) => state.theme);
  return (
    <ChoiceMenu
      {...props}
      value={theme}
      options={THEMES.map((value) => ({ value, text: texts.header.themes[value] ?? value }))}
      onChoose={(value) => setTheme(value as Theme)}
    />
  );
}
