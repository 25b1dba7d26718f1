import { lazy, Suspense } from 'react';
import type { Tab as TabName } from '../../state/model.ts';
import { changedCount, failedTests, severityCounts } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { TraceView } from '../trace/trace-view.tsx';

const LaterView = lazy(() => import('./later-view.tsx'));

/** The content of a tab. */
export function ViewPanel({ tab }: { readonly tab: TabName }) {
  if (tab === 'trace') return <TraceView />;
  return (
    <Suspense fallback={null}>
      <LaterView tab={tab} />
    </Suspense>
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
