import type { MeshIR } from '../ir/mesh-ir.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** Returns a note for each influence on a request. See influences-on.ts. */
export type ReadInfluenceNotes = (trace: FollowedTrace, ir: MeshIR) => readonly TraceNote[];

let reader: ReadInfluenceNotes | null = null;

/** Provides the reader of influences on a request. See core/engines.ts. */
export function provideInfluenceNotes(read: ReadInfluenceNotes): void {
  reader = read;
}

/**
 * Returns a trace with notes on what is not simulated and affects its request. Throws EngineMissing if the
 * reader is needed and not loaded.
 */
export function withInfluences(trace: FollowedTrace, ir: MeshIR): FollowedTrace {
  if (ir.influences().length === 0) return trace;
  if (reader === null) throw new EngineMissing('what is not simulated');
  const notes = reader(trace, ir).filter(
    ({ args }) => !trace.notes.some((note) => note.code === 'not-simulated' && note.args.what === args.what),
  );
  return notes.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...notes] };
}
