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

/** The page shows only the first part of a long list, so only that part is analysed. */
const MOST_CANDIDATES = 200;
const FIRST_CANDIDATES = 60;

/**
 * Returns, for each candidate that a request missed, the change to the request that makes the candidate
 * match.
 */
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
    // No change of the request makes an unattached route win.
    if (result !== 'missed' || passedOver !== undefined) return [];
    const change = changeFor(tables.entries[candidate] as RouteEntry);
    return change === null ? [] : [{ candidate, ...change }];
  });
}
