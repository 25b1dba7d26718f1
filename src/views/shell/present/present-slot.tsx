import { lazy, Suspense } from 'react';
import { isPresenting } from '../../../state/presenting.ts';
import { useApp } from '../../../state/store.ts';
import { SafePart } from '../safe-part.tsx';

const PresentBar = lazy(() => import('./present-bar.tsx'));

/** The bar of the presentation. Its code loads with the first presentation. */
export function PresentSlot() {
  if (!useApp(isPresenting)) return null;
  return (
    <SafePart fallback={() => null}>
      <Suspense fallback={null}>
        <PresentBar />
      </Suspense>
    </SafePart>
  );
}
