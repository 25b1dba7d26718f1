import type { MeshIR } from '../ir/mesh-ir.ts';
import type { PassedOver } from '../ir/passed-over.ts';
import type { Candidate, Place } from '../ir/trace.ts';
import { holds } from '../match/conditions.ts';
import type { RequestView } from '../match/request-view.ts';

/**
 * The routes that wanted this request and were not let in, as candidates that missed by what keeps them out: one for
 * each rule whose conditions hold. `wanted` is what the request has of what they miss, where that depends on it.
 */
export function passedOverCandidates(
  routes: readonly PassedOver[],
  wanted: { readonly listener: string | null; readonly port: number },
  view: RequestView,
  place: Place,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const told = new Set<string>();
  for (const passed of routes) {
    if (passed.listener !== null && wanted.listener !== null && passed.listener !== wanted.listener) continue;
    for (const entry of passed.entries) {
      const key = `${entry.route} ${entry.rule} ${entry.match}`;
      if (told.has(key) || !entry.conditions.every((condition) => holds(condition, view))) continue;
      told.add(key);
      const expected = passed.expected ?? String(wanted.port);
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
  return candidates;
}

/** The routes that wanted a port of a Service: those that bind it are among its own routes. */
export function passedOverOn(service: string, port: number, ir: MeshIR): readonly PassedOver[] {
  return ir
    .passedOverOnService(service)
    .filter(({ why, actual }) => why !== 'other-port' || !actual.split(', ').includes(String(port)));
}
