import type { TextFile } from './model.ts';

/**
 * The first line of a file from which something was left out starts with this. It is a comment of the file, so
 * that it stays with the work when the work is saved, shared or read by the command line.
 */
export const LEFT_OUT = '# gammascope-left-out ';

/** Returns true when something was left out of some files (left-out.ts says what). */
export function hasLeftOut(files: readonly TextFile[]): boolean {
  return files.some(({ text }) => text.startsWith(LEFT_OUT));
}
