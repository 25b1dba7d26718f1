import type { MeshIR } from '../ir/mesh-ir.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';

/**
 * Returns a note if routes write the core group as `core` for a parent or a backend. Profiles read this
 * differently.
 */
export function noteOnCoreGroup(key: string, ir: MeshIR, profile: Profile): readonly TraceNote[] {
  const routes = ir.spelledOut(key);
  if (routes.length === 0) return [];
  const args = { routes: routes.join(', '), read: profile.coreGroup };
  return [{ code: 'core-group-spelled-out', rule: 'A-01, R-103', args }];
}
