import { useRef, useSyncExternalStore } from 'react';
import { useApp } from '../../state/store.ts';

const DARK = '(prefers-color-scheme: dark)';
const PRINT = 'print';

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Follows a media query on the screen; while the page is printed, what held before goes on. */
export function useScreenMedia(query: string): boolean {
  const matches = useMedia(query);
  const printing = useMedia(PRINT);
  const last = useRef(matches);
  if (!printing && !matchMedia(PRINT).matches) last.current = matches;
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
