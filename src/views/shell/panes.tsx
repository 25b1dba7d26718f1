import { memo } from 'react';
import { PANES, type Pane, TABS, type Tab as TabName } from '../../state/model.ts';
import { isPresenting } from '../../state/presenting.ts';
import { isOutdated, shownTabs } from '../../state/selectors.ts';
import { showPane, showTab } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { LONG, lengthOf } from '../../state/work-length.ts';
import { useDelayed } from '../ui/delayed.tsx';
import { Tab, TabGroup, TabList, TabPanel } from '../ui/tab-group.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { type ColumnProps, Columns } from './columns.tsx';
import { Drawer } from './drawer.tsx';
import { GraphPane } from './graph-pane.tsx';
import { LessonSlot } from './lesson-slot.tsx';
import { ManifestsPane } from './manifests-pane.tsx';
import { useScreenMedia } from './resolved-theme.ts';
import { TabCount, ViewPanel } from './view-panel.tsx';

/** The content of a column. */
const Column = memo(function Column({ pane, folded, onFold }: ColumnProps) {
  switch (pane) {
    case 'manifests':
      return <ManifestsPane folded={folded} onFold={() => onFold(pane)} />;
    case 'graph':
      return <GraphPane />;
    case 'request':
      return (
        <TabPanel value="trace" className="tab-body" always>
          <ViewPanel tab="trace" />
        </TabPanel>
      );
    default:
      return pane satisfies never;
  }
});

/** Three columns, and below them the drawer with the other views. */
function WidePanes({ compact }: { readonly compact: boolean }) {
  const tab = useApp((state) => state.tab);
  return (
    <TabGroup className="wide-panes" value={tab} onValueChange={(value) => showTab(value as TabName)}>
      <Columns content={Column} compact={compact} />
      <Drawer />
    </TabGroup>
  );
}

const isTab = (value: string): value is TabName => TABS.some((tab) => tab === value);

/** One pane or view at a time, for small screens. */
function PaneTabs() {
  const texts = useTexts();
  const tabs = useApp(shownTabs);
  const shown = useApp((state) => (state.pane === 'request' ? state.tab : state.pane));
  const show = (value: string) => {
    if (isTab(value)) showTab(value);
    else showPane(value as Pane);
  };
  const panes = PANES.filter((pane) => pane !== 'request');
  return (
    <TabGroup className="pane-tabs" value={shown} onValueChange={show}>
      <TabList className="tab-list" aria-label={texts.regions.views}>
        {[...panes, ...tabs].map((each) => (
          <Tab key={each} value={each} className="tab">
            {isTab(each) ? texts.tabs[each] : texts.panes[each]}
            {isTab(each) && <TabCount tab={each} />}
          </Tab>
        ))}
      </TabList>
      <TabPanel value="manifests" className="pane">
        <ManifestsPane light />
      </TabPanel>
      <TabPanel value="graph" className="pane">
        <GraphPane />
      </TabPanel>
      {tabs.map((each) => (
        <TabPanel key={each} value={each} className="pane tab-body">
          <ViewPanel tab={each} />
        </TabPanel>
      ))}
    </TabGroup>
  );
}

/**
 * Returns the part of the page that is about earlier manifests: `all`, or only the answer. Returns null when
 * there is none, or only for a short time.
 */
function useOutdated(): 'all' | 'answer' | null {
  const picture = useApp((state) => state.viewRevision !== state.revision);
  const answer = useApp((state) => isOutdated(state));
  // The analysis of a long text takes time, so the page marks the old content immediately.
  const long = useApp((state) => lengthOf(state.files) > LONG);
  const late = useDelayed(picture || answer, long ? 0 : 200);
  if (!late) return null;
  return picture ? 'all' : 'answer';
}

/** The panes, next to each other if there is enough space. */
export function Panes() {
  const lesson = useApp((state) => state.lesson !== null);
  const presenting = useApp(isPresenting);
  // A lesson takes its own column. A presentation does not show the column of the steps.
  const narrow = useScreenMedia(`(max-width: ${lesson && !presenting ? 1179.98 : 899.98}px)`);
  const small = useScreenMedia(`(max-width: ${lesson ? 1679.98 : 1199.98}px)`);
  const outdated = useOutdated();
  return (
    <main className="main" data-lesson={lesson || undefined} data-outdated={outdated ?? undefined}>
      {lesson && <LessonSlot />}
      {narrow ? <PaneTabs /> : <WidePanes compact={small || presenting} />}
    </main>
  );
}
