/** Lines that two texts do not have in common: `removed` lines at `from` are replaced with `added` lines at `to`. */
export interface LineChange {
  /** Index of the first line in the old text. */
  readonly from: number;
  readonly removed: number;
  /** Index of the first line in the new text. */
  readonly to: number;
  readonly added: number;
}

/**
 * With more changed lines than this, the search for the smallest difference takes too much time and memory.
 */
const MOST_CHANGED = 2000;

/**
 * Returns the differences between two lists of lines, in order. They have the smallest possible number of
 * changed lines (E. Myers, “An O(ND) Difference Algorithm”, 1986). If that number is above 2,000, the result
 * is one change of everything between the common start and end.
 */
export function diffLines(from: readonly string[], to: readonly string[]): readonly LineChange[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let [fromEnd, toEnd] = [from.length, to.length];
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  if (fromEnd === start && toEnd === start) return [];
  const inner = smallest(from.slice(start, fromEnd), to.slice(start, toEnd));
  const changes = inner ?? [{ from: 0, removed: fromEnd - start, to: 0, added: toEnd - start }];
  return changes.map((change) => ({ ...change, from: change.from + start, to: change.to + start }));
}

/** Returns the smallest difference. Returns null when it is too large. */
function smallest(from: readonly string[], to: readonly string[]): readonly LineChange[] | null {
  const most = Math.min(from.length + to.length, MOST_CHANGED);
  /** The furthest line of `from` on each diagonal, for each number of changed lines. */
  const rounds: Int32Array[] = [];
  for (let changed = 0; changed <= most; changed++) {
    const before = rounds[changed - 1];
    const furthest = new Int32Array(2 * changed + 1);
    rounds.push(furthest);
    for (let diagonal = -changed; diagonal <= changed; diagonal += 2) {
      let x = before === undefined ? 0 : nextOn(diagonal, changed, before).x;
      let y = x - diagonal;
      while (x < from.length && y < to.length && from[x] === to[y]) {
        x++;
        y++;
      }
      furthest[diagonal + changed] = x;
      if (x >= from.length && y >= to.length) return changesOf(rounds, from.length, to.length);
    }
  }
  return null;
}

/**
 * Returns where a diagonal starts after one more changed line, and whether that line was added. `before` has
 * the furthest lines after `changed - 1` lines.
 */
function nextOn(diagonal: number, changed: number, before: Int32Array): { x: number; isAdded: boolean } {
  // `before` begins with the diagonal `1 - changed`.
  const below = before[diagonal + changed] ?? -1;
  const above = before[diagonal + changed - 2] ?? -1;
  const isAdded = diagonal === -changed || (diagonal !== changed && above < below);
  return { x: isAdded ? below : above + 1, isAdded };
}

/** Follows the rounds from the end of both texts to their start. */
function changesOf(rounds: readonly Int32Array[], fromLength: number, toLength: number): LineChange[] {
  const changes: LineChange[] = [];
  let [x, y] = [fromLength, toLength];
  for (let changed = rounds.length - 1; changed > 0; changed--) {
    const diagonal = x - y;
    const { x: after, isAdded } = nextOn(diagonal, changed, rounds[changed - 1] as Int32Array);
    const afterY = after - diagonal;
    [x, y] = isAdded ? [after, afterY - 1] : [after - 1, afterY];
    const next = changes.at(-1);
    const isAdjacent = next !== undefined && next.from === after && next.to === afterY;
    if (isAdjacent) changes.pop();
    changes.push({
      from: x,
      removed: (isAdjacent ? next.removed : 0) + (isAdded ? 0 : 1),
      to: y,
      added: (isAdjacent ? next.added : 0) + (isAdded ? 1 : 0),
    });
  }
  return changes.reverse();
}
