import { useRef } from 'react';
import { useTexts } from '../ui/texts/use-texts.ts';
import { DRAWER_HEIGHT, drawerHeight } from './drawer-height.ts';

interface DrawerBorderProps {
  /** The height of the drawer, in percent. */
  readonly height: number;
  /** Called with each height while the border is dragged. */
  readonly onDrag: (height: number) => void;
  /** Called with the height at the end of a drag, or after a key. */
  readonly onHeight: (height: number) => void;
}

/** The border of the drawer, which changes its height, after the pattern "Window Splitter" of ARIA. */
export default function DrawerBorder({ height, onDrag, onHeight }: DrawerBorderProps) {
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
      aria-valuemin={DRAWER_HEIGHT.least}
      aria-valuemax={DRAWER_HEIGHT.most}
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
        onDrag(drawerHeight(before + ((y - clientY) / whole) * 100));
      }}
      onLostPointerCapture={() => {
        start.current = null;
        onHeight(height);
      }}
      onKeyDown={(event) => {
        const by =
          event.key === 'ArrowUp' ? DRAWER_HEIGHT.step : event.key === 'ArrowDown' ? -DRAWER_HEIGHT.step : 0;
        if (by === 0) return;
        event.preventDefault();
        onHeight(drawerHeight(height + by));
      }}
    />
  );
}
