import { candidateTables } from '../analysis/questions/candidate-tables.ts';
import { type NearestChange, nearestChanges } from '../analysis/questions/nearest-change.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';
import { traceRequest } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * A change and the candidate that it makes win. `candidate` is the index of the candidate in the trace's
 * list, from 0.
 */
export interface NearMiss extends NearestChange {
  readonly candidate: number;
}

/**
 * Returns, for each candidate that a request missed, the change to the request that makes the candidate
 * match. Only the first `most` candidates are analysed.
 */
export function nearMisses(
  snapshot: Snapshot,
  request: SimRequest,
  most = Number.POSITIVE_INFINITY,
): readonly NearMiss[] {
  const step = traceRequest(snapshot, request).steps.at(-1);
  if (step === undefined || !('considered' in step)) return [];
  const { considered } = step;
  if (considered.matches.length === considered.length) return [];
  const { ir } = snapshot.control;
  const tables = candidateTables(request, ir, snapshot.profile);
  if (tables === null) return [];
  const changeFor = nearestChanges(request, tables, ir, snapshot.profile);
  const asked = considered.slice(0, most);
  return asked.flatMap(({ result, passedOver }, candidate) => {
    // No change of the request makes an unattached route win.
    if (result !== 'missed' || passedOver !== undefined) return [];
    const change = changeFor(tables.entries[candidate] as RouteEntry);
    return change === null ? [] : [{ candidate, ...change }];
  });
}
