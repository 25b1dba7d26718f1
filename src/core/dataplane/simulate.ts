import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import { askedSemantics, type Semantics } from '../ir/semantics.ts';
import type { FollowedTrace, Locate, Trace } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';
import { consider, considerMatches, considerQuickly } from './candidates.ts';
import { withCertainty } from './not-simulated.ts';
import { notesOnAssumed } from './notes-on-arrival.ts';
import { readsOf } from './profile-reads.ts';
import { withFlag } from './response-flag.ts';
import { traceOf } from './trace-of.ts';
import { type Look, walk } from './walk.ts';
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

/**
 * Returns the trace of a request. Without places it has no explanation, and the winner is found through the
 * index of the table.
 */
export function follow(asked: SimRequest, ir: MeshIR, profile: Profile, place: Locate | null): FollowedTrace {
  const request = withKindOfGateway(asked, ir);
  const walked = walk(request, ir, profile, place === null ? lookQuickly : explaining(place));
  const trace = withPolicies(traceOf(walked, request, ir, profile, place), ir, profile);
  // A request for the default class is shown with the name of the class.
  return request === asked || asked.gateway?.name === '' ? trace : { ...trace, request: asked };
}

/** Returns a request that names the kind of its Gateway, if it is a Gateway of Istio, and its class of Ingresses. */
function withKindOfGateway(request: SimRequest, ir: MeshIR): SimRequest {
  if (request.gateway === null) return request;
  const proxy = ir.proxy(ir.classOf(request));
  if (proxy?.entrance !== 'gateway' || proxy.kind === undefined) return request;
  const name = proxy.controller?.className ?? request.gateway.name;
  return { ...request, gateway: { ...request.gateway, kind: proxy.kind, name } };
}

/** The winner alone does not show whether several routes match. */
const lookQuickly: Look = (table, view) =>
  table.severalMatches === 'reject' ? considerMatches(table, view) : considerQuickly(table, view);

function explaining(place: Locate): Look {
  return (table, view) => consider(table, view, place);
}
