import { CircleAlert } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { TABS, type Tab as TabName } from '../../state/model.ts';
import { changedCount, failedTests, severityCounts } from '../../state/selectors.ts';
import { showTab } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { RequestForm } from '../request/request-form.tsx';
import { TraceView } from '../trace/trace-view.tsx';
import { Delayed } from '../ui/delayed.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tab, TabGroup, TabList, TabPanel } from '../ui/tab-group.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { SafePart } from './safe-part.tsx';

const RoutesView = lazy(() => import('../routes/routes-view.tsx'));
const ProblemsView = lazy(() => import('../problems/problems-view.tsx'));
const StatusView = lazy(() => import('../status/status-view.tsx'));
const TestsView = lazy(() => import('../tests/tests-view.tsx'));
const ChangesView = lazy(() => import('../changes/changes-view.tsx'));

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

function Count({ tab }: { readonly tab: TabName }) {
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

/** The request form, and below it everything about its answer. */
export function AnswerPane() {
  const texts = useTexts();
  const tab = useApp((state) => state.tab);
  return (
    <div className="answer-pane">
      <RequestForm />
      <TabGroup className="answer-tabs" value={tab} onValueChange={(value) => showTab(value as TabName)}>
        <TabList className="tab-list" aria-label={texts.regions.answer}>
          {TABS.map((each) => (
            <Tab key={each} value={each} className="tab">
              {texts.tabs[each]}
              <Count tab={each} />
            </Tab>
          ))}
        </TabList>
        <TabPanel value="trace" className="tab-body">
          <TraceView />
        </TabPanel>
        <TabPanel value="problems" className="tab-body">
          <Fetched>
            <ProblemsView />
          </Fetched>
        </TabPanel>
        <TabPanel value="routes" className="tab-body">
          <Fetched>
            <RoutesView />
          </Fetched>
        </TabPanel>
        <TabPanel value="tests" className="tab-body">
          <Fetched>
            <TestsView />
          </Fetched>
        </TabPanel>
        <TabPanel value="status" className="tab-body">
          <Fetched>
            <StatusView />
          </Fetched>
        </TabPanel>
        <TabPanel value="changes" className="tab-body">
          <Fetched>
            <ChangesView />
          </Fetched>
        </TabPanel>
      </TabGroup>
    </div>
  );
}
