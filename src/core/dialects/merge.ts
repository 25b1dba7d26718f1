import { CONSUMERS_BEFORE_PRODUCERS } from '../control/merge/consumers-before-producers.ts';
import type { MergePolicy } from '../control/merge/merge-policy.ts';

/** Which tables of the dialects in `compilers.ts` apply to the clients of a class. */
export const MERGE_POLICY: MergePolicy = CONSUMERS_BEFORE_PRODUCERS;
