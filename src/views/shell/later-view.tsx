import { CircleAlert } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Tab as TabName } from '../../state/model.ts';
import { useApp } from '../../state/store.ts';
import { Delayed } from '../ui/delayed.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { SafePart } from './safe-part.tsx';

/** A tab whose view is not part of the first screen. */
export type LaterTab = Exclude<TabName, 'trace'>;

/** The views whose code loads when they are first shown. */
const VIEWS: Readonly<Record<LaterTab, ComponentType>> = {
  problems: lazy(() => import('../problems/problems-view.tsx')),
  routes: lazy(() => import('../routes/routes-view.tsx')),
  status: lazy(() => import('../status/status-view.tsx')),
  tests: lazy(() => import('../tests/tests-view.tsx')),
  changes: lazy(() => import('../changes/changes-view.tsx')),
  move: lazy(() => import('../move/move-view.tsx')),
};

/**
 * A view whose code loads when it is first shown. It waits for a whole view, because missing data does not
 * mean an empty result.
 */
function Fetched({ children }: { readonly children: ReactNode }) {
  const texts = useTexts();
  const isWhole = useApp((state) => state.view?.whole === true);
  if (!isWhole) {
    return (
      <Delayed>
        <p className="quiet tab-wait">{texts.pane.checking}</p>
      </Delayed>
    );
  }
  return (
    <SafePart
      fallback={(retry) => (
        <EmptyState icon={CircleAlert} title={texts.pane.failed}>
          <button type="button" className="button" onClick={retry}>
            {texts.pane.retry}
          </button>
        </EmptyState>
      )}
    >
      <Suspense fallback={null}>{children}</Suspense>
    </SafePart>
  );
}

/** The view of a tab other than the trace. */
export default function LaterView({ tab }: { readonly tab: LaterTab }) {
  const View = VIEWS[tab];
  return (
    <Fetched>
      <View />
    </Fetched>
  );
}
