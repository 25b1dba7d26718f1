import { expect, test } from 'vitest';
import { AnalysisClient, type AnalysisWorker, type Asked } from './analysis-client.ts';
import type { AnalysisAnswer, AnalysisQuestion } from './analysis-protocol.ts';

const QUESTION: Asked = {
  kind: 'reach',
  sources: [],
  profile: 'gateway-api',
  language: 'en',
  clusterDomain: 'cluster.local',
};

function setUp() {
  const workers: (AnalysisWorker & { ended: boolean; asked: AnalysisQuestion[] })[] = [];
  const answers: AnalysisAnswer[] = [];
  const client = new AnalysisClient(
    () => {
      const worker = {
        ended: false,
        asked: [] as AnalysisQuestion[],
        onmessage: null,
        onerror: null,
        postMessage(message: AnalysisQuestion) {
          this.asked.push(message);
        },
        terminate() {
          this.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    (answer) => answers.push(answer),
  );
  const say = (at: number, data: AnalysisAnswer) => workers[at]?.onmessage?.({ data } as never);
  return { client, workers, answers, say };
}

const done = (ticket: number): AnalysisAnswer => ({ kind: 'reach', ticket, tables: [], findings: [] });

test('a thread that has answered is reused', () => {
  const { client, workers, say } = setUp();
  client.ask(QUESTION);
  say(0, done(1));
  client.ask(QUESTION);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.asked.map(({ ticket }) => ticket)).toEqual([1, 2]);
});

test('a new question ends a busy thread, and its late answer is ignored', () => {
  const { client, workers, answers, say } = setUp();
  client.ask(QUESTION);
  client.ask(QUESTION);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  say(0, done(1));
  say(1, done(2));
  expect(answers).toEqual([done(2)]);
});

test('progress is not an answer: cancelling after it still ends the thread', () => {
  const { client, workers, answers, say } = setUp();
  client.ask(QUESTION);
  say(0, { kind: 'progress', ticket: 1, done: 1, total: 2 });
  client.cancel();
  expect(workers[0]?.ended).toBe(true);
  expect(answers).toHaveLength(1);
  client.cancel();
  client.ask(QUESTION);
  expect(workers).toHaveLength(2);
});

test('a failed thread is reported, and another one gets the next question', () => {
  const { client, workers, answers } = setUp();
  client.ask(QUESTION);
  workers[0]?.onerror?.({ message: 'boom' } as never);
  expect(answers).toEqual([{ kind: 'crashed', ticket: 1, message: 'boom' }]);
  client.ask(QUESTION);
  expect(workers).toHaveLength(2);
});
