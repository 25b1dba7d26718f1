import { DropdownMenu } from 'radix-ui';
import { use } from 'react';
import { loadProse } from '../../lessons/library.ts';
import { LESSON_NAMES } from '../../lessons/order.ts';
import { openLesson } from '../../state/lessons.ts';
import { useApp } from '../../state/store.ts';

/** One menu item for each lesson. */
export default function LessonItems({ onChoose }: { readonly onChoose: () => void }) {
  const language = useApp((state) => state.language);
  const prose = use(loadProse(language));
  return LESSON_NAMES.map((name, at) => (
    <DropdownMenu.Item
      key={name}
      className="menu-item"
      onSelect={() => {
        onChoose();
        void openLesson(name);
      }}
    >
      <span className="quiet">{at + 1}</span>
      <strong>{prose(name)?.title ?? name}</strong>
    </DropdownMenu.Item>
  ));
}
