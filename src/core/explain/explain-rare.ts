import { isDenied } from '../dataplane/access-stage.ts';
import { notSimulatedIn } from '../dataplane/not-simulated.ts';
import { gatewayIdOf } from '../ids/gateway-names.ts';
import { INGRESS_CLASS_KIND, namespacedName } from '../ids/ids.ts';
import { servedOrigin } from '../ids/listener-ids.ts';
import { losersIn, winnerIn } from '../ir/candidate-list.ts';
import { enteredGateway, enteredGatewayId } from '../ir/entered-gateway.ts';
import type { Step, Trace } from '../ir/trace.ts';
import { backendsOf } from './backends-sentence.ts';
import type { MessageKey } from './en/messages.ts';
import {
  headline as accessHeadline,
  accessSentence,
  uncertainty as accessUncertainty,
  refusalOf,
} from './explain-access.ts';
import { gatewaySentence, hostOf, listenerOf, rejectedAtGateway, rejectedKey } from './explain-gateway.ts';
import type { Sentence } from './fragment.ts';
import { serviceOf } from './identified-service.ts';
import { nearestOf } from './nearest-sentence.ts';
import { findMessage } from './rare-messages.ts';
import type { RareSentences } from './rare-sentences.ts';
import { requestText } from './request-text.ts';
import { code, inARow, listOf, resourceLink, ruleOf, type Speaker, serviceLink } from './speaker.ts';

/** The sentences of requests other than those that a consumer or producer route forwards. */
export const RARE_SENTENCES: RareSentences = {
  headline,
  step: stepSentence,
  deciding,
  counting,
  ending,
  because,
  broken: brokenBackends,
  access: accessSentence,
  refusal: refusalOf,
  semantics: semanticsSentence,
  uncertain,
};

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
      return accessHeadline(trace, speaker);
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

function stepSentence(step: Exclude<Step, { step: 5 }>, trace: Trace, speaker: Speaker): Sentence {
  switch (step.step) {
    case 1:
      return sendSentence(trace, speaker);
    case 2:
      return interceptSentence(step, trace, speaker);
    case 3:
      return identifySentence(step, trace, speaker);
    case 4:
      return inARow([passSentence(step, trace, speaker), accessSentence(trace, speaker)], speaker);
    case 6:
      return rejectSentence(step, trace, speaker);
    default:
      return step satisfies never;
  }
}

function sendSentence({ request }: Trace, { say }: Speaker): Sentence {
  const { gateway } = request;
  const sent = code(requestText(request));
  if (gateway?.kind === INGRESS_CLASS_KIND)
    return say('send.ingress', { request: sent, class: code(gateway.name) });
  return say('send.gateway', {
    request: sent,
    gateway: code(gateway ? namespacedName(gateway.namespace, gateway.name) : ''),
  });
}

function interceptSentence(step: Extract<Step, { step: 2 }>, trace: Trace, speaker: Speaker): Sentence {
  const { request } = trace;
  const { say } = speaker;
  if (request.gateway === null)
    return step.intercepted
      ? say('intercept.yes')
      : inARow([say('intercept.no'), accessSentence(trace, speaker)], speaker);
  const { namespace, name, kind } = request.gateway;
  if (kind === INGRESS_CLASS_KIND)
    return say('intercept.ingress', { class: resourceLink(gatewayIdOf(request.gateway), name) });
  const gateway = resourceLink(enteredGatewayId(trace) ?? '', namespacedName(namespace, name));
  return say('intercept.gateway', { gateway });
}

