import type { Condition } from '../ir/condition.ts';
import { facetOf } from './facets.ts';
import { operatorOf } from './operators/operators.ts';
import type { RequestView } from './request-view.ts';

/**
 * Returns true if a condition holds for a request (R-204… ). A condition that the matcher does not
 * understand does not hold. See `isUnderstood`.
 */
export function holds(condition: Condition, view: RequestView): boolean {
  const facet = facetOf(condition.of);
  const operator = operatorOf(condition.op);
  return facet !== undefined && operator !== undefined && facet.holds(condition, operator, view);
}

/**
 * Returns true if the matcher knows facet and operator of a condition. Otherwise the result of `holds` has no
 * meaning.
 */
export function isUnderstood({ of, op }: Pick<Condition, 'of' | 'op'>): boolean {
  return facetOf(of) !== undefined && operatorOf(op) !== undefined;
}

/** Returns the value of the request that the condition examines. Returns null if there is none. */
export function actualOf(condition: Condition, view: RequestView): string | null {
  return facetOf(condition.of)?.actual(condition.name, view) ?? null;
}
