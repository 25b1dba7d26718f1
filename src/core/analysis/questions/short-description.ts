import type { Condition } from '../../ir/condition.ts';
import type { Cells } from '../sets/condition-grid.ts';

/** A product of conditions with its cells. */
interface Product {
  readonly conditions: readonly Condition[];
  readonly cells: Cells;
}

/** A product without other products. */
export interface Difference {
  readonly base: Product;
  readonly rivals: readonly Product[];
}

/** The largest number of products in a description, and of products that one of them leaves out. */
interface Limits {
  readonly alternatives: number;
  readonly exceptions: number;
}

/** Returns the union of some sets of cells. */
export function union(size: number, sets: readonly Cells[]): Cells {
  const all = new Uint8Array(size);
  for (const set of sets) for (let at = 0; at < size; at++) if (set[at] === 1) all[at] = 1;
  return all;
}

/** Returns the cells of a set that are in none of some products. */
export function except(cells: Cells, products: readonly Pick<Product, 'cells'>[]): Cells {
  const rest = cells.slice();
  for (const product of products)
    for (let at = 0; at < rest.length; at++) if (product.cells[at] === 1) rest[at] = 0;
  return rest;
}

/** Returns true if all cells of a set are in another set. */
export function isPart(part: Cells, whole: Cells): boolean {
  return part.every((each, at) => each === 0 || whole[at] === 1);
}

function count(cells: Cells): number {
  let sum = 0;
  for (const each of cells) sum += each;
  return sum;
}

/** Returns the number of cells that two sets share. */
function shared(a: Cells, b: Cells): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) if (a[at] === 1 && b[at] === 1) sum++;
  return sum;
}

/**
 * Returns a short description of `members`, the union of all regions: some of their products, each with as
 * few exceptions as a greedy search finds. Returns null if it finds none within the limits.
 */
export function shortest(
  regions: readonly Difference[],
  members: Cells,
  limits: Limits,
): readonly Difference[] | null {
  const wide = [...regions].sort((a, b) => count(b.base.cells) - count(a.base.cells));
  let open = members;
  const chosen: Difference[] = [];
  for (const { base, rivals } of wide) {
    if (shared(base.cells, open) === 0) continue;
    const needed = exceptionsOf(base, rivals, members);
    if (needed === null || needed.length > limits.exceptions) continue;
    const alternative = { base, rivals: needed };
    const cells = except(base.cells, needed);
    if (shared(cells, open) === 0) continue;
    chosen.push(alternative);
    open = except(open, [{ cells }]);
  }
  if (count(open) > 0) return null;
  const needed = withoutSpare(chosen, members);
  return needed.length > limits.alternatives ? null : needed;
}

/** Returns alternatives without those that the others cover. Tries to leave out the narrowest first. */
function withoutSpare(chosen: readonly Difference[], members: Cells): readonly Difference[] {
  let kept = chosen;
  for (const each of [...chosen].reverse()) {
    const rest = kept.filter((other) => other !== each);
    const cells = union(
      members.length,
      rest.map(({ base, rivals }) => except(base.cells, rivals)),
    );
    if (isPart(members, cells)) kept = rest;
  }
  return kept;
}

/**
 * Returns products that together take everything out of `base` that is not in `members`. Returns null if the
 * products do not.
 */
function exceptionsOf(
  base: Product,
  products: readonly Product[],
  members: Cells,
): readonly Product[] | null {
  const chosen: Product[] = [];
  let wrong = except(base.cells, [{ cells: members }]);
  while (count(wrong) > 0) {
    let best: Product | null = null;
    let most = 0;
    for (const each of products) {
      const taken = shared(each.cells, wrong);
      const isBetter =
        taken > most ||
        // Of two that take the same, the one with fewer conditions is easier to read.
        (taken === most && best !== null && each.conditions.length < best.conditions.length);
      if (taken > 0 && isBetter) {
        best = each;
        most = taken;
      }
    }
    if (best === null) return null;
    chosen.push(best);
    wrong = except(wrong, [best]);
  }
  // A later product may take everything that an earlier one takes.
  let kept: readonly Product[] = chosen;
  for (const each of chosen) {
    const rest = kept.filter((other) => other !== each);
    if (isPart(except(base.cells, rest), members)) kept = rest;
  }
  return kept;
}
