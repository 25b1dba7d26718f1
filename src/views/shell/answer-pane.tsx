import { GitCompareArrows } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { TABS, type Tab } from '../../state/model.ts';
import { failedTests, severityCounts } from '../../state/selectors.ts';
import { showTab } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { ProblemsView } from '../problems/problems-view.tsx';
import { RequestForm } from '../request/request-form.tsx';
import { RoutesView } from '../routes/routes-view.tsx';
import { StatusView } from '../status/status-view.tsx';
import { TestsView } from '../tests/tests-view.tsx';
import { TraceView } from '../trace/trace-view.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';

/** A view that a later version brings: what it will show. */
function Later() {
  const texts = useTexts();
  return (
    <EmptyState icon={GitCompareArrows} title={texts.tabs.changes}>
      <p>{texts.later.changes}</p>
      <span className="chip">{texts.later.badge}</span>
    </EmptyState>
  );
}

function Count({ tab }: { readonly tab: Tab }) {
  const counts = useApp(severityCounts);
  const failed = useApp(failedTests);
  const serious = counts.error + counts.warning;
  const [count, tone] =
    tab === 'problems'
      ? [serious, counts.error > 0 ? 'bad' : 'warn']
      : tab === 'tests'
        ? [failed, 'bad']
        : [0, ''];
  if (count === 0) return null;
  return (
    <span className="tab-count" data-tone={tone} aria-hidden>
      {count > 999 ? '999+' : count}
    </span>
  );
}

/** The request, and below it everything that is said about it. */
export function AnswerPane() {
  const texts = useTexts();
  const tab = useApp((state) => state.tab);
  return (
    <div className="answer-pane">
      <RequestForm />
      <Tabs.Root className="answer-tabs" value={tab} onValueChange={(value) => showTab(value as Tab)}>
        <Tabs.List className="tab-list" aria-label={texts.regions.answer}>
          {TABS.map((each) => (
            <Tabs.Trigger key={each} value={each} className="tab">
              {texts.tabs[each]}
              <Count tab={each} />
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="trace" className="tab-body">
          <TraceView />
        </Tabs.Content>
        <Tabs.Content value="problems" className="tab-body">
          <ProblemsView />
        </Tabs.Content>
        <Tabs.Content value="routes" className="tab-body">
          <RoutesView />
        </Tabs.Content>
        <Tabs.Content value="tests" className="tab-body">
          <TestsView />
        </Tabs.Content>
        <Tabs.Content value="status" className="tab-body">
          <StatusView />
        </Tabs.Content>
        <Tabs.Content value="changes" className="tab-body">
          <Later />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}
