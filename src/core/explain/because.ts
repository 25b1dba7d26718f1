import type { Outcome } from '../ir/outcome.ts';
import type { Candidate, Miss, Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, resourceLink, ruleOf, type Speaker } from './speaker.ts';

/** Conditions beyond these are told by the list of candidates. */
const MOST_MISSES = 2;

/**
 * What decided, in a few words: the route and rule that won with its timeouts; of a rejected request the candidate that
 * came nearest and what it lacks. Empty where no candidate was looked at.
 */
export function becauseOf(trace: Trace, speaker: Speaker): Sentence {
  const winner = trace.steps
    .flatMap((step) => (step.step === 5 ? step.considered : []))
    .find(({ result }) => result === 'won');
  if (!winner) return nearestOf(trace, speaker);
  const won = speaker.say('because.won', {
    route: resourceLink(winner.route),
    rule: ruleOf(winner, speaker),
  });
  const items = timeoutsOf(trace.outcome, speaker);
  return items.length === 0 ? won : [...won, { text: ' · ' }, ...listOf(items, speaker)];
}

/**
 * What kept a request from its route: a route that takes such requests and is not attached here, else the candidate of a
 * rejected request that lacks least, and what; empty for all other requests.
 */
export function nearestOf(trace: Trace, speaker: Speaker): Sentence {
  const end = trace.steps.find((step) => step.step === 4 || step.step === 6);
  if (end === undefined || !('considered' in end)) return [];
  const kept = end.considered.find(({ passedOver }) => passedOver !== undefined);
  if (kept !== undefined) return passedOverSentence(kept, speaker);
  if (end.step !== 6 || end.cause !== 'no-match') return [];
  let nearest: Candidate | undefined;
  for (const each of end.considered) {
    if (nearest === undefined || each.misses.length < nearest.misses.length) nearest = each;
  }
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

/** The timeouts that the winner sets. */
export function timeoutsOf({ timeouts }: Outcome, { say }: Speaker): readonly Sentence[] {
  if (timeouts === null) return [];
  return (['request', 'backendRequest'] as const).flatMap((name) => {
    const duration = timeouts[name];
    return duration === undefined ? [] : [say(`timeout.${name}`, { duration: code(duration) })];
  });
}
