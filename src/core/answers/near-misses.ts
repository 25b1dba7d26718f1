import { candidateTables } from '../analysis/candidate-tables.ts';
import { type NearestChange, nearestChanges } from '../analysis/nearest-change.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';
import { traceRequest } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';

/** A change with the candidate that it is for: its place in the trace's list, from 0. */
export interface NearMiss extends NearestChange {
  readonly candidate: number;
}

/** Long lists are shown in part, and only that part is asked about. */
const MOST_CANDIDATES = 200;
const FIRST_CANDIDATES = 60;

/** For each candidate that a request missed: what to change about the request so that it matches. */
export function nearMisses(snapshot: Snapshot, request: SimRequest): readonly NearMiss[] {
  const step = traceRequest(snapshot, request).steps.at(-1);
  const considered = step !== undefined && 'considered' in step ? step.considered : [];
  if (considered.every((each) => each.result !== 'missed')) return [];
  const { ir } = snapshot.control;
  const tables = candidateTables(request, ir, snapshot.profile);
  if (tables === null) return [];
  const changeFor = nearestChanges(request, tables, ir, snapshot.profile);
  const asked = considered.length > MOST_CANDIDATES ? considered.slice(0, FIRST_CANDIDATES) : considered;
  return asked.flatMap(({ result, passedOver }, candidate) => {
    // A route that is not attached wins by no change of the request.
    if (result !== 'missed' || passedOver !== undefined) return [];
    const change = changeFor(tables.entries[candidate] as RouteEntry);
    return change === null ? [] : [{ candidate, ...change }];
  });
}
