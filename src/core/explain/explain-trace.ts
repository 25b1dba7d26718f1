import { formatResourceId, namespacedName, readNamespacedName } from '../ids/ids.ts';
import { losersIn, winnerIn } from '../ir/candidate-list.ts';
import type { BackendShare, Outcome } from '../ir/outcome.ts';
import type { Step, Trace } from '../ir/trace.ts';
import { wordsOnAccess } from './access-words.ts';
import { becauseOf, nearestOf, timeoutsOf } from './because.ts';
import { FORWARDED_MESSAGES_EN, type ForwardedMessages } from './en/forwarded-messages.ts';
import type { MessageKey } from './en/messages.ts';
import { gatewaySentence, hostOf, listenerOf, rejectedAtGateway, rejectedKey } from './explain-gateway.ts';
import { explainNote } from './explain-note.ts';
import type { ExplainedStep, ExplainedTrace } from './explained-trace.ts';
import { type Filling, fill } from './fill.ts';
import type { Sentence } from './fragment.ts';
import { findMessage, messageOf } from './rare-messages.ts';
import { code, inARow, listOf, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';
import { uncertaintyOf } from './uncertainty.ts';

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
    headline: headline(trace, speaker),
    because: becauseOf(trace, speaker),
    uncertain: uncertaintyOf(trace, speaker),
    steps: STEP_NUMBERS.map((step) => explainStep(step, trace, speaker)),
    notes: trace.notes.map((note) => explainNote(note, speaker)),
  };
}

const STEP_NUMBERS = [1, 2, 3, 4, 5, 6] as const;

/** Returns a share as text: `90 %`, `33.3 %`. */
export function printShare(share: number): string {
  const percent = share * 100;
  // A no-break space keeps a number and its sign on one line.
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)}\u00A0%`;
}

function backendsOf(outcome: Outcome, speaker: Speaker): Sentence {
  const named = (backend: BackendShare): Sentence => {
    const fragment =
      backend.service !== null
        ? serviceLink(backend.service)
        : code(backend.workloads[0] ?? outcome.forwarded?.host ?? '');
    if (backend.share === 1) return [fragment];
    return speaker.say('share.of', { backend: fragment, share: printShare(backend.share) });
  };
  return listOf(outcome.backends.filter((backend) => backend.share > 0).map(named), speaker);
}

function causeOf(trace: Trace, speaker: Speaker): Sentence {
  const cause = trace.outcome.cause ?? 'no-backends';
  const key = `cause.${cause}`;
  const step = trace.steps.find((each) => each.step === 3);
  const service =
    step?.step === 3 && step.service !== null ? serviceLink(step.service) : code(trace.request.host);
  return isMessage(key, speaker)
    ? speaker.say(key, { service, port: trace.request.port })
    : [{ text: cause }];
}

function isMessage(key: string, { messages }: Speaker): key is MessageKey {
  return findMessage(messages, key) !== undefined;
}

function headline(trace: Trace, speaker: Speaker): Sentence {
  const { outcome, request } = trace;
  switch (outcome.kind) {
    case 'rejected':
      return speaker.say(rejectedKey(trace), { host: code(hostOf(request)), port: request.port });
    case 'failed':
      return speaker.say('outcome.failed', { cause: causeOf(trace, speaker) });
    case 'denied':
      return wordsOnAccess('headline', trace, speaker);
    case 'redirected':
      return speaker.say('outcome.redirected', { location: code(outcome.redirect?.location ?? '') });
    case 'unknown':
      if (outcome.cause === 'unknown-gateway' || outcome.cause === 'gateway-pending')
        return speaker.say(`outcome.${outcome.cause}`);
      if (outcome.cause === 'not-simulated')
        return outcome.backends.length === 0
          ? speaker.say('outcome.filter-not-simulated')
          : speaker.say('outcome.not-simulated', { backends: backendsOf(outcome, speaker) });
      return speaker.say('outcome.unknown', { host: code(request.host) });
    case 'forwarded':
    case 'passed-through':
      return speaker.say(`outcome.${outcome.kind}`, { backends: backendsOf(outcome, speaker) });
    case 'responded':
    case 'bypassed':
      return speaker.say(`outcome.${outcome.kind}`);
    default:
      return outcome.kind satisfies never;
  }
}

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

/** Returns the title of a step. Requests at a Gateway have the same six steps with other titles. */
function titleOf(number: (typeof STEP_NUMBERS)[number], trace: Trace): MessageKey {
  const atGateway = trace.request.gateway !== null && number !== 1 && number !== 4;
  return atGateway ? `step.${number}.gateway` : `step.${number}`;
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
      const text = `${request.method} ${request.scheme}://${request.host}${request.portWritten ? `:${request.port}` : ''}${request.path}${request.query === '' ? '' : `?${request.query}`}`;
      const { from, gateway } = request;
      if (from === null) {
        return say('send.gateway', {
          request: code(text),
          gateway: code(gateway ? namespacedName(gateway.namespace, gateway.name) : ''),
        });
      }
      const pieces = {
        request: code(text),
        namespace: resourceLink(`Namespace/${from.namespace}`, from.namespace),
      };
      return from.workload === null
        ? say('send.namespace', pieces)
        : say('send.workload', { ...pieces, workload: code(from.workload) });
    }
    case 2:
      if (request.gateway !== null) {
        const { namespace, name } = request.gateway;
        return say('intercept.gateway', {
          gateway: resourceLink(
            formatResourceId('Gateway', namespace, name),
            namespacedName(namespace, name),
          ),
        });
      }
      return step.intercepted
        ? say('intercept.yes')
        : inARow([say('intercept.no'), wordsOnAccess('accessSentence', trace, speaker)], speaker);
    case 3:
      return identifySentence(step, trace, speaker);
    case 4:
      return inARow(
        [passSentence(step, trace, speaker), wordsOnAccess('accessSentence', trace, speaker)],
        speaker,
      );
    case 5:
      return inARow(
        [routeSentence(step, trace, speaker), wordsOnAccess('accessSentence', trace, speaker)],
        speaker,
      );
    case 6:
      return rejectSentence(step, trace, speaker);
    default:
      return step satisfies never;
  }
}

