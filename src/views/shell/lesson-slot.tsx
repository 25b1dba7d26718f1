import { CircleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { SafePart } from './safe-part.tsx';

const LessonPanel = lazy(() => import('../lessons/lesson-panel.tsx'));

/** The open lesson. Its code loads with the first lesson. */
export function LessonSlot() {
  const texts = useTexts();
  return (
    <SafePart fallback={() => <EmptyState icon={CircleAlert} title={texts.pane.failed} />}>
      <Suspense fallback={<div />}>
        <LessonPanel />
      </Suspense>
    </SafePart>
  );
}
