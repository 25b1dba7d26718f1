import { Tabs } from 'radix-ui';
import { useRef } from 'react';
import { Group, Panel, type PanelImperativeHandle, Separator } from 'react-resizable-panels';
import { PANES, type Pane } from '../../state/model.ts';
import { isOutdated } from '../../state/selectors.ts';
import { setColumns, showPane } from '../../state/show.ts';
import { store, useApp } from '../../state/store.ts';
import { useDelayed } from '../ui/delayed.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { AnswerPane } from './answer-pane.tsx';
import { GraphPane } from './graph-pane.tsx';
import { LessonSlot } from './lesson-slot.tsx';
import { ManifestsPane } from './manifests-pane.tsx';
import { useScreenMedia } from './resolved-theme.ts';

const DEFAULTS: Readonly<Record<Pane, number>> = { manifests: 28, graph: 40, request: 32 };

/** Returns the stored sizes if they fit the panes. */
function rememberedSizes(): Record<string, number> {
  const { columns } = store.getState();
  const sum = PANES.reduce((total, pane) => total + (columns[pane] ?? Number.NaN), 0);
  return Math.abs(sum - 100) < 1 ? { ...columns } : { ...DEFAULTS };
}

function Handle({ left, right }: { readonly left: Pane; readonly right: Pane }) {
  const texts = useTexts();
  return (
    <Separator className="separator" aria-label={texts.pane.resize(texts.panes[left], texts.panes[right])} />
  );
}

/** Three columns that can be resized and collapsed. */
function Columns() {
  const manifests = useRef<PanelImperativeHandle>(null);
  const graph = useRef<PanelImperativeHandle>(null);
  const columns = useApp((state) => state.columns);
  const folded = (pane: Pane) => (columns[pane] ?? DEFAULTS[pane]) < 6;
  const sizes = rememberedSizes();
  const toggle = (panel: PanelImperativeHandle | null, pane: Pane) => {
    if (panel?.isCollapsed()) {
      panel.expand();
      if (panel.getSize().asPercentage < 12) panel.resize(`${DEFAULTS[pane]}%`);
    } else panel?.collapse();
  };
  return (
    <Group
      className="columns"
      orientation="horizontal"
      defaultLayout={sizes}
      onLayoutChanged={(layout) => setColumns(layout)}
    >
      <Panel
        id="manifests"
        panelRef={manifests}
        className="pane"
        minSize="220px"
        collapsible
        collapsedSize="36px"
      >
        <ManifestsPane folded={folded('manifests')} onFold={() => toggle(manifests.current, 'manifests')} />
      </Panel>
      <Handle left="manifests" right="graph" />
      <Panel id="graph" panelRef={graph} className="pane" minSize="240px" collapsible collapsedSize="36px">
        <GraphPane folded={folded('graph')} onFold={() => toggle(graph.current, 'graph')} />
      </Panel>
      <Handle left="graph" right="request" />
      <Panel id="request" className="pane" minSize="320px">
        <AnswerPane />
      </Panel>
    </Group>
  );
}

/** One pane at a time, for small screens. */
function PaneTabs() {
  const texts = useTexts();
  const pane = useApp((state) => state.pane);
  return (
    <Tabs.Root className="pane-tabs" value={pane} onValueChange={(value) => showPane(value as Pane)}>
      <Tabs.List className="tab-list" aria-label={texts.title}>
        {PANES.map((each) => (
          <Tabs.Trigger key={each} value={each} className="tab">
            {texts.panes[each]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="manifests" className="pane">
        <ManifestsPane light />
      </Tabs.Content>
      <Tabs.Content value="graph" className="pane">
        <GraphPane />
      </Tabs.Content>
      <Tabs.Content value="request" className="pane">
        <AnswerPane />
      </Tabs.Content>
    </Tabs.Root>
  );
}

/**
 * The analysis of texts above this size (UTF-16 units) takes time, so the page marks the old content
 * immediately.
 */
const LARGE = 100_000;

/**
 * Returns the part of the page that is about earlier manifests: `all`, or only the answer. Returns null when
 * there is none, or only for a short time.
 */
function useOutdated(): 'all' | 'answer' | null {
  const picture = useApp((state) => state.viewRevision !== state.revision);
  const answer = useApp((state) => isOutdated(state));
  const large = useApp((state) => state.files.reduce((sum, { text }) => sum + text.length, 0) > LARGE);
  const late = useDelayed(picture || answer, large ? 0 : 200);
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
      {narrow ? <PaneTabs /> : <Columns />}
    </main>
  );
}
