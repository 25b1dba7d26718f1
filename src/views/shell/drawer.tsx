import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { TABS, type Tab as TabName } from '../../state/model.ts';
import { setColumns, showTab } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tab, TabList, TabPanel } from '../ui/tab-group.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { TabCount, ViewPanel } from './view-panel.tsx';
import './drawer.css';

/** The height of the drawer in percent of the space below the answer. */
const HEIGHT = { usual: 42, least: 15, most: 85, step: 5 } as const;

function limited(height: number): number {
  return Math.min(HEIGHT.most, Math.max(HEIGHT.least, height));
}

/** The border of the drawer, which changes its height, after the pattern "Window Splitter" of ARIA. */
function Border({
  height,
  onHeight,
}: {
  readonly height: number;
  readonly onHeight: (height: number) => void;
}) {
  const texts = useTexts();
  const start = useRef<{ readonly y: number; readonly height: number; readonly whole: number } | null>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is not a line of a text.
    <div
      className="drawer-border"
      role="separator"
      aria-orientation="horizontal"
      aria-label={texts.pane.resizeDrawer}
      aria-controls="drawer"
      aria-valuemin={HEIGHT.least}
      aria-valuemax={HEIGHT.most}
      aria-valuenow={Math.round(height)}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        const whole = event.currentTarget.closest('.main')?.clientHeight ?? innerHeight;
        start.current = { y: event.clientY, height, whole };
      }}
      onPointerMove={({ clientY }) => {
        if (start.current === null) return;
        const { y, height: before, whole } = start.current;
        onHeight(limited(before + ((y - clientY) / whole) * 100));
      }}
      onLostPointerCapture={() => {
        start.current = null;
      }}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? HEIGHT.step : event.key === 'ArrowDown' ? -HEIGHT.step : 0;
        if (by === 0) return;
        event.preventDefault();
        onHeight(limited(height + by));
      }}
    />
  );
}

/** The tabs below the panes. The drawer with the view of a tab opens over the lower part of the panes. */
export function Drawer() {
  const texts = useTexts();
  const tab = useApp((state) => state.tab);
  const columns = useApp((state) => state.columns);
  const [dragged, setDragged] = useState<number | null>(null);
  const height = dragged ?? limited(columns.drawer ?? HEIGHT.usual);
  const open = tab !== 'trace';
  const keep = (next: number) => {
    setDragged(next);
    setColumns({ ...columns, drawer: next });
  };
  const close = () => {
    showTab('trace');
    document.querySelector<HTMLElement>('.drawer [role="tab"]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the drawer from all of its content.
    <div
      className="drawer"
      data-open={open || undefined}
      style={open ? { flexBasis: `${height}%` } : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open && !event.defaultPrevented) close();
      }}
    >
      {open && <Border height={height} onHeight={keep} />}
      <div className="drawer-head">
        <TabList className="tab-list" aria-label={texts.regions.views}>
          {TABS.map((each) => (
            <Tab key={each} value={each} className="tab">
              {texts.tabs[each]}
              <TabCount tab={each} />
            </Tab>
          ))}
        </TabList>
        {open && <IconButton icon={X} label={texts.pane.closeDrawer} onClick={close} />}
      </div>
      <div id="drawer" className="drawer-body">
        {TABS.filter((each): each is Exclude<TabName, 'trace'> => each !== 'trace').map((each) => (
          <TabPanel key={each} value={each} className="tab-body">
            <ViewPanel tab={each} />
          </TabPanel>
        ))}
      </div>
    </div>
  );
}
