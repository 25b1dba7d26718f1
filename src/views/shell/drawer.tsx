import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { shownTabs } from '../../state/selectors.ts';
import { setColumns, showTab } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tab, TabList, TabPanel } from '../ui/tab-group.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { DRAWER_HEIGHT, drawerHeight } from './drawer-height.ts';
import { TabCount, ViewPanel } from './view-panel.tsx';
import './drawer.css';

const DrawerBorder = lazy(() => import('./drawer-border.tsx'));

/** The tabs below the panes. The drawer with the view of a tab opens over the lower part of the panes. */
export function Drawer() {
  const texts = useTexts();
  const tab = useApp((state) => state.tab);
  const tabs = useApp(shownTabs);
  const columns = useApp((state) => state.columns);
  /** The height while the border is dragged. It is stored at the end. */
  const [dragged, setDragged] = useState<number | null>(null);
  const height = dragged ?? drawerHeight(columns.drawer ?? DRAWER_HEIGHT.usual);
  const open = tab !== 'trace';
  const keep = (next: number) => {
    setColumns({ ...columns, drawer: next });
    setDragged(null);
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
      {open && (
        <Suspense fallback={null}>
          <DrawerBorder height={height} onDrag={setDragged} onHeight={keep} />
        </Suspense>
      )}
      <div className="drawer-head">
        <TabList className="tab-list" aria-label={texts.regions.views}>
          {tabs.map((each) => (
            <Tab key={each} value={each} className="tab">
              {texts.tabs[each]}
              <TabCount tab={each} />
            </Tab>
          ))}
        </TabList>
        {open && <IconButton icon={X} label={texts.pane.closeDrawer} onClick={close} />}
      </div>
      <div id="drawer" className="drawer-body">
        {tabs
          .filter((each) => each !== 'trace')
          .map((each) => (
            <TabPanel key={each} value={each} className="tab-body">
              <ViewPanel tab={each} />
            </TabPanel>
          ))}
      </div>
    </div>
  );
}
