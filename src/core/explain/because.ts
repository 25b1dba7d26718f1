import { isDenied } from '../dataplane/access-stage.ts';
import { losersIn, winnerIn } from '../ir/candidate-list.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Candidate, Miss, Trace } from '../ir/trace.ts';
import { wordsOnAccess } from './access-words.ts';
import type { Sentence } from './fragment.ts';
import { code, inARow, listOf, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';

/** The maximum number of failed conditions in the sentence. The list of candidates shows all. */
const MOST_MISSES = 2;

/**
 * Returns why a request got its answer, in a few words. For a winner: why its routes count and why it
 * wins. For a denied request: the policy and the part that fails. For a rejected request: the consumer routes that hide a producer route for it, else
 * what `nearestOf` returns. Empty when the headline is the whole cause.
 */
export function becauseOf(trace: Trace, speaker: Speaker): Sentence {
  const refusal = wordsOnAccess('refusalOf', trace, speaker);
  if (refusal.length > 0) return refusal;
  const step = trace.steps.find((each) => each.step === 5);
  if (step?.step !== 5 || winnerIn(step.considered) === undefined) {
    const hidden = hiddenProducer(trace, speaker);
    return hidden.length > 0 ? hidden : nearestOf(trace, speaker);
  }
  const broken = brokenBackends(step, trace, speaker);
  if (broken.length > 0) return broken;
  return inARow([whyItsRoutes(step, trace, speaker), whyItWins(step, speaker)], speaker);
}

type RouteStep = Extract<Trace['steps'][number], { step: 5 }>;

/** Returns the backends of the winner that cannot receive the request. Empty if there are none. */
function brokenBackends({ considered }: RouteStep, { outcome }: Trace, speaker: Speaker): Sentence {
  const winner = winnerIn(considered);
  const names = new Set(
    outcome.backends.flatMap(({ service, cause }) =>
      cause && service && !isDenied({ cause }) ? [service] : [],
    ),
  );
  if (winner === undefined || names.size === 0) return [];
  return speaker.say('because.refers', {
    route: resourceLink(winner.route),
    rule: ruleOf(winner, speaker),
    backends: listOf(
      [...names].map((name) => [serviceLink(name)]),
      speaker,
    ),
  });
}

/** Returns why the routes of a scope count for a request, and others do not. */
function whyItsRoutes(
  { scope, united }: RouteStep,
  { request, steps, notes }: Trace,
  { say }: Speaker,
): Sentence {
  const identified = steps.find((step) => step.step === 3);
  const service = identified?.service == null ? code(request.host) : serviceLink(identified.service);
  switch (scope.role) {
    case 'gateway':
      return say('because.gateway', { listener: code(identified?.frontend ?? '') });
    case 'consumer': {
      const hides = notes.some(({ code }) => code === 'consumer-shadows-producer');
      const namespace = code(scope.namespace);
      const key = united ? 'because.united' : hides ? 'because.consumer-first' : 'because.consumer';
      return say(key, { namespace, service });
    }
    case 'producer':
      if (request.from === null || request.from.namespace === scope.namespace)
        return say('because.producer-own', { service });
      return say('because.producer', { namespace: code(request.from.namespace), service });
    case 'written':
      return say('because.virtual-service', { service });
    default:
      return scope.role satisfies never;
  }
}

/** Returns why the winner takes precedence, if other entries were compared with it. */
function whyItWins({ considered }: RouteStep, speaker: Speaker): Sentence {
  const { say, messages } = speaker;
  const winner = winnerIn(considered);
  if (winner === undefined || considered.compared < 2) return [];
  const [rival] = losersIn(considered);
  if (rival?.lostBy === undefined) return say('because.only');
  return say('because.precedence', {
    loser: rival.route === winner.route ? ruleOf(rival, speaker) : resourceLink(rival.route),
    criterion: messages[`criterion.${rival.lostBy}`],
  });
}

/** Returns the producer route that would take a rejected request. Empty if consumer routes hide none. */
function hiddenProducer({ steps, notes }: Trace, { say }: Speaker): Sentence {
  const taker = notes.find(({ code }) => code === 'producer-would-take')?.args.taker;
  const identified = steps.find((step) => step.step === 3);
  const end = steps.find((step) => step.step === 6);
  if (taker === undefined || identified?.service == null || end === undefined) return [];
  return say('because.hidden-producer', {
    namespace: code(end.scope.namespace),
    service: serviceLink(identified.service),
    route: resourceLink(String(taker)),
  });
}

/**
 * Returns what kept a request from its route: a route that matches such requests and is not attached here,
 * else the candidate of a rejected request with the fewest failed conditions. Empty for other requests.
 */
export function nearestOf(trace: Trace, speaker: Speaker): Sentence {
  const end = trace.steps.find((step) => step.step === 4 || step.step === 6);
  if (end === undefined || !('considered' in end)) return [];
  const kept = end.considered.at(end.considered.compared);
  if (kept !== undefined) return passedOverSentence(kept, speaker);
  if (end.step !== 6 || end.cause !== 'no-match') return [];
  const nearest = end.considered.nearest();
  if (nearest === undefined || nearest.misses.length === 0) return [];
  const misses = nearest.misses.slice(0, MOST_MISSES).map((miss) => missed(miss, speaker));
  return speaker.say('reject.nearest', {
    route: resourceLink(nearest.route),
    rule: ruleOf(nearest, speaker),
    misses: listOf(misses, speaker),
  });
}

function passedOverSentence(candidate: Candidate, speaker: Speaker): Sentence {
  const [miss] = candidate.misses;
  if (candidate.passedOver === undefined || miss === undefined) return [];
  return speaker.say(`passed-over.${candidate.passedOver.why}`, {
    route: resourceLink(candidate.route),
    rule: ruleOf(candidate, speaker),
    on: code(miss.on),
    expected: code(miss.expected),
    actual: code(miss.actual ?? ''),
  });
}

function missed({ on, expected, actual }: Miss, { say }: Speaker): Sentence {
  const pieces = { on: code(on), expected: code(expected) };
  return actual === null ? say('miss.none', pieces) : say('miss', { ...pieces, actual: code(actual) });
}

/** Returns the timeouts that the winner sets. */
export function timeoutsOf({ timeouts }: Outcome, { say }: Speaker): readonly Sentence[] {
  if (timeouts === null) return [];
  return (['request', 'backendRequest'] as const).flatMap((name) => {
    const duration = timeouts[name];
    return duration === undefined ? [] : [say(`timeout.${name}`, { duration: code(duration) })];
  });
}
