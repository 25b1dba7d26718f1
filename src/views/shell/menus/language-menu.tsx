import { LANGUAGES, type Language } from '../../../state/model.ts';
import { setLanguage } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ChoiceMenu } from './choice-menu.tsx';

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** The language of the interface, each in its own words. */
export default function LanguageMenu(props: MenuProps) {
  const language = useApp((state) => state.language);
  return (
    <ChoiceMenu
      {...props}
      value={language}
      options={LANGUAGES.map((value) => ({ value, text: OWN_NAMES[value], lang: value }))}
      onChoose={(value) => setLanguage(value as Language)}
    />
  );
}
