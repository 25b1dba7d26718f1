import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** The policies that act on a request, their notes, and the session that they set. */
export interface Acting {
  readonly policies: Outcome['policies'];
  readonly notes: readonly TraceNote[];
  readonly session: Outcome['session'];
}

/** Returns the policies that act on the request of a trace. See acting-policies.ts. */
export type ReadActing = (trace: FollowedTrace, ir: MeshIR, profile: Profile) => Acting;

let reader: ReadActing | null = null;

/** Provides the reader of acting policies. See core/engines.ts. */
export function provideActingPolicies(read: ReadActing): void {
  reader = read;
}

const NONE: Acting = { policies: [], notes: [], session: null };

/**
 * Returns a trace with the policies that act on its request. Throws EngineMissing if the reader is needed and
 * not loaded.
 */
export function withPolicies(trace: FollowedTrace, ir: MeshIR, profile: Profile): FollowedTrace {
  const { outcome } = trace;
  const { policies, notes, session: bySession } = ir.hasPolicies() ? actingOn(trace, ir, profile) : NONE;
  // The session of a rule takes precedence.
  const session = outcome.session ?? bySession;
  const weighed = outcome.backends.filter(({ share }) => share > 0).length > 1;
  const all =
    session !== null && weighed
      ? [...notes, { code: 'session-overrides-weights', rule: 'R-345', args: {} } as const]
      : notes;
  if (policies.length === 0 && all.length === 0) return trace;
  return { ...trace, outcome: { ...outcome, policies, session }, notes: [...trace.notes, ...all] };
}

function actingOn(trace: FollowedTrace, ir: MeshIR, profile: Profile): Acting {
  if (reader === null) throw new EngineMissing('policies');
  return reader(trace, ir, profile);
}
