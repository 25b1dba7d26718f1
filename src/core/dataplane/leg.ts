import type { BackendShare } from '../ir/outcome.ts';
import type { Passage } from './filters.ts';

/** The part of the outcome for one target, after the filters of the target. */
export interface Leg {
  readonly own: Passage;
  readonly backend: BackendShare;
  /** Who answers the requests of this share. `guarded`: the backend, or a policy that may refuse them. */
  readonly answers: 'backend' | 'guarded' | 'proxy' | 'unknown';
}
