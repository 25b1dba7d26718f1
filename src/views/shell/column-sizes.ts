/** The width limits of a column, in pixels. */
export interface ColumnLimits {
  readonly least: number;
  /** The width of the folded column. Null when it cannot be folded. */
  readonly folded: number | null;
}

/** Returns the width that a column can give up, if it should give up `wanted`. */
function given(width: number, { least, folded }: ColumnLimits, wanted: number): number {
  const toLeast = Math.max(0, width - least);
  if (wanted <= toLeast) return wanted;
  const toFolded = folded === null ? toLeast : Math.max(0, width - folded);
  // A column folds when it should be smaller than halfway between its least and its folded width.
  return wanted > (toLeast + toFolded) / 2 ? toFolded : toLeast;
}

/** Returns the width that a column takes, if it is offered `offered`. A folded column unfolds halfway. */
function taken(width: number, { least }: ColumnLimits, offered: number): number {
  if (width >= least) return offered;
  const toLeast = least - width;
  return offered < toLeast / 2 ? 0 : Math.max(offered, toLeast);
}

/**
 * Returns the widths after the separator behind column `at` moved by `by` pixels (positive: to the right).
 * The column on one side grows. The columns on the other side shrink, the nearest first. The sum stays the
 * same.
 */
export function moveSeparator(
  widths: readonly number[],
  limits: readonly ColumnLimits[],
  at: number,
  by: number,
): readonly number[] {
  const columns = [...widths.keys()];
  const grows = by > 0 ? at : at + 1;
  const shrinks = by > 0 ? columns.slice(at + 1) : columns.slice(0, at + 1).reverse();
  const limitOf = (column: number) => limits[column] as ColumnLimits;
  const wanted = taken(widths[grows] as number, limitOf(grows), Math.abs(by));
  const after = [...widths];
  let left = wanted;
  for (const column of shrinks) {
    const gives = given(after[column] as number, limitOf(column), left);
    after[column] = (after[column] as number) - gives;
    left -= gives;
    if (left <= 0) break;
  }
  const grown = (widths[grows] as number) + wanted - left;
  // There is no space to unfold a column.
  if (grown < limitOf(grows).least && grown !== widths[grows]) return widths;
  after[grows] = grown;
  return after;
}

/** Returns the widths after a column was folded, or unfolded to at least `wanted` pixels. */
export function toggleColumn(
  widths: readonly number[],
  limits: readonly ColumnLimits[],
  column: number,
  wanted: number,
): readonly number[] {
  const { least, folded } = limits[column] as ColumnLimits;
  const width = widths[column] as number;
  if (folded === null) return widths;
  return moveSeparator(
    widths,
    limits,
    column,
    width < least ? Math.max(wanted, least) - width : folded - width,
  );
}
