import { afterEach, beforeEach, expect, test } from 'vitest';
import { forwardPath, gatewayAPI, load, readRequest, service, toService } from '../../tests/manifests.ts';
import { pageTrace } from '../core/answers/candidate-page.ts';
import { candidatesBetween, compareRequests } from '../core/answers/more-of-trace.ts';
import { presentSnapshot } from '../core/answers/page-view.ts';
import { explainTrace } from '../core/explain/explain-trace.ts';
import { analyse, traceRequest } from '../core/pipeline.ts';
import type { WorkerLike } from '../worker/client.ts';
import { diffView } from '../worker/diff-view.ts';
import type { FromWorker, ToWorker } from '../worker/protocol.ts';
import { askCandidates, askComparison } from './ask-trace.ts';
import { startEngine } from './engine.ts';
import type { Answer } from './model.ts';
import { store } from './store.ts';

const RULES = Array.from({ length: 300 }, (_, at) => forwardPath(`/part${1000 + at}`, 'cart', 'Exact'));
const SNAPSHOT = load([
  service('shop/cart'),
  gatewayAPI('HTTPRoute', 'shop/cart', { parentRefs: [toService('cart')], rules: RULES }),
]);

function answerTo(url: string, revision: number): Answer {
  const trace = traceRequest(SNAPSHOT, readRequest({ from: 'shop', url }));
  return { revision, explained: pageTrace(explainTrace(trace)), way: { nodes: [], edges: [], stages: [] } };
}

/** A worker that answers questions about the snapshot as the real one does, for texts of a given revision. */
class Answering implements WorkerLike {
  sent: ToWorker[] = [];
  revision = 0;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: ToWorker) {
    this.sent.push(message);
    const { revision } = this;
    if (message.kind === 'candidates') {
      const { ticket, request, from, to } = message;
      const candidates = candidatesBetween(SNAPSHOT, request, from, to);
      queueMicrotask(() => this.say({ kind: 'candidates', ticket, revision, candidates }));
    } else if (message.kind === 'comparison') {
      const { ticket, requests } = message;
      const difference = compareRequests(SNAPSHOT, requests);
      queueMicrotask(() => this.say({ kind: 'comparison', ticket, revision, difference }));
    }
  }
  terminate() {}
  say(data: FromWorker) {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

let worker = new Answering();
let stop = () => {};
let revision = 0;

beforeEach(() => {
  worker = new Answering();
  stop = startEngine(() => worker);
  revision = store.getState().revision;
  worker.revision = revision;
  worker.say({ kind: 'ready' });
  worker.say({ kind: 'snapshot', revision, patch: diffView(null, presentSnapshot(analyse([]))) });
  // Answers the question about the request of the page, if there is one.
  if (worker.sent.at(-1)?.kind === 'trace') worker.say({ kind: 'case-request', ticket: 0, request: null });
});

afterEach(() => stop());

const questions = () => worker.sent.filter(({ kind }) => kind === 'candidates');

test('the candidates that the page lacks come from the worker', async () => {
  const answer = answerTo('http://cart/part1150', revision);
  const whole = candidatesBetween(SNAPSHOT, answer.explained.trace.request, 0, 300);
  expect(await askCandidates('list', answer)).toEqual(whole);
  expect(questions()).toMatchObject([{ from: 60, to: 300 }]);
  expect(await askCandidates('list', answer, 100)).toEqual(whole.slice(0, 100));
  expect(questions()).toMatchObject([{}, { from: 60, to: 100 }]);
});

test('the worker is not asked for candidates that the page has', async () => {
  const answer = answerTo('http://cart/part1150', revision);
  const whole = candidatesBetween(SNAPSHOT, answer.explained.trace.request, 0, 300);
  expect(await askCandidates('list', answer, 50)).toEqual(whole.slice(0, 50));
  expect(await askCandidates('list', answerTo('http://none.test/', revision))).toEqual([]);
  expect(questions()).toEqual([]);
});

test('candidates of other texts are not mixed with those of the answer', async () => {
  worker.revision = revision + 1;
  expect(await askCandidates('list', answerTo('http://cart/part1150', revision))).toBeNull();
});

test('the worker compares two answers', async () => {
  const [one, two] = ['http://cart/part1001', 'http://cart/part1002'].map((url) =>
    answerTo(url, revision),
  ) as [Answer, Answer];
  expect(await askComparison(one, one)).toBeNull();
  expect(await askComparison(one, two)).toMatchObject({ on: 'winner' });
  worker.revision = revision + 1;
  expect(await askComparison(one, two)).toBeUndefined();
});
