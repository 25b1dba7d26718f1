import type { Cluster } from '../cluster/cluster.ts';
import type { Finding } from '../findings/finding.ts';
import type { Profile } from '../profile/profile.ts';
import type { ControlPlane } from './control-plane.ts';

/** The findings of a dialect, and what its next check can reuse after an edit. */
interface DialectFindings {
  readonly findings: readonly Finding[];
  readonly memo: unknown;
}

/** Finds problems in the resources of a dialect. */
export interface DialectCheck {
  readonly name: string;
  /** Returns the findings, in any order. `previous` is what this check kept for an earlier cluster. */
  check(
    world: { readonly cluster: Cluster; readonly control: ControlPlane; readonly profile: Profile },
    previous: unknown,
  ): DialectFindings;
}
