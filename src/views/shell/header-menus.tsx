import {
  BookOpen,
  ChevronDown,
  Ellipsis,
  GraduationCap,
  type LucideIcon,
  SlidersHorizontal,
} from 'lucide-react';
import { AUTO } from '../../core/profile/profile-names.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { MenuButton } from './menu-button.tsx';

const loadExamples = () => import('./menus/examples-menu.tsx');
const loadLessons = () => import('./menus/lessons-menu.tsx');
const loadProfiles = () => import('./menus/profile-menu.tsx');
const loadPageMenu = () => import('./menus/page-menu.tsx');

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
  const asked = useApp((state) => state.profile);
  const followed = useApp((state) => state.view?.semantics.profile);
  const profile = asked === AUTO && followed !== undefined ? `${AUTO} (${followed})` : asked;
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

/** The button of the menu with everything that is needed rarely. */
export function PageMenuButton() {
  const texts = useTexts();
  return (
    <MenuButton
      load={loadPageMenu}
      trigger={{
        className: 'button',
        'data-look': 'quiet',
        'data-shape': 'square',
        'aria-label': texts.header.menu,
        title: texts.header.menu,
        children: <Ellipsis size={18} aria-hidden />,
      }}
    />
  );
}
