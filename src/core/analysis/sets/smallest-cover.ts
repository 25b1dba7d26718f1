import { coverCell, type Product } from './box-cover.ts';
import type { Budget } from './explore-values.ts';

/** The largest number of products for which every subset is tried, smallest first. */
const TRY_ALL = 14;

/**
 * Returns the ids of a smallest set of products that together cover a cell, in order. All products together
 * must cover it. With up to 14 products no smaller set exists. With more, the set is irreducible: without any
 * of its products, a part is uncovered.
 */
export function smallestCover(
  cell: Product,
  products: ReadonlyMap<number, Product>,
  used: ReadonlySet<number>,
  budget: Budget,
): readonly number[] {
  const essential = withoutContained(cell, products);
  if (essential.size <= TRY_ALL) {
    const ids = [...essential.keys()];
    for (let size = 1; size < ids.length; size++) {
      for (const subset of subsets(ids, size)) {
        const chosen = new Map(subset.map((id) => [id, essential.get(id) as Product]));
        if (coverCell(cell, chosen, budget).covered === true) return subset;
        if (budget.left <= 0) return irreducible(cell, products, used);
      }
    }
    return ids;
  }
  return irreducible(cell, products, used);
}

/** Returns the products that no other product contains. Of equal products, keeps the first. */
function withoutContained(
  cell: Product,
  products: ReadonlyMap<number, Product>,
): ReadonlyMap<number, Product> {
  const within = (a: Product, b: Product) =>
    a.every((set, at) => (set & (cell[at] as bigint) & ~(b[at] as bigint)) === 0n);
  const kept = new Map<number, Product>();
  for (const [id, product] of products) {
    let contained = false;
    for (const [other, larger] of products) {
      if (other === id || !within(product, larger)) continue;
      if (other < id || !within(larger, product)) contained = true;
    }
    if (!contained) kept.set(id, product);
  }
  return kept;
}

/**
 * Returns a set from which no product can be removed. Tries to remove one after the other, starting with the
 * last.
 */
function irreducible(
  cell: Product,
  products: ReadonlyMap<number, Product>,
  used: ReadonlySet<number>,
): readonly number[] {
  const kept = [...used].sort((a, b) => a - b);
  for (let at = kept.length - 1; at >= 0; at--) {
    const rest = kept.filter((_, other) => other !== at);
    const chosen = new Map(rest.map((id) => [id, products.get(id) as Product]));
    if (coverCell(cell, chosen, { left: STEPS }).covered === true) kept.splice(at, 1);
  }
  return kept;
}

const STEPS = 20_000;

/** Returns all subsets of a size, in the order of their members. */
function* subsets(ids: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= ids.length - size; at++) {
    for (const rest of subsets(ids, size - 1, at + 1)) yield [ids[at] as number, ...rest];
  }
}
