import {
  BookOpen,
  ChevronDown,
  GraduationCap,
  Languages,
  type LucideIcon,
  Monitor,
  Moon,
  SlidersHorizontal,
  Sun,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { MenuButton } from './menu-button.tsx';

const loadExamples = () => import('./menus/examples-menu.tsx');
const loadLessons = () => import('./menus/lessons-menu.tsx');
const loadProfiles = () => import('./menus/profile-menu.tsx');
const loadThemes = () => import('./menus/theme-menu.tsx');
const loadLanguages = () => import('./menus/language-menu.tsx');

export function ExamplesButton() {
  const texts = useTexts();
  return <NamedMenuButton load={loadExamples} label={texts.header.examples} icon={BookOpen} />;
}

export function LessonsButton() {
  const texts = useTexts();
  return <NamedMenuButton load={loadLessons} label={texts.header.lessons} icon={GraduationCap} />;
}

interface NamedMenuButtonProps {
  readonly load: typeof loadExamples;
  readonly label: string;
  readonly icon: LucideIcon;
}

function NamedMenuButton({ load, label, icon: Icon }: NamedMenuButtonProps) {
  const children = (
    <>
      <Icon size={15} aria-hidden />
      <span className="wide-only">{label}</span>
      <ChevronDown size={13} aria-hidden className="wide-only" />
    </>
  );
  return (
    <MenuButton
      load={load}
      trigger={{ className: 'button', 'data-look': 'quiet', 'aria-label': label, children }}
    />
  );
}

export function ProfileButton() {
  const texts = useTexts();
  const profile = useApp((state) => state.profile);
  const children = (
    <>
      <SlidersHorizontal size={15} aria-hidden />
      <span className="wide-only">
        <span className="quiet">{`${texts.header.profile}${texts.marks.colon}`}</span>
        {profile}
      </span>
      <ChevronDown size={13} aria-hidden className="wide-only" />
    </>
  );
  return (
    <MenuButton
      load={loadProfiles}
      trigger={{
        className: 'button',
        'data-look': 'quiet',
        'aria-label': `${texts.header.profile}${texts.marks.colon}${profile}`,
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
