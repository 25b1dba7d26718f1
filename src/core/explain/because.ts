import { winnerIn } from '../ir/candidate-list.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Candidate, Miss, Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';

/** The maximum number of failed conditions in the sentence. The list of candidates shows all. */
const MOST_MISSES = 2;

/**
 * Returns what decided, in a few words: the winning route and rule with its timeouts, or what kept a request
 * from the routes. That is consumer routes that hide a producer route for the request, else what
 * `nearestOf` returns. Empty if no candidate was compared.
 */
export function becauseOf(trace: Trace, speaker: Speaker): Sentence {
  const step = trace.steps.find((each) => each.step === 5);
  const winner = step?.step === 5 ? winnerIn(step.considered) : undefined;
  if (!winner) {
    const hidden = hiddenProducer(trace, speaker);
    return hidden.length > 0 ? hidden : nearestOf(trace, speaker);
  }
  const won = speaker.say('because.won', {
    route: resourceLink(winner.route),
    rule: ruleOf(winner, speaker),
  });
  const items = timeoutsOf(trace.outcome, speaker);
  return items.length === 0 ? won : [...won, { text: ' · ' }, ...listOf(items, speaker)];
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
