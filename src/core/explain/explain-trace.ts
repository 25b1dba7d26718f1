import { INGRESS_CLASS_KIND, readNamespacedName } from '../ids/ids.ts';
import { losersIn, winnerIn } from '../ir/candidate-list.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Step, Trace } from '../ir/trace.ts';
import { backendsOf } from './backends-sentence.ts';
import { becauseOf, timeoutsOf } from './because.ts';
import { FORWARDED_MESSAGES_EN, type ForwardedMessages } from './en/forwarded-messages.ts';
import type { MessageKey } from './en/messages.ts';
import { explainNote } from './explain-note.ts';
import type { ExplainedStep, ExplainedTrace } from './explained-trace.ts';
import { type Filling, fill } from './fill.ts';
import type { Sentence } from './fragment.ts';
import { serviceOf } from './identified-service.ts';
import { messageOf } from './rare-messages.ts';
import { rareSentences } from './rare-sentences.ts';
import { requestText } from './request-text.ts';
import { code, inARow, listOf, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';

/**
 * Returns the sentences of a trace in one language. The facts remain in `trace`.
 *
 * @example
 * ```
 * const explained = explainTrace(traceRequest(snapshot, request));
 * plain(explained.headline); // 'Forwarded to shop/cart'
 * ```
 */
export function explainTrace(
  trace: Trace,
  messages: ForwardedMessages = FORWARDED_MESSAGES_EN,
): ExplainedTrace {
  const say = (key: MessageKey, pieces?: Readonly<Record<string, Filling>>) =>
    fill(messageOf(messages, key), pieces);
  const speaker: Speaker = { say, messages };
  return {
    trace,
    headline:
      trace.outcome.kind === 'forwarded'
        ? say('outcome.forwarded', { backends: backendsOf(trace.outcome, speaker) })
        : rareSentences().headline(trace, speaker),
    because: becauseOf(trace, speaker),
    uncertain: trace.outcome.certain ? [] : rareSentences().uncertain(trace, speaker),
    steps: STEP_NUMBERS.map((step) => explainStep(step, trace, speaker)),
    notes: trace.notes.map((note) => explainNote(note, speaker)),
  };
}

const STEP_NUMBERS = [1, 2, 3, 4, 5, 6] as const;

function explainStep(number: (typeof STEP_NUMBERS)[number], trace: Trace, speaker: Speaker): ExplainedStep {
  const step = trace.steps.find((each) => each.step === number);
  const title = messageOf(speaker.messages, titleOf(number, trace));
  if (step === undefined) {
    return { step: number, state: 'skipped', title, sentence: skipped(number, trace, speaker), rules: [] };
  }
  const sentence = sentenceOf(step, trace, speaker);
  const last = trace.steps.at(-1) === step;
  const stopped =
    last && (step.step === 2 || step.step === 3 || trace.outcome.kind === 'failed' || step.step === 6);
  return { step: number, state: stopped ? 'stopped' : 'done', title, sentence, rules: step.rules };
}

/**
 * Returns the title of a step. Requests at a Gateway, and those that a VirtualService decides, have the same
 * six steps with other titles.
 */
function titleOf(number: (typeof STEP_NUMBERS)[number], trace: Trace): MessageKey {
  const step = trace.steps.find((each) => each.step === 5);
  if (number === 5 && step?.step === 5 && step.scope.role === 'written') return 'step.5.written';
  const { gateway } = trace.request;
  if (gateway === null || number === 1 || number === 4) return `step.${number}`;
  return gateway.kind === INGRESS_CLASS_KIND ? `step.${number}.ingress` : `step.${number}.gateway`;
}

function skipped(number: number, trace: Trace, { say }: Speaker): Sentence {
  const reached = trace.steps.at(-1)?.step ?? 1;
  if (reached < 4) return say('not-reached');
  if (number === 4) return say('pass.skipped');
  return say(number === 5 ? 'route.skipped' : 'reject.skipped');
}

function sentenceOf(step: Step, trace: Trace, speaker: Speaker): Sentence {
  const { request } = trace;
  const { say } = speaker;
  switch (step.step) {
    case 1: {
      const { from } = request;
      if (from === null) break;
      const pieces = {
        request: code(requestText(request)),
        namespace: resourceLink(`Namespace/${from.namespace}`, from.namespace),
      };
      return from.workload === null
        ? say('send.namespace', pieces)
        : say('send.workload', { ...pieces, workload: code(from.workload) });
    }
    case 2: {
      const isUsual = request.gateway === null && step.intercepted;
      const sentence = isUsual ? say('intercept.yes') : rareSentences().step(step, trace, speaker);
      if (trace.semantics.because.length === 0) return sentence;
      return inARow([sentence, rareSentences().semantics(trace, speaker)], speaker);
    }
    case 3: {
      const isNamed = step.by === 'name' || step.by === 'dns-name';
      if (step.why !== 'service' || step.service === null || !isNamed) break;
      const pieces = {
        host: code(request.host),
        port: request.port,
        service: serviceLink(step.service),
      };
      return say(step.by === 'name' ? 'identify.name' : 'identify.dns-name', pieces);
    }
    case 5: {
      const sentence = routeSentence(step, trace, speaker);
      if (trace.outcome.access === undefined) return sentence;
      return inARow([sentence, rareSentences().access(trace, speaker)], speaker);
    }
    case 4:
    case 6:
      break;
    default:
      return step satisfies never;
  }
  return rareSentences().step(step, trace, speaker);
}

function routeSentence(step: Extract<Step, { step: 5 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say, messages } = speaker;
  const { outcome } = trace;
  const scope = scopeSentence(step, trace, speaker);
  const winner = winnerIn(step.considered);
  if (!winner) return scope;
  const losers = losersIn(step.considered);
  const pieces = {
    rule: ruleOf(winner, speaker),
    route: resourceLink(winner.route),
    count: losers.length + 1,
  };
  const isFirst = step.scope.role === 'written';
  const won = say(losers.length === 0 ? 'route.won-only' : isFirst ? 'route.won-first' : 'route.won', pieces);
  const [rival] = losers;
  const by =
    isFirst || rival?.lostBy === undefined
      ? []
      : say('route.lost-by', {
          loser: rival.route === winner.route ? ruleOf(rival, speaker) : resourceLink(rival.route),
          criterion: messages[`criterion.${rival.lostBy}`],
        });
  const end =
    outcome.kind === 'forwarded'
      ? say('route.forwards', { backends: backendsOf(outcome, speaker) })
      : rareSentences().ending(trace, speaker);
  return inARow([scope, won, by, end, timeoutSentence(outcome, speaker)], speaker);
}

/** Returns which routes decide. */
function scopeSentence(step: Extract<Step, { step: 5 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say } = speaker;
  const { role, namespace } = step.scope;
  switch (role) {
    case 'consumer':
      return say(step.united ? 'route.united' : 'route.consumer', { namespace: code(namespace) });
    case 'producer': {
      const service = serviceOf(trace);
      const own = trace.request.from?.namespace === readNamespacedName(service).namespace;
      return say(own ? 'route.producer-own' : 'route.producer', { service: serviceLink(service) });
    }
    case 'gateway':
    case 'written':
    case 'ingress':
      return rareSentences().deciding(step, trace, speaker);
    default:
      return role satisfies never;
  }
}

function timeoutSentence(outcome: Outcome, speaker: Speaker): Sentence {
  const items = timeoutsOf(outcome, speaker);
  return items.length === 0 ? [] : speaker.say('route.timeouts', { timeouts: listOf(items, speaker) });
}
