import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Locate, Step } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';

/** A trace that is being written. */
export interface Draft {
  readonly asked: SimRequest;
  readonly ir: MeshIR;
  readonly profile: Profile;
  readonly place: Locate | null;
  readonly steps: Step[];
  readonly notes: TraceNote[];
}
