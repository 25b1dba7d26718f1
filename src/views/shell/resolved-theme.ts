import { useRef, useSyncExternalStore } from 'react';
import { useApp } from '../../state/store.ts';

const DARK = '(prefers-color-scheme: dark)';
const PRINT = 'print';

const queries = new Map<string, MediaQueryList>();

/** Returns one list for each query. Creating a list on every render would force a layout of the page. */
function mediaOf(query: string): MediaQueryList {
  const known = queries.get(query);
  if (known) return known;
  const media = matchMedia(query);
  queries.set(query, media);
  return media;
}

/** Returns whether a media query matches, and follows its changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = mediaOf(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => mediaOf(query).matches,
  );
}

/**
 * Returns whether a media query matches on the screen. While the page is printed, the previous value remains.
 */
export function useScreenMedia(query: string): boolean {
  const matches = useMedia(query);
  const printing = useMedia(PRINT);
  const last = useRef(matches);
  if (!printing && !mediaOf(PRINT).matches) last.current = matches;
  return last.current;
}

/** Returns the theme in effect, with the system's preference resolved. */
export function useResolvedTheme(): 'light' | 'dark' {
  const theme = useApp((state) => state.theme);
  const dark = useMedia(DARK);
  const printing = useMedia(PRINT);
  // Paper is white.
  if (printing) return 'light';
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
