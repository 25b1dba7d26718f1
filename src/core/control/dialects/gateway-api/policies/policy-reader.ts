import type { Cluster } from '../../../../cluster/cluster.ts';
import type { AttachedPolicy } from '../../../../ir/policy.ts';
import type { Profile } from '../../../../profile/profile.ts';
import { EngineMissing } from '../../../../text/engine-missing.ts';
import type { RouteServices } from '../references/route-services.ts';

/** Returns the policies of a bundle by the id of their target. See attach-policies.ts. */
export type ReadPolicies = (
  cluster: Cluster,
  services: RouteServices,
  profile: Profile,
) => ReadonlyMap<string, readonly AttachedPolicy[]>;

let reader: ReadPolicies | null = null;

/** Provides the reader of policies. See core/engines.ts. */
export function providePolicyReader(read: ReadPolicies): void {
  reader = read;
}

/** Returns the reader of policies. Throws EngineMissing if it is not provided yet. */
export function policyReader(): ReadPolicies {
  if (reader === null) throw new EngineMissing('policies');
  return reader;
}
