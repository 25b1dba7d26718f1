import { Check, Languages, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { LANGUAGES, type Language, THEMES, type Theme } from '../../state/model.ts';
import { setLanguage, setTheme } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

interface ChoiceProps<T extends string> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

function ChoiceMenu<T extends string>({ icon: Icon, label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="button"
        data-look="quiet"
        data-shape="square"
        aria-label={label}
        title={label}
      >
        <Icon size={16} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating floating-narrow" align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChoose(next as T)}>
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
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const THEME_ICONS: Readonly<Record<Theme, LucideIcon>> = { light: Sun, dark: Moon, system: Monitor };

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const texts = useTexts();
  const theme = useApp((state) => state.theme);
  return (
    <ChoiceMenu
      icon={THEME_ICONS[theme]}
      label={texts.header.theme}
      value={theme}
      options={THEMES.map((value) => ({ value, text: texts.header.themes[value] ?? value }))}
      onChoose={setTheme}
    />
  );
}

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** The language of the interface, each in its own words. */
export function LanguageMenu() {
  const texts = useTexts();
  const language = useApp((state) => state.language);
  return (
    <ChoiceMenu
      icon={Languages}
      label={texts.header.language}
      value={language}
      options={LANGUAGES.map((value) => ({ value, text: OWN_NAMES[value], lang: value }))}
      onChoose={setLanguage}
    />
  );
}
