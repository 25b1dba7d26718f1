/** A stretch of lines, from 1. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/**
 * The documents of a stream as stretches that can be folded: from the first line that says something to the last. A
 * document of one line has nothing to fold.
 */
export function documentFolds(lines: readonly string[]): readonly Fold[] {
  const folds: Fold[] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    if (start > 0 && end > start) folds.push({ start, end });
    start = 0;
  };
  for (const [at, line] of lines.entries()) {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) close();
    else if (line.trim() !== '') {
      if (start === 0) start = at + 1;
      end = at + 1;
    }
  }
  close();
  return folds.length > 1 ? folds : [];
}