function identifySentence(step: Extract<Step, { step: 3 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say } = speaker;
  const pieces = {
    host: code(step.by === 'host-header' ? hostOf(trace.request) : trace.request.host),
    port: trace.request.port,
    service: step.service === null ? '' : serviceLink(step.service),
  };
  switch (step.why) {
    case 'service':
      return say(
        step.by === 'vip' ? 'identify.vip' : step.by === 'name' ? 'identify.name' : 'identify.dns-name',
        pieces,
      );
    case 'virtual-host':
      return say(step.service === null ? 'identify.virtual-host-plain' : 'identify.virtual-host', pieces);
    case 'blocked':
      return say('identify.blocked', pieces);
    case 'listener':
      return say('identify.listener', { ...pieces, listener: code(step.frontend ?? '') });
    case 'no-listener':
    case 'listener-unusable':
    case 'no-host':
    case 'misdirected':
    case 'unknown-gateway':
    case 'gateway-pending':
      return gatewaySentence(step, step.why, trace, speaker);
    case 'pod':
      return say('identify.pod', pieces);
    case 'headless':
    case 'external-name':
    case 'no-such-port':
      return say(`identify.${step.why}`, pieces);
    case 'unknown-host':
      return say('identify.unknown', pieces);
    default:
      return step.why satisfies never;
  }
}

function serviceOf(trace: Trace): string {
  const step = trace.steps.find((each) => each.step === 3);
  return step?.step === 3 && step.service !== null ? step.service : trace.request.host;
}

