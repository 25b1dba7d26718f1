import type { Cluster } from '../cluster/cluster.ts';
import type { Finding } from '../findings/finding.ts';
import type { Profile } from '../profile/profile.ts';
import type { ControlPlane } from './control-plane.ts';

/** What a dialect found, and what it can take over when it is asked again after an edit. */
interface DialectFindings {
  readonly findings: readonly Finding[];
  readonly memo: unknown;
}

/** What finds what is wrong with the resources of a dialect. */
export interface DialectCheck {
  readonly name: string;
  /** The findings, in any order; `previous` is what this check kept of an earlier cluster. */
  check(
    world: { readonly cluster: Cluster; readonly control: ControlPlane; readonly profile: Profile },
    previous: unknown,
  ): DialectFindings;
}
