import type { FollowedTrace } from '../ir/trace.ts';
import type { NotSimulatedBy, TraceNote } from '../ir/trace-note.ts';

/**
 * Returns a note on something in the manifests that is not simulated and affects the request: `what` is a
 * resource id, a filter or an annotation, and `on` the object that it acts on.
 */
export function notSimulated(rule: string, what: string, by: NotSimulatedBy, on = ''): TraceNote {
  return { code: 'not-simulated', rule, args: { what, by, on } };
}

/** Returns the resources, filters and settings that make an answer uncertain, each once. */
export function notSimulatedIn({ notes }: FollowedTrace): readonly string[] {
  return [...new Set(notes.flatMap(({ code, args }) => (code === 'not-simulated' ? String(args.what) : [])))];
}

/** The notes that name something that may change the answer. */
const UNCERTAIN: ReadonlySet<TraceNote['code']> = new Set([
  'not-simulated',
  'client-labels-unknown',
  'access-unknown',
  'access-differs',
  'lane-header-unknown',
  'lane-rule-order',
  'lane-environments-several',
  'gateway-pods-matter',
  'nginx-configuration-refused',
]);

/** Returns a trace whose outcome is marked as uncertain if a note names something that may change it. */
export function withCertainty(trace: FollowedTrace): FollowedTrace {
  const isCertain = !trace.notes.some(({ code }) => UNCERTAIN.has(code));
  return isCertain === trace.outcome.certain
    ? trace
    : { ...trace, outcome: { ...trace.outcome, certain: isCertain } };
}