function passSentence(step: Extract<Step, { step: 4 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say } = speaker;
  const service = serviceLink(serviceOf(trace));
  if (trace.outcome.cause === 'no-such-port') return say('pass.no-port');
  const identified = trace.steps.find((each) => each.step === 3);
  if (identified?.step === 3 && identified.frontend === null) return say('pass.direct');
  const kept = nearestOf(trace, speaker);
  const wasCompared = step.considered.compared > 0;
  if (wasCompared) return inARow([say('pass.unmatched', { service }), kept], speaker);
  if (step.passedOver.length === 0) return inARow([say('pass.none', { service }), kept], speaker);
  const namespaces = step.passedOver.map((scope) => scope.namespace).join(', ');
  const elsewhere = say('pass.elsewhere', {
    service,
    namespaces: code(namespaces),
    namespace: code(trace.request.from?.namespace ?? ''),
  });
  return inARow([elsewhere, kept], speaker);
}

function routeSentence(step: Extract<Step, { step: 5 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say, messages } = speaker;
  const { outcome } = trace;
  const service = serviceLink(serviceOf(trace));
  const own = trace.request.from?.namespace === readNamespacedName(serviceOf(trace)).namespace;
  const scope =
    step.scope.role === 'written'
      ? say('route.virtual-service', { service })
      : step.scope.role === 'gateway'
        ? say('route.gateway', { listener: code(listenerOf(trace)) })
        : step.scope.role === 'consumer'
          ? say(step.united ? 'route.united' : 'route.consumer', { namespace: code(step.scope.namespace) })
          : say(own ? 'route.producer-own' : 'route.producer', { service });
  const winner = winnerIn(step.considered);
  if (!winner) return scope;
  const losers = losersIn(step.considered);
  const pieces = {
    rule: ruleOf(winner, speaker),
    route: resourceLink(winner.route),
    count: losers.length + 1,
  };
  const won = say(losers.length === 0 ? 'route.won-only' : 'route.won', pieces);
  const [rival] = losers;
  const by =
    rival?.lostBy === undefined
      ? []
      : say('route.lost-by', {
          loser: rival.route === winner.route ? ruleOf(rival, speaker) : resourceLink(rival.route),
          criterion: messages[`criterion.${rival.lostBy}`],
        });
  const end =
    outcome.kind === 'redirected'
      ? say('route.redirects', { location: code(outcome.redirect?.location ?? '') })
      : outcome.kind === 'failed'
        ? say('route.fails', { cause: causeOf(trace, speaker) })
        : (outcome.kind === 'unknown' || outcome.kind === 'responded') && outcome.backends.length === 0
          ? []
          : say('route.forwards', { backends: backendsOf(outcome, speaker) });
  return inARow([scope, won, by, end, timeoutSentence(outcome, speaker)], speaker);
}

function timeoutSentence(outcome: Outcome, speaker: Speaker): Sentence {
  const items = timeoutsOf(outcome, speaker);
  return items.length === 0 ? [] : speaker.say('route.timeouts', { timeouts: listOf(items, speaker) });
}

function rejectSentence(step: Extract<Step, { step: 6 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say } = speaker;
  if (step.scope.role === 'gateway') return rejectedAtGateway(step, trace, speaker);
  const status = say('reject.status', { status: code(String(trace.outcome.status)) });
  const count = step.considered.compared;
  if (step.cause === 'several-routes') {
    const routes = [...new Set(losersIn(step.considered).map((each) => each.route))];
    const several = say('reject.several', {
      routes: code(routes.join(', ')),
      profile: code('articles-2023'),
    });
    return inARow([several, status], speaker);
  }
  const who =
    step.scope.role === 'written'
      ? say('reject.virtual-service', { service: serviceLink(serviceOf(trace)), count })
      : step.scope.role === 'consumer'
        ? say('reject.consumer', { namespace: code(step.scope.namespace), count })
        : say('reject.producer', { service: serviceLink(serviceOf(trace)), count });
  return inARow([who, nearestOf(trace, speaker), status], speaker);
}
