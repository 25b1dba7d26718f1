import type { FieldProblem } from '../../state/request-fields.ts';
import { requestReading } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';

/** Stable for the store: the same reading gives the same list. */
const NONE: readonly FieldProblem[] = [];

/** What is wrong with the form, field by field. */
export function useProblems(): readonly FieldProblem[] {
  return useApp((state) => {
    const reading = requestReading(state);
    return reading.ok ? NONE : reading.problems;
  });
}
