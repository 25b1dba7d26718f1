import type { patchCluster } from './patch-cluster.ts';

let provided: typeof patchCluster | null = null;

/** Provides the function that derives a cluster from an earlier one. See core/libraries.ts. */
export function provideClusterPatcher(patch: typeof patchCluster): void {
  provided = patch;
}

/**
 * Returns the cluster of `all`, derived from an earlier one. Returns null if the bundle must be indexed again,
 * or if the function is not provided yet. The result equals a new cluster.
 */
export const patchedCluster: typeof patchCluster = (all, previous) => provided?.(all, previous) ?? null;
