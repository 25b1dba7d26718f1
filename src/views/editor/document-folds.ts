/** A range of lines, from 1. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the foldable ranges of a stream's documents: from the first to the last line with content. A
 * document of one line has no range.
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
