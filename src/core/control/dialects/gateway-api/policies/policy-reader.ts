import type { Cluster } from '../../../../cluster/cluster.ts';
import type { AttachedPolicy } from '../../../../ir/policy.ts';
import type { Profile } from '../../../../profile/profile.ts';
import { EngineMissing } from '../../../../text/engine-missing.ts';
import type { RouteServices } from '../references/route-services.ts';

/** Returns the policies of a bundle by the id of what they target; see attach-policies.ts. */
export type ReadPolicies = (
  cluster: Cluster,
  services: RouteServices,
  profile: Profile,
) => ReadonlyMap<string, readonly AttachedPolicy[]>;

let reader: ReadPolicies | null = null;

/** Provides the reader of policies; see core/engines.ts. */
export function providePolicyReader(read: ReadPolicies): void {
  reader = read;
}

/** Returns the reader of policies; throws EngineMissing when it is not provided yet. */
export function policyReader(): ReadPolicies {
  if (reader === null) throw new EngineMissing('policies');
  return reader;
}
