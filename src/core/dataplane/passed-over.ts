import { candidateList } from '../ir/candidate-list.ts';
import type { PassedOver } from '../ir/passed-over.ts';
import type { Candidate, CandidateList, Locate } from '../ir/trace.ts';
import { holds } from '../match/conditions.ts';
import type { RequestView } from '../match/request-view.ts';

/**
 * Returns candidates for the routes that name the frontend and are not attached to it: one for each rule
 * whose conditions hold. The candidate missed by the field that keeps the route out. `port` is the dialled
 * port, for routes with another port.
 */
export function passedOverCandidates(
  routes: readonly PassedOver[],
  port: number,
  view: RequestView,
  place: Locate,
): CandidateList {
  const candidates: Candidate[] = [];
  const told = new Set<string>();
  for (const passed of routes) {
    for (const entry of passed.entries) {
      const key = `${entry.route} ${entry.rule} ${entry.match}`;
      if (told.has(key) || !entry.conditions.every((condition) => holds(condition, view))) continue;
      told.add(key);
      const expected = passed.expected ?? String(port);
      candidates.push({
        route: entry.route,
        rule: entry.rule,
        ...(entry.ruleName === null ? null : { ruleName: entry.ruleName }),
        match: entry.match,
        result: 'missed',
        misses: [{ on: passed.on, expected, actual: passed.actual }],
        passedOver:
          passed.finding === null ? { why: passed.why } : { why: passed.why, finding: passed.finding },
        origin: place(entry.origin),
      });
    }
  }
  return candidateList(candidates);
}
