import type { TraceDifference } from '../core/explain/compare-traces.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { SimRequest } from '../core/ir/request.ts';
import type { Candidate } from '../core/ir/trace.ts';
import type { Answer as Reply } from '../worker/client.ts';
import { answerTo } from './engine.ts';
import type { Answer } from './model.ts';

/** Returns the list of candidates of an answer. Returns null when it has none. */
function candidatesOf({ explained }: Answer) {
  const step = explained.trace.steps.at(-1);
  return step !== undefined && 'considered' in step ? step.considered : null;
}

/**
 * Returns the candidates of an answer: all of them, or at most the first `most`. Asks the worker for those
 * that the page does not have. Returns null when the texts have changed, a newer question of the same place
 * on the page replaced this one, or the worker was lost.
 */
export async function askCandidates(
  place: string,
  answer: Answer,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Candidate[] | null> {
  const page = candidatesOf(answer);
  if (page === null) return [];
  const { first, length } = page;
  const to = Math.min(length, most);
  if (to <= first.length) return first.slice(0, to);
  const { request } = answer.explained.trace;
  const reply = await answerTo(`candidates ${place}`, (ticket) => ({
    kind: 'candidates',
    ticket,
    request,
    from: first.length,
    to,
  }));
  if (reply?.kind !== 'candidates' || reply.revision !== answer.revision) return null;
  return [...first, ...reply.candidates];
}

/**
 * Returns the first difference between two answers, or null for equal answers. Returns undefined when the
 * texts have changed, a newer question replaced this one, or the worker was lost.
 */
export async function askComparison(
  answer: Answer,
  other: Answer,
): Promise<TraceDifference | null | undefined> {
  const requests = [answer.explained.trace.request, other.explained.trace.request] as const;
  const reply = await answerTo('comparison', (ticket) => ({ kind: 'comparison', ticket, requests }));
  const isCurrent = reply?.kind === 'comparison' && reply.revision === answer.revision;
  return isCurrent ? reply.difference : undefined;
}

/**
 * Asks for the near misses of the first `most` candidates of a request. Each place on the page needs only its
 * newest answer. Returns null when a newer question replaced it, or the worker was lost.
 */
export async function askNearMisses(
  place: string,
  request: SimRequest,
  most: number,
): Promise<Extract<Reply, { kind: 'near-misses' }> | null> {
  const reply = await answerTo(`near-misses ${place}`, (ticket) => ({
    kind: 'near-misses',
    ticket,
    request,
    most,
  }));
  return reply?.kind === 'near-misses' ? reply : null;
}

/**
 * Asks for the changes of the manifests after which a request that fails is answered. Returns null when a
 * newer question replaced it, or the worker was lost.
 */
export async function askCures(
  request: SimRequest,
  language: ExplainLanguage,
): Promise<Extract<Reply, { kind: 'cures' }> | null> {
  const reply = await answerTo('cures', (ticket) => ({ kind: 'cures', ticket, request, language }));
  return reply?.kind === 'cures' ? reply : null;
}

/**
 * Returns the request of a RouteTest case, by its suite and its index there. Returns null when the request
 * cannot be read.
 */
export async function requestOfCase(file: string, suite: string, index: number): Promise<SimRequest | null> {
  const reply = await answerTo('case', (ticket) => ({ kind: 'case-request', ticket, file, suite, index }));
  return reply?.kind === 'case-request' ? reply.request : null;
}
