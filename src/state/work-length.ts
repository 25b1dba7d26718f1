import type { TextFile } from './model.ts';

/** Returns the number of characters (UTF-16 units) of some files. */
export function lengthOf(files: readonly TextFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** A work above this size takes time. It can also be too large for the page (large-work.ts). */
export const LONG = 100_000;
