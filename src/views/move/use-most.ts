import { useState } from 'react';

/** Returns the start of a list, and a function that shows the rest. Null if the list is whole. */
export function useMost<T>(list: readonly T[], most: number): readonly [readonly T[], (() => void) | null] {
  const [all, setAll] = useState(false);
  if (all || list.length <= most) return [list, null];
  return [list.slice(0, most), () => setAll(true)];
}
