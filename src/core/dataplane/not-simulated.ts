import type { Trace } from '../ir/trace.ts';
import type { NotSimulatedBy, TraceNote } from '../ir/trace-note.ts';

/**
 * A note that names something of the manifests that is not simulated and touches the request: `what` it is (a resource
 * id, a filter, an annotation), and `on` what it acts.
 */
export function notSimulated(rule: string, what: string, by: NotSimulatedBy, on = ''): TraceNote {
  return { code: 'not-simulated', rule, args: { what, by, on } };
}

/** What makes an answer uncertain: resources, filters and settings that its notes name, each once. */
export function notSimulatedIn({ notes }: Trace): readonly string[] {
  return [...new Set(notes.flatMap(({ code, args }) => (code === 'not-simulated' ? String(args.what) : [])))];
}

/** A trace whose outcome says that it is not certain where a note names something that is not simulated. */
export function withCertainty(trace: Trace): Trace {
  const isCertain = !trace.notes.some(({ code }) => code === 'not-simulated');
  return isCertain === trace.outcome.certain
    ? trace
    : { ...trace, outcome: { ...trace.outcome, certain: isCertain } };
}
