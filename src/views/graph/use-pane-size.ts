import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PaneSize } from './opening-view.ts';

/** A pane that is not visible yet has this size for the layout. */
const UNKNOWN: PaneSize = { width: 790, height: 620 };

/** Returns the size of a pane. Null before it is measured. */
export function usePaneSize(pane: RefObject<HTMLElement | null>): PaneSize | null {
  const [size, setSize] = useState<PaneSize | null>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const isVisible = width > 0 && height > 0;
      setSize((before) => {
        if (!isVisible) return before ?? UNKNOWN;
        return before?.width === width && before.height === height ? before : { width, height };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return size;
}
