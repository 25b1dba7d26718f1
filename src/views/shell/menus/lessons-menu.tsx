import { DropdownMenu } from 'radix-ui';
import { lazy, Suspense, useRef } from 'react';
import type { MenuProps } from '../menu-button.tsx';

/** Fetched when the menu is opened: it brings the reader of lessons along. */
const LessonItems = lazy(() => import('../../lessons/lesson-items.tsx'));

/** The menu of lessons, in the order in which they build on each other. */
export default function LessonsMenu({ trigger, defaultOpen }: MenuProps) {
  const chosen = useRef(false);
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger {...trigger} />
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="floating"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // The lesson takes the focus itself.
            if (chosen.current) event.preventDefault();
            chosen.current = false;
          }}
        >
          <Suspense fallback={null}>
            <LessonItems
              onChoose={() => {
                chosen.current = true;
              }}
            />
          </Suspense>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
