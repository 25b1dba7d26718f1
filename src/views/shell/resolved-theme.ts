import { useSyncExternalStore } from 'react';
import { useApp } from '../../state/store.ts';

const DARK = '(prefers-color-scheme: dark)';

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

/** The theme in effect, with the system's preference resolved. */
export function useResolvedTheme(): 'light' | 'dark' {
  const theme = useApp((state) => state.theme);
  const dark = useMedia(DARK);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
