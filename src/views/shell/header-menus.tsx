import { BookOpen, ChevronDown, Languages, Monitor, Moon, SlidersHorizontal, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { MenuButton } from './menu-button.tsx';

const loadExamples = () => import('./menus/examples-menu.tsx');
const loadProfiles = () => import('./menus/profile-menu.tsx');
const loadThemes = () => import('./menus/theme-menu.tsx');
const loadLanguages = () => import('./menus/language-menu.tsx');

export function ExamplesButton() {
  const texts = useTexts();
  const children = (
    <>
      <BookOpen size={15} aria-hidden />
      <span className="wide-only">{texts.header.examples}</span>
      <ChevronDown size={13} aria-hidden className="wide-only" />
    </>
  );
  return (
    <MenuButton
      load={loadExamples}
      trigger={{ className: 'button', 'data-look': 'quiet', 'aria-label': texts.header.examples, children }}
    />
  );
}

export function ProfileButton() {
  const texts = useTexts();
  const profile = useApp((state) => state.profile);
  const children = (
    <>
      <SlidersHorizontal size={15} aria-hidden />
      <span className="wide-only">{profile}</span>
      <ChevronDown size={13} aria-hidden className="wide-only" />
    </>
  );
  return (
    <MenuButton
      load={loadProfiles}
      trigger={{
        className: 'button',
        'data-look': 'quiet',
        'aria-label': `${texts.header.profile}: ${profile}`,
        title: texts.header.profile,
        children,
      }}
    />
  );
}

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

export function ThemeButton() {
  const texts = useTexts();
  const Icon = THEME_ICONS[useApp((state) => state.theme)];
  return (
    <IconMenuButton load={loadThemes} label={texts.header.theme} icon={<Icon size={16} aria-hidden />} />
  );
}

export function LanguageButton() {
  const texts = useTexts();
  return (
    <IconMenuButton
      load={loadLanguages}
      label={texts.header.language}
      icon={<Languages size={16} aria-hidden />}
    />
  );
}

interface IconMenuButtonProps {
  readonly load: typeof loadThemes;
  readonly label: string;
  readonly icon: ReactNode;
}

function IconMenuButton({ load, label, icon }: IconMenuButtonProps) {
  return (
    <MenuButton
      load={load}
      trigger={{
        className: 'button',
        'data-look': 'quiet',
        'data-shape': 'square',
        'aria-label': label,
        title: label,
        children: icon,
      }}
    />
  );
}
