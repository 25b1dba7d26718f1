import { compareTraces, type TraceDifference } from '../explain/compare-traces.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Candidate } from '../ir/trace.ts';
import { traceRequest } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';

/** Returns the candidates of a request from one index up to another. */
export function candidatesBetween(
  snapshot: Snapshot,
  request: SimRequest,
  from: number,
  to: number,
): readonly Candidate[] {
  const step = traceRequest(snapshot, request).steps.at(-1);
  return step !== undefined && 'considered' in step ? step.considered.slice(from, to) : [];
}

/** Returns the first difference between the traces of two requests. Returns null if they are equal. */
export function compareRequests(
  snapshot: Snapshot,
  [one, other]: readonly [SimRequest, SimRequest],
): TraceDifference | null {
  return compareTraces(traceRequest(snapshot, one), traceRequest(snapshot, other));
}
