import type { LabelSelector } from '../../gateway-resource.ts';

/** The flaw of an expression in a label selector: the number of its values, or its operator. */
export type ExpressionFlaw = 'values-missing' | 'values-unexpected' | 'operator';

/**
 * Returns the flaw of an expression, which then matches no namespace. Returns null if it has none. The API
 * does not validate expressions.
 */
export function flawOfExpression({
  operator,
  values,
}: LabelSelector['matchExpressions'][number]): ExpressionFlaw | null {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? 'values-missing' : null;
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0 ? null : 'values-unexpected';
    default:
      return 'operator';
  }
}
