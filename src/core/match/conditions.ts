import type { Condition } from '../ir/condition.ts';
import { facetOf } from './facets.ts';
import { operatorOf } from './operators/operators.ts';
import type { RequestView } from './request-view.ts';

/**
 * Returns whether a condition holds for a request (R-204… ). A condition that the matcher does not understand
 * does not hold; see `isUnderstood`.
 */
export function holds(condition: Condition, view: RequestView): boolean {
  const facet = facetOf(condition.of);
  const operator = operatorOf(condition.op);
  return facet !== undefined && operator !== undefined && facet.holds(condition, operator, view);
}

/** Returns whether the matcher knows facet and operator of a condition; if not, `holds` says nothing about requests. */
export function isUnderstood({ of, op }: Pick<Condition, 'of' | 'op'>): boolean {
  return facetOf(of) !== undefined && operatorOf(op) !== undefined;
}

/** Returns what the request has where the condition looks; null when it has nothing. */
export function actualOf(condition: Condition, view: RequestView): string | null {
  return facetOf(condition.of)?.actual(condition.name, view) ?? null;
}
