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
  if (facet === undefined || operator === undefined) return false;
  const passes =
    facet.holds(condition, operator, view) ||
    (condition.whenMissing === 'empty' &&
      facet.actual(condition.name, view) === null &&
      operator.holds(condition, '', view.profile));
  return passes !== (condition.negated === true);
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
