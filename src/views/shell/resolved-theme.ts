import { useRef, useSyncExternalStore } from 'react';
import { useApp } from '../../state/store.ts';

const DARK = '(prefers-color-scheme: dark)';
const PRINT = 'print';

const queries = new Map<string, MediaQueryList>();

/** One list for each query: making one on every render would make the browser lay the page out in between. */
function mediaOf(query: string): MediaQueryList {
  const known = queries.get(query);
  if (known) return known;
  const media = matchMedia(query);
  queries.set(query, media);
  return media;
}

/** Follows a media query. */
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

/** Follows a media query on the screen; while the page is printed, what held before goes on. */
export function useScreenMedia(query: string): boolean {
  const matches = useMedia(query);
  const printing = useMedia(PRINT);
  const last = useRef(matches);
  if (!printing && !mediaOf(PRINT).matches) last.current = matches;
  return last.current;
}

/** The theme in effect, with the system's preference resolved. */
export function useResolvedTheme(): 'light' | 'dark' {
  const theme = useApp((state) => state.theme);
  const dark = useMedia(DARK);
  const printing = useMedia(PRINT);
  // Paper is white.
  if (printing) return 'light';
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
