import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../state/model.ts';
import { setLanguage } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ChoiceMenu } from './choice-menu.tsx';

/** The menu of interface languages, each with its own name. */
export default function LanguageMenu(props: MenuProps) {
  const language = useApp((state) => state.language);
  return (
    <ChoiceMenu
      {...props}
      value={language}
      options={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }))}
      onChoose={(value) => setLanguage(value as Language)}
    />
  );
}
