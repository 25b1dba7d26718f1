import type { Candidate, Miss, Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, resourceLink, ruleOf, type Speaker } from './speaker.ts';

/** The maximum number of failed conditions in the sentence. The list of candidates shows all. */
const MOST_MISSES = 2;

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
