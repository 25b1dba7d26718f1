import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Trace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** Returns a note for each thing that is not simulated and may act on a request; see influences-on.ts. */
export type ReadInfluenceNotes = (trace: Trace, ir: MeshIR) => readonly TraceNote[];

let reader: ReadInfluenceNotes | null = null;

/** Provides the reader of influences on a request; see core/engines.ts. */
export function provideInfluenceNotes(read: ReadInfluenceNotes): void {
  reader = read;
}

/**
 * Returns a trace that names what is not simulated and touches its request. Throws EngineMissing when that cannot be read
 * yet.
 */
export function withInfluences(trace: Trace, ir: MeshIR): Trace {
  if (ir.influences().length === 0) return trace;
  if (reader === null) throw new EngineMissing('what is not simulated');
  const notes = reader(trace, ir).filter(
    ({ args }) => !trace.notes.some((note) => note.code === 'not-simulated' && note.args.what === args.what),
  );
  return notes.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...notes] };
}
