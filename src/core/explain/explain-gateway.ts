import { hostHeaderOf } from '../dataplane/identify.ts';
import { namespacedName } from '../ids/ids.ts';
import { servedOrigin } from '../ids/listener-ids.ts';
import { enteredGatewayId } from '../ir/entered-gateway.ts';
import type { SimRequest } from '../ir/request.ts';
import type { ListenerSummary, Step, Trace } from '../ir/trace.ts';
import type { MessageKey } from './en/messages.ts';
import type { Sentence } from './fragment.ts';
import { nearestOf } from './nearest-sentence.ts';
import { code, inARow, resourceLink, type Speaker } from './speaker.ts';

/** Returns the key of the headline of a rejected request, by the cause of the rejection. */
export function rejectedKey({ outcome, request, steps }: Trace): MessageKey {
  switch (outcome.cause) {
    case 'several-routes':
      return 'outcome.rejected-several';
    case 'request-refused':
      return 'outcome.rejected-refused';
    case 'no-listener':
    case 'listener-unusable':
    case 'no-host':
    case 'misdirected':
      return `outcome.${outcome.cause}`;
    default: {
      const end = steps.at(-1);
      const isEmpty = end?.step === 6 && end.considered.compared === 0;
      return isEmpty && request.gateway !== null ? 'outcome.no-routes' : 'outcome.rejected';
    }
  }
}

/** Returns the host of a request: its Host header, else the host of the URL. */
export function hostOf(request: SimRequest): string {
  return hostHeaderOf(request)?.host ?? request.host;
}

type GatewayWhy =
  | 'no-listener'
  | 'listener-unusable'
  | 'no-host'
  | 'misdirected'
  | 'unknown-gateway'
  | 'gateway-pending';

/** Returns why no listener of a Gateway accepts a request, with the existing listeners. */
export function gatewaySentence(
  step: Extract<Step, { step: 3 }>,
  why: GatewayWhy,
  trace: Trace,
  { say }: Speaker,
): Sentence {
  const { request } = trace;
  const key = request.gateway === null ? '' : namespacedName(request.gateway.namespace, request.gateway.name);
  const listeners = (step.listeners ?? []).map(listenerText).join(', ');
  const sentence = say(`identify.${why}`, {
    gateway: resourceLink(enteredGatewayId(trace) ?? `Gateway/${key}`, key),
    host: code(hostOf(request)),
    sni: code(request.sni ?? request.host),
    port: request.port,
    scheme: code(request.scheme),
  });
  return listeners === ''
    ? sentence
    : [...sentence, ...say('sentence.space'), ...say('identify.listeners', { listeners: code(listeners) })];
}

function listenerText({ name, port, protocol, hostname }: ListenerSummary): string {
  return `${name} (${protocol} ${port}${hostname === null ? '' : ` ${hostname}`})`;
}

/** Returns why a Gateway rejects a request: no listener accepts it, or no route of the listener matches. */
export function rejectedAtGateway(
  step: Extract<Step, { step: 6 }>,
  trace: Trace,
  speaker: Speaker,
): Sentence {
  const { say } = speaker;
  const listener = listenerOf(trace);
  const why =
    listener === ''
      ? say('reject.no-listener')
      : say('reject.gateway', { listener: code(listener), count: step.considered.compared });
  const { status } = trace.outcome;
  const what =
    status === null ? say('reject.refused') : say('reject.gateway-status', { status: code(String(status)) });
  return inARow([why, nearestOf(trace, speaker), what], speaker);
}

/** Returns the listener that accepted the request, or the origin that an Ingress serves. Returns '' if none did. */
export function listenerOf(trace: Trace): string {
  const step = trace.steps.find((each) => each.step === 3);
  return step?.step === 3 ? servedOrigin(step.frontend ?? '') : '';
}
