import { type ComponentType, type CSSProperties, Fragment, useCallback, useRef, useState } from 'react';
import { PANES, type Pane } from '../../state/model.ts';
import { setColumns } from '../../state/show.ts';
import { store, useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { type ColumnLimits, moveSeparator, toggleColumn } from './column-sizes.ts';

type Sizes = Readonly<Record<string, number>>;

const DEFAULTS: Readonly<Record<Pane, number>> = { manifests: 20, graph: 55, request: 25 };
/** With little space the manifests start folded. */
const COMPACT: Readonly<Record<Pane, number>> = { manifests: 3, graph: 64, request: 33 };
const LIMITS: readonly ColumnLimits[] = [
  { least: 220, folded: 36 },
  { least: 240, folded: null },
  { least: 280, folded: null },
];
/** A column that takes a smaller part of the width, in percent, is folded. */
const FOLDED = 6;
/** An arrow key moves a separator by this part of the width. */
const KEY_STEP = 0.05;

/** Returns the stored sizes in percent if they fit the panes. Returns the usual sizes otherwise. */
function sizesFrom(columns: Sizes): Sizes {
  const total = PANES.reduce((whole, pane) => whole + (columns[pane] ?? Number.NaN), 0);
  return Math.abs(total - 100) < 1 ? columns : DEFAULTS;
}

/** The sizes with little space. They last as long as the page, so that a folded pane unfolds on a large screen. */
let compactSizes: Sizes = COMPACT;

function isFolded(pane: Pane, sizes: Sizes): boolean {
  return LIMITS[PANES.indexOf(pane)]?.folded !== null && (sizes[pane] as number) < FOLDED;
}

function styleOf(pane: Pane, sizes: Sizes): CSSProperties {
  const { least, folded } = LIMITS[PANES.indexOf(pane)] as ColumnLimits;
  if (isFolded(pane, sizes)) return { flex: `0 0 ${folded}px` };
  return { flex: `${sizes[pane]} 1 0`, minWidth: least };
}

export interface ColumnProps {
  readonly pane: Pane;
  readonly folded: boolean;
  /** Folds a column, or unfolds it. */
  readonly onFold: (pane: Pane) => void;
}

interface ColumnsProps {
  /** The content of a column. It is not drawn again while a separator is dragged. */
  readonly content: ComponentType<ColumnProps>;
  /** True when there is little space: a small screen, or a lesson next to the columns. */
  readonly compact: boolean;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/** Returns by how many pixels a key moves a separator. Returns 0 for other keys. */
function keyStep(key: string, total: number): number {
  switch (key) {
    case 'ArrowLeft':
      return -KEY_STEP * total;
    case 'ArrowRight':
      return KEY_STEP * total;
    case 'Home':
      return -total;
    case 'End':
      return total;
    default:
      return 0;
  }
}

/** Returns the sizes for widths in pixels. */
function sizesOf(widths: readonly number[]): Sizes {
  const total = sum(widths);
  return Object.fromEntries(PANES.map((pane, at) => [pane, ((widths[at] as number) / total) * 100]));
}

/** Three columns that can be resized and folded, after the pattern "Window Splitter" of ARIA. */
export function Columns({ content: Content, compact }: ColumnsProps) {
  const texts = useTexts();
  const usual = useApp((state) => sizesFrom(state.columns));
  const [small, setSmall] = useState(compactSizes);
  const stored = compact ? small : usual;
  const keep = useCallback(
    (next: Sizes) => {
      if (compact) {
        compactSizes = next;
        setSmall(next);
      } else setColumns({ ...store.getState().columns, ...next });
    },
    [compact],
  );
  /** The sizes while a separator is dragged. They are stored at its end. */
  const [dragged, setDragged] = useState<Sizes | null>(null);
  const sizes = dragged ?? stored;
  const frame = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly at: number; readonly x: number; readonly widths: readonly number[] } | null>(
    null,
  );
  /** The sizes of the columns before they were folded. */
  const unfolded = useRef<Sizes>(DEFAULTS);
  const widthsNow = useCallback(
    () => PANES.map((pane) => frame.current?.querySelector(`#${pane}`)?.clientWidth ?? 0),
    [],
  );
  const toggle = useCallback(
    (pane: Pane) => {
      const widths = widthsNow();
      const before = compact ? compactSizes : sizesFrom(store.getState().columns);
      if (!isFolded(pane, before)) unfolded.current = { ...unfolded.current, [pane]: before[pane] as number };
      const wanted = ((unfolded.current[pane] as number) / 100) * sum(widths);
      keep(sizesOf(toggleColumn(widths, LIMITS, PANES.indexOf(pane), wanted)));
    },
    [widthsNow, compact, keep],
  );
  const endDrag = () => {
    drag.current = null;
    if (dragged) keep(dragged);
    setDragged(null);
  };
  const onKey = (key: string, at: number): boolean => {
    const widths = widthsNow();
    const by = keyStep(key, sum(widths));
    if (key === 'Enter') toggle(PANES[at] as Pane);
    else if (by !== 0) keep(sizesOf(moveSeparator(widths, LIMITS, at, by)));
    else return false;
    return true;
  };
  const separator = (at: number) => {
    const [left, right] = [PANES[at] as Pane, PANES[at + 1] as Pane];
    return (
      // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is not a line of a text.
      <div
        className="separator"
        role="separator"
        aria-orientation="vertical"
        aria-label={texts.pane.resize(texts.panes[left], texts.panes[right])}
        aria-controls={left}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(sizes[left] as number)}
        data-active={drag.current?.at === at || undefined}
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { at, x: event.clientX, widths: widthsNow() };
        }}
        onPointerMove={({ clientX }) => {
          if (drag.current === null) return;
          const { x, widths } = drag.current;
          setDragged(sizesOf(moveSeparator(widths, LIMITS, at, clientX - x)));
        }}
        onPointerUp={endDrag}
        onLostPointerCapture={endDrag}
        onKeyDown={(event) => {
          if (onKey(event.key, at)) event.preventDefault();
        }}
      />
    );
  };
  return (
    <div ref={frame} className="columns">
      {PANES.map((pane, at) => (
        <Fragment key={pane}>
          {at > 0 && separator(at - 1)}
          <div id={pane} className="pane" style={styleOf(pane, sizes)}>
            <Content pane={pane} folded={isFolded(pane, sizes)} onFold={toggle} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}
