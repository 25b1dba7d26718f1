import type { LabelSelector } from '../../gateway-resource.ts';

/** What is wrong with an expression of a label selector: the number of its values, or its operator. */
export type ExpressionFlaw = 'values-missing' | 'values-unexpected' | 'operator';

/** The flaw of an expression, of which no namespace has the labels; null when it has none. Nothing validates them. */
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
