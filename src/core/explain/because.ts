import { losersIn, winnerIn } from '../ir/candidate-list.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';
import { rareSentences } from './rare-sentences.ts';
import { code, inARow, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';

/**
 * Returns why a request got its answer, in a few words. For a winner: why its routes count and why it
 * wins. For a denied request: the policy and the part that fails. For a rejected request: the consumer routes that hide a producer route for it, else
 * what `nearestOf` returns. Empty when the headline is the whole cause.
 */
export function becauseOf(trace: Trace, speaker: Speaker): Sentence {
  if (trace.outcome.access !== undefined) {
    const refusal = rareSentences().refusal(trace, speaker);
    if (refusal.length > 0) return refusal;
  }
  const step = trace.steps.find((each) => each.step === 5);
  if (step?.step !== 5 || winnerIn(step.considered) === undefined)
    return rareSentences().because(trace, speaker);
  if (trace.outcome.backends.some(({ cause, service }) => cause && service)) {
    const broken = rareSentences().broken(step, trace, speaker);
    if (broken.length > 0) return broken;
  }
  return inARow([whyItsRoutes(step, trace, speaker), whyItWins(step, speaker)], speaker);
}

type RouteStep = Extract<Trace['steps'][number], { step: 5 }>;

/** Returns why the routes of a scope count for a request, and others do not. */
function whyItsRoutes(step: RouteStep, trace: Trace, speaker: Speaker): Sentence {
  const { scope, united } = step;
  const { request, steps, notes } = trace;
  const { say } = speaker;
  const identified = steps.find((step) => step.step === 3);
  const service = identified?.service == null ? code(request.host) : serviceLink(identified.service);
  switch (scope.role) {
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
    case 'gateway':
    case 'written':
    case 'ingress':
      return rareSentences().counting(step, trace, speaker);
    default:
      return scope.role satisfies never;
  }
}

/** Returns why the winner takes precedence, if other entries were compared with it. */
function whyItWins({ considered, scope }: RouteStep, speaker: Speaker): Sentence {
  const { say, messages } = speaker;
  const winner = winnerIn(considered);
  if (winner === undefined || considered.compared < 2 || scope.role === 'written') return [];
  const [rival] = losersIn(considered);
  if (rival?.lostBy === undefined) return say('because.only');
  return say('because.precedence', {
    loser: rival.route === winner.route ? ruleOf(rival, speaker) : resourceLink(rival.route),
    criterion: messages[`criterion.${rival.lostBy}`],
  });
}

/** Returns the timeouts that the winner sets. */
export function timeoutsOf({ timeouts }: Outcome, { say }: Speaker): readonly Sentence[] {
  if (timeouts === null) return [];
  return (['request', 'backendRequest'] as const).flatMap((name) => {
    const duration = timeouts[name];
    return duration === undefined ? [] : [say(`timeout.${name}`, { duration: code(duration) })];
  });
}