/** Returns what found the virtual host of a connection. */
function connectionBy(by: Extract<Step, { step: 3 }>['by']): 'sni' | 'port' | 'address' {
  return by === 'sni' || by === 'port' ? by : 'address';
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
    case 'outside-host':
      return say('identify.outside-host', pieces);
    case 'connection':
      return say(`identify.connection-${connectionBy(step.by)}`, {
        ...pieces,
        frontend: code(step.frontend ?? ''),
        name: code(trace.request.sni ?? trace.request.host),
      });
    case 'blocked':
      return say('identify.blocked', pieces);
    case 'listener':
      return say(
        trace.request.gateway?.kind === INGRESS_CLASS_KIND ? 'identify.ingress' : 'identify.listener',
        {
          ...pieces,
          listener: code(servedOrigin(step.frontend ?? '')),
        },
      );
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

function rejectSentence(step: Extract<Step, { step: 6 }>, trace: Trace, speaker: Speaker): Sentence {
  const { say } = speaker;
  if (step.scope.role === 'gateway' || step.scope.role === 'ingress')
    return rejectedAtGateway(step, trace, speaker);
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

function deciding({ scope }: RouteStep, trace: Trace, { say }: Speaker): Sentence {
  if (scope.role === 'ingress') return say('route.ingress', { listener: code(listenerOf(trace)) });
  return scope.role === 'written'
    ? say('route.virtual-service', { service: serviceLink(serviceOf(trace)) })
    : say(enteredGateway(trace)?.kind === undefined ? 'route.gateway' : 'route.istio-gateway', {
        listener: code(listenerOf(trace)),
      });
}

type RouteStep = Extract<Step, { step: 5 }>;

function counting({ scope }: RouteStep, trace: Trace, { say }: Speaker): Sentence {
  const { via } = trace.outcome;
  if (via !== undefined)
    return say('because.generated', { service: serviceLink(serviceOf(trace)), via: resourceLink(via) });
  if (scope.role === 'ingress') return say('because.ingress', { listener: code(listenerOf(trace)) });
  return scope.role === 'written'
    ? say('because.virtual-service', { service: serviceLink(serviceOf(trace)) })
    : say('because.gateway', { listener: code(listenerOf(trace)) });
}

function ending(trace: Trace, speaker: Speaker): Sentence {
  const { outcome } = trace;
  switch (outcome.kind) {
    case 'redirected':
      return speaker.say('route.redirects', { location: code(outcome.redirect?.location ?? '') });
    case 'failed':
      return speaker.say('route.fails', { cause: causeOf(trace, speaker) });
    case 'unknown':
    case 'responded':
      if (outcome.backends.length === 0) return [];
      return speaker.say('route.forwards', { backends: backendsOf(outcome, speaker) });
    case 'denied':
    case 'forwarded':
    case 'passed-through':
    case 'rejected':
    case 'bypassed':
      return speaker.say('route.forwards', { backends: backendsOf(outcome, speaker) });
    default:
      return outcome.kind satisfies never;
  }
}

/**
 * Returns the consumer routes that hide a producer route for a rejected request, else what kept the
 * request from its route.
 */
function because(trace: Trace, speaker: Speaker): Sentence {
  const hidden = hiddenProducer(trace, speaker);
  return hidden.length > 0 ? hidden : nearestOf(trace, speaker);
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

function brokenBackends({ considered }: RouteStep, { outcome }: Trace, speaker: Speaker): Sentence {
  const winner = winnerIn(considered);
  const broken = outcome.backends.filter(({ service, cause }) => cause && service && !isDenied({ cause }));
  const names = new Map(
    broken.map(({ service, subset }) => [`${service}@${subset}`, serviceLink(service ?? '', subset)]),
  );
  if (winner === undefined || names.size === 0) return [];
  return speaker.say('because.refers', {
    route: resourceLink(winner.route),
    rule: ruleOf(winner, speaker),
    backends: listOf(
      [...names.values()].map((name) => [name]),
      speaker,
    ),
  });
}

/** The number of reasons for a profile that a trace names. */
const MOST_SIGNS = 3;

function semanticsSentence({ semantics: { profile, because } }: Trace, speaker: Speaker): Sentence {
  const signs = listOf(
    because.slice(0, MOST_SIGNS).map((sign) => [code(sign)]),
    speaker,
  );
  return speaker.say('semantics.auto', { profile: code(profile), signs });
}

/** The maximum number of names. The others are counted; the notes list all names. */
const MOST_NAMED = 3;

function uncertain(trace: Trace, speaker: Speaker): Sentence {
  const names = notSimulatedIn(trace);
  const open =
    names.length === 0 && trace.outcome.access !== undefined ? accessUncertainty(trace, speaker) : [];
  if (open.length > 0) return open;
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name): Sentence => [/^[\w.]+\/./.test(name) ? resourceLink(name) : code(name)]);
  const what = listOf(shown, speaker);
  const more = names.length - shown.length;
  return more > 0
    ? speaker.say('outcome.uncertain-more', { what, more })
    : speaker.say('outcome.uncertain', { what });
}
