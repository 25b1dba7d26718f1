import type { FieldProblem } from '../../state/request-fields.ts';
import { requestReading } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';

/** A constant, so that the store gets the same list for the same reading. */
const NONE: readonly FieldProblem[] = [];

/** Returns the problems of the form, by field. */
export function useProblems(): readonly FieldProblem[] {
  return useApp((state) => {
    const reading = requestReading(state);
    return reading.ok ? NONE : reading.problems;
  });
}
