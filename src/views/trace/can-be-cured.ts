import type { Outcome } from '../../core/ir/outcome.ts';

/** Returns true if at least a share of the requests fails, and the manifests determine this. */
export function canBeCured({ kind, certain, backends }: Outcome): boolean {
  return (
    certain && (kind === 'rejected' || kind === 'failed' || backends.some(({ cause }) => cause !== undefined))
  );
}
