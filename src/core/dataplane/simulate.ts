import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import { askedSemantics, type Semantics } from '../ir/semantics.ts';
import type { FollowedTrace, Locate, Trace, Verdict } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';
import { answeredBefore } from './answered-before.ts';
import { consider, considerMatches, considerQuickly } from './candidates.ts';
import { withCertainty } from './not-simulated.ts';
import { notesOnAssumed } from './notes-on-arrival.ts';
import { blocked } from './outcome.ts';
import { readsOf } from './profile-reads.ts';
import { withFlag } from './response-flag.ts';
import { traceOf } from './trace-of.ts';
import { type Look, type Walk, walk } from './walk.ts';
import { withChoices } from './with-choices.ts';
import { withInfluences } from './with-influences.ts';
import { withPolicies } from './with-policies.ts';

/**
 * Returns the trace of one request through the six steps: sent, intercepted, identified, and then passed
 * through (no route applies), routed (the first entry that matches) or rejected (routes apply, none matches).
 * Never throws on user input.
 */
export function simulate(
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
  place: Locate,
  semantics: Semantics = askedSemantics(profile.name),
): Trace {
  const reads = readsOf(profile);
  reads.start();
  const followed = follow(request, ir, reads.profile, place);
  const read = reads.fields();
  const trace = withInfluences(followed, ir);
  const again = (other: Profile) => follow(request, ir.under(other), other, null).outcome;
  const assumed = notesOnAssumed(trace, ir);
  const noted = assumed.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...assumed] };
  const certain = withCertainty(withChoices(noted, profile, read, ir.dependsOn, again));
  return { ...certain, outcome: withFlag(certain.outcome, profile), semantics };
}

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

/**
 * Returns the trace of a request. Without places it has no explanation, and the winner is found through the
 * index of the table.
 */
function follow(asked: SimRequest, ir: MeshIR, profile: Profile, place: Locate | null): FollowedTrace {
  const request = withKindOfGateway(asked, ir);
  const walked = walk(request, ir, profile, place === null ? lookQuickly : explaining(place));
  const trace = withPolicies(traceOf(walked, request, ir, profile, place), ir, profile);
  return request === asked ? trace : { ...trace, request: asked };
}

/** Returns a request that names the kind of its Gateway, if it is a Gateway of Istio. */
function withKindOfGateway(request: SimRequest, ir: MeshIR): SimRequest {
  if (request.gateway === null) return request;
  const proxy = ir.proxy(ir.classOf(request));
  if (proxy?.entrance !== 'gateway' || proxy.kind === undefined) return request;
  return { ...request, gateway: { ...request.gateway, kind: proxy.kind } };
}

/** The winner alone does not show whether several routes match. */
const lookQuickly: Look = (table, view) =>
  table.severalMatches === 'reject' ? considerMatches(table, view) : considerQuickly(table, view);

function explaining(place: Locate): Look {
  return (table, view) => consider(table, view, place);
}
