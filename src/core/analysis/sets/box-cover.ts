import type { Budget } from './explore-values.ts';

/** A product of sets of values, with one set for each dimension, as bits. */
export type Product = readonly bigint[];

/** The answer to the question whether some products together cover a cell. */
export type Coverage =
  /** They cover it. `used` are the products that the proof needed. */
  | { readonly covered: true; readonly used: ReadonlySet<number> }
  /** They do not cover it. `rest` is a part of the cell that no product touches. */
  | { readonly covered: false; readonly rest: Product }
  /** The budget ended before the answer. */
  | { readonly covered: null };

/**
 * Returns whether the union of products covers a cell. A product that overlaps the cell divides it into the
 * overlap and, dimension by dimension, the pieces outside. Each piece is searched again with the products
 * that still overlap it. The search ends at the first piece without a product.
 */
export function coverCell(cell: Product, products: ReadonlyMap<number, Product>, budget: Budget): Coverage {
  const used = new Set<number>();
  let exhausted = false;

  /** Returns the first part that is not covered. Returns null if there is none (or if the budget ended). */
  const search = (part: Product, candidates: readonly (readonly [number, Product])[]): Product | null => {
    if (budget.left-- <= 0) {
      exhausted = true;
      return null;
    }
    const meeting = candidates.filter(([, product]) => meets(part, product));
    const best = leastCut(part, meeting);
    if (best === null) return part;
    const [id, product] = best;
    used.add(id);
    const inside = [...part];
    for (let at = 0; at < part.length; at++) {
      const outside = (inside[at] as bigint) & ~(product[at] as bigint);
      if (outside !== 0n) {
        const piece = [...inside];
        piece[at] = outside;
        const rest = search(piece, meeting);
        if (rest !== null || exhausted) return rest;
      }
      inside[at] = (inside[at] as bigint) & (product[at] as bigint);
    }
    return null;
  };

  const rest = search(cell, [...products]);
  if (exhausted) return { covered: null };
  return rest === null ? { covered: true, used } : { covered: false, rest };
}

function meets(a: Product, b: Product): boolean {
  for (let at = 0; at < a.length; at++) if (((a[at] as bigint) & (b[at] as bigint)) === 0n) return false;
  return true;
}

/** Returns the product that cuts the part in the fewest dimensions, and so leaves the fewest pieces. */
function leastCut(
  part: Product,
  products: readonly (readonly [number, Product])[],
): readonly [number, Product] | null {
  let best: readonly [number, Product] | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const each of products) {
    let cuts = 0;
    for (let at = 0; at < part.length; at++) {
      if (((part[at] as bigint) & ~(each[1][at] as bigint)) !== 0n) cuts++;
    }
    if (cuts < fewest) {
      best = each;
      fewest = cuts;
      if (cuts === 0) break;
    }
  }
  return best;
}
