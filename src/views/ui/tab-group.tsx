import {
  createContext,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
} from 'react';

interface Chosen {
  readonly id: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

const Chosen = createContext<Chosen>({ id: '', value: '', onChoose: () => undefined });

interface TabGroupProps {
  readonly className: string;
  /** The value of the chosen tab. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly children: ReactNode;
}

/**
 * A group of tabs and their panels, after the pattern "Tabs with automatic activation" of the ARIA Authoring
 * Practices. The page starts with tabs, so they are part of its first load and use no library.
 */
export function TabGroup({ className, value, onValueChange, children }: TabGroupProps) {
  const id = useId();
  return (
    <Chosen value={{ id, value, onChoose: onValueChange }}>
      <div className={className}>{children}</div>
    </Chosen>
  );
}

/** Returns the tab that a key moves to, from the tab with the focus. Returns undefined for other keys. */
function nextTab(key: string, tabs: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs[(at + tabs.length - 1) % tabs.length];
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}

/** The list of tabs. The arrow keys, Home and End move through it. */
export function TabList(props: HTMLAttributes<HTMLDivElement>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const next = nextTab(event.key, tabs, tabs.indexOf(event.target as HTMLElement));
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return <div {...props} role="tablist" aria-orientation="horizontal" tabIndex={-1} onKeyDown={onKeyDown} />;
}

interface TabProps {
  readonly value: string;
  readonly className: string;
  readonly children: ReactNode;
}

interface TabPanelProps extends TabProps {
  /** True for a panel that is visible next to the panel of another chosen tab. */
  readonly always?: boolean;
}

/** A tab. It is chosen when it receives the focus. */
export function Tab({ value, className, children }: TabProps) {
  const chosen = useContext(Chosen);
  const isChosen = chosen.value === value;
  const choose = () => {
    if (!isChosen) chosen.onChoose(value);
  };
  return (
    <button
      type="button"
      role="tab"
      id={`${chosen.id}-trigger-${value}`}
      className={className}
      aria-selected={isChosen}
      aria-controls={`${chosen.id}-content-${value}`}
      data-state={isChosen ? 'active' : 'inactive'}
      tabIndex={isChosen ? 0 : -1}
      onMouseDown={(event) => {
        if (event.button === 0 && !event.ctrlKey) choose();
      }}
      onClick={choose}
      onFocus={choose}
    >
      {children}
    </button>
  );
}

/** The panel of a tab. Only the chosen panel, and one that is always visible, have content. */
export function TabPanel({ value, className, always = false, children }: TabPanelProps) {
  const chosen = useContext(Chosen);
  const isChosen = always || chosen.value === value;
  return (
    <div
      role="tabpanel"
      id={`${chosen.id}-content-${value}`}
      className={className}
      aria-labelledby={`${chosen.id}-trigger-${value}`}
      data-state={isChosen ? 'active' : 'inactive'}
      hidden={!isChosen}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel whose content has no control can still be scrolled by keyboard.
      tabIndex={0}
    >
      {isChosen && children}
    </div>
  );
}
