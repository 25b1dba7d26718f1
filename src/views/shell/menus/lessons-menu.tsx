import { lazy, Suspense, useRef } from 'react';
import type { MenuProps } from '../menu-button.tsx';
import { ButtonMenu } from './button-menu.tsx';

/** Loaded when the menu opens, because it includes the reader of lessons. */
const LessonItems = lazy(() => import('../../lessons/lesson-items.tsx'));

/** The menu of lessons, in the order in which they build on each other. */
export default function LessonsMenu(menu: MenuProps) {
  const chosen = useRef(false);
  /** The lesson takes the focus itself. */
  const takesFocus = () => {
    const was = chosen.current;
    chosen.current = false;
    return was;
  };
  return (
    <ButtonMenu {...menu} align="start" takesFocus={takesFocus}>
      <Suspense fallback={null}>
        <LessonItems
          onChoose={() => {
            chosen.current = true;
          }}
        />
      </Suspense>
    </ButtonMenu>
  );
}
