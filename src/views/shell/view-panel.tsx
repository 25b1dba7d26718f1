import { CircleAlert } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Tab as TabName } from '../../state/model.ts';
import { changedCount, failedTests, severityCounts } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { TraceView } from '../trace/trace-view.tsx';
import { Delayed } from '../ui/delayed.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { SafePart } from './safe-part.tsx';

/** The views whose code loads when they are first shown. */
const VIEWS: Readonly<Record<Exclude<TabName, 'trace'>, ComponentType>> = {
  problems: lazy(() => import('../problems/problems-view.tsx')),
  routes: lazy(() => import('../routes/routes-view.tsx')),
  status: lazy(() => import('../status/status-view.tsx')),
  tests: lazy(() => import('../tests/tests-view.tsx')),
  changes: lazy(() => import('../changes/changes-view.tsx')),
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

/** The content of a tab. */
export function ViewPanel({ tab }: { readonly tab: TabName }) {
  if (tab === 'trace') return <TraceView />;
  const View = VIEWS[tab];
  return (
    <Fetched>
      <View />
    </Fetched>
  );
}

/** The number of serious problems, failing tests or changes at a tab. Nothing when there are none. */
export function TabCount({ tab }: { readonly tab: TabName }) {
  const counts = useApp(severityCounts);
  const failed = useApp(failedTests);
  const changed = useApp(changedCount);
  const serious = counts.error + counts.warning;
  const [count, tone] =
    tab === 'problems'
      ? [serious, counts.error > 0 ? 'bad' : 'warn']
      : tab === 'tests'
        ? [failed, 'bad']
        : [tab === 'changes' ? (changed ?? 0) : 0, ''];
  if (count === 0) return null;
  return (
    <span className="tab-count" data-tone={tone} aria-hidden>
      {count > 999 ? '999+' : count}
    </span>
  );
}
