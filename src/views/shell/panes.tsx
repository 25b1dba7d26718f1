import { memo } from 'react';
import { PANES, type Pane } from '../../state/model.ts';
import { isOutdated } from '../../state/selectors.ts';
import { showPane } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { LONG, lengthOf } from '../../state/work-length.ts';
import { useDelayed } from '../ui/delayed.tsx';
import { Tab, TabGroup, TabList, TabPanel } from '../ui/tab-group.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { AnswerPane } from './answer-pane.tsx';
import { type ColumnProps, Columns } from './columns.tsx';
import { GraphPane } from './graph-pane.tsx';
import { LessonSlot } from './lesson-slot.tsx';
import { ManifestsPane } from './manifests-pane.tsx';
import { useScreenMedia } from './resolved-theme.ts';

/** The content of a column. */
const Column = memo(function Column({ pane, folded, onFold }: ColumnProps) {
  switch (pane) {
    case 'manifests':
      return <ManifestsPane folded={folded} onFold={() => onFold(pane)} />;
    case 'graph':
      return <GraphPane folded={folded} onFold={() => onFold(pane)} />;
    case 'request':
      return <AnswerPane />;
    default:
      return pane satisfies never;
  }
});

/** One pane at a time, for small screens. */
function PaneTabs() {
  const texts = useTexts();
  const pane = useApp((state) => state.pane);
  return (
    <TabGroup className="pane-tabs" value={pane} onValueChange={(value) => showPane(value as Pane)}>
      <TabList className="tab-list" aria-label={texts.title}>
        {PANES.map((each) => (
          <Tab key={each} value={each} className="tab">
            {texts.panes[each]}
          </Tab>
        ))}
      </TabList>
      <TabPanel value="manifests" className="pane">
        <ManifestsPane light />
      </TabPanel>
      <TabPanel value="graph" className="pane">
        <GraphPane />
      </TabPanel>
      <TabPanel value="request" className="pane">
        <AnswerPane />
      </TabPanel>
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
  // A lesson takes its own column.
  const narrow = useScreenMedia(`(max-width: ${lesson ? 1279.98 : 1099.98}px)`);
  const outdated = useOutdated();
  return (
    <main className="main" data-lesson={lesson || undefined} data-outdated={outdated ?? undefined}>
      {lesson && <LessonSlot />}
      {narrow ? <PaneTabs /> : <Columns content={Column} />}
    </main>
  );
}
