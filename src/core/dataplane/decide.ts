import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Verdict } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';
import { answeredBefore } from './answered-before.ts';
import { considerQuickly } from './candidates.ts';
import { blocked } from './ended-outcome.ts';
import { withCertainty } from './not-simulated.ts';
import { withFlag } from './response-flag.ts';
import { follow } from './simulate.ts';
import { type Walk, walk } from './walk.ts';
import { withInfluences } from './with-influences.ts';

/** Returns the outcome without explanation. */
export function settle(request: SimRequest, ir: MeshIR, profile: Profile): Outcome {
  return withFlag(withCertainty(withInfluences(follow(request, ir, profile, null), ir)).outcome, profile);
}

/**
 * Returns only the kind of the outcome and the winner, found through the index of the table. Agrees with
 * `simulate` on both.
 */
export function decide(request: SimRequest, ir: MeshIR, profile: Profile): Verdict {
  return verdictOf(walk(request, ir, profile, considerQuickly), request);
}

function verdictOf(walked: Walk, request: SimRequest): Verdict {
  switch (walked.end) {
    case 'no-proxy':
      return { kind: 'unknown', entry: null };
    case 'not-intercepted':
      return { kind: 'bypassed', entry: null };
    case 'no-virtual-host':
      if (walked.arrival.to === 'blocked') return { kind: blocked(walked.arrival).kind, entry: null };
      return { kind: VERDICTS[walked.arrival.to], entry: null };
    case 'answered-before':
      return { kind: answeredBefore(walked.received, request).kind, entry: null };
    case 'no-table':
      return { kind: 'passed-through', entry: null };
    case 'no-entry':
      return { kind: 'rejected', entry: null };
    case 'entry':
      return { kind: 'forwarded', entry: walked.entry };
    default:
      return walked satisfies never;
  }
}

const VERDICTS = {
  'no-host': 'rejected',
  'no-such-port': 'failed',
  headless: 'passed-through',
  external: 'passed-through',
  pod: 'passed-through',
  unknown: 'unknown',
} as const;
