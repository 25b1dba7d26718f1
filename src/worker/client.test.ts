import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, WorkerClient, type WorkerLike } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

class FakeWorker implements WorkerLike {
  sent: ToWorker[] = [];
  ended = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: ToWorker) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data: FromWorker) {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

let workers: FakeWorker[] = [];
let answers: Answer[] = [];
let troubles: { why: string; gone: boolean }[] = [];
let busy = false;

function start(): WorkerClient {
  return new WorkerClient({
    create: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onAnswer: (answer) => answers.push(answer),
    onTrouble: ({ why, gone }) => troubles.push({ why, gone }),
    onBusy: (on) => {
      busy = on;
    },
    patience: 1000,
  });
}

const bundle = (revision: number, ...texts: string[]) => ({
  revision,
  sources: texts.map((text, at) => ({ file: `f${at}`, text })),
  profile: 'gateway-api',
  language: 'en' as const,
  clusterDomain: 'cluster.local',
});
const question = (ticket: number) =>
  ({ kind: 'case-request', ticket, file: 'f', suite: 's', index: 0 }) as const;
const WHOLE = { whole: { value: true } };
const FIRST = { whole: { value: false } };
const last = () => workers.at(-1) as FakeWorker;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  answers = [];
  troubles = [];
});
afterEach(() => void vi.useRealTimers());

describe('the client of the worker', () => {
  test('waits for the worker, asks one question at a time, and drops outdated questions', () => {
    const client = start();
    client.analyse(bundle(1, 'a'));
    expect(last().sent).toEqual([]);
    last().say({ kind: 'ready' });
    client.analyse(bundle(2, 'b'));
    client.analyse(bundle(3, 'c'));
    client.ask('case', question(1));
    client.ask('case', question(2));
    expect(last().sent).toHaveLength(1);
    last().say({ kind: 'snapshot', revision: 1, patch: WHOLE });
    expect(answers).toEqual([]);
    expect(last().sent.at(-1)).toMatchObject({ kind: 'analyse', revision: 3 });
    last().say({ kind: 'snapshot', revision: 3, patch: WHOLE });
    expect(last().sent.at(-1)).toMatchObject({ kind: 'case-request', ticket: 2 });
    expect(busy).toBe(true);
    last().say({ kind: 'case-request', ticket: 2, request: null });
    expect(answers).toHaveLength(2);
    expect(busy).toBe(false);
  });
  test('asks for the whole view after all other answers', () => {
    const client = start();
    client.analyse(bundle(1, 'a'));
    client.ask('case', question(1));
    last().say({ kind: 'ready' });
    last().say({ kind: 'snapshot', revision: 1, patch: FIRST });
    expect(last().sent.at(-1)).toMatchObject({ kind: 'case-request' });
    last().say({ kind: 'case-request', ticket: 1, request: null });
    expect(last().sent.at(-1)).toEqual({ kind: 'whole-view', language: 'en' });
    last().say({ kind: 'snapshot', revision: 1, patch: WHOLE });
    expect(last().sent).toHaveLength(3);
    expect(answers.map((answer) => answer.kind === 'snapshot' && answer.view.whole)).toEqual([
      false,
      false,
      true,
    ]);
  });
  test('does not ask again for a whole view after it lost a worker, until it is revived', () => {
    const client = start();
    client.analyse(bundle(1, 'a'));
    last().say({ kind: 'ready' });
    last().say({ kind: 'snapshot', revision: 1, patch: FIRST });
    last().say({ kind: 'crashed', revision: 1, message: 'no code' });
    expect(troubles).toEqual([{ why: 'crashed', gone: false }]);
    last().say({ kind: 'ready' });
    last().say({ kind: 'snapshot', revision: 1, patch: FIRST });
    expect(last().sent.map(({ kind }) => kind)).toEqual(['analyse']);
    client.revive();
    client.analyse(bundle(2, 'b'));
    last().say({ kind: 'snapshot', revision: 2, patch: FIRST });
    expect(last().sent.at(-1)).toMatchObject({ kind: 'whole-view' });
  });
  test('sends only texts that changed', () => {
    const client = start();
    last().say({ kind: 'ready' });
    client.analyse(bundle(1, 'a', 'b'));
    last().say({ kind: 'snapshot', revision: 1, patch: WHOLE });
    client.analyse(bundle(2, 'a', 'c'));
    expect(last().sent.at(-1)).toMatchObject({ sources: [{ file: 'f0' }, { file: 'f1', text: 'c' }] });
    expect((last().sent.at(-1) as unknown as { sources: object[] }).sources[0]).not.toHaveProperty('text');
  });
  test('replaces a worker that hangs, and continues with the last good text', () => {
    const client = start();
    last().say({ kind: 'ready' });
    client.analyse(bundle(1, 'good'));
    last().say({ kind: 'snapshot', revision: 1, patch: WHOLE });
    client.analyse(bundle(2, 'hangs'));
    vi.advanceTimersByTime(1001);
    expect(troubles).toEqual([{ why: 'hung', gone: false }]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.ended).toBe(true);
    workers[0]?.say({ kind: 'snapshot', revision: 2, patch: WHOLE });
    expect(answers).toHaveLength(1);
    last().say({ kind: 'ready' });
    expect(last().sent).toMatchObject([{ revision: 1, sources: [{ text: 'good' }] }]);
    last().say({ kind: 'snapshot', revision: 1, patch: WHOLE });
    client.analyse(bundle(3, 'fine'));
    expect(last().sent.at(-1)).toMatchObject({ revision: 3 });
  });
  test('does not replace a worker that reports progress, until the user cancels the analysis', () => {
    const client = start();
    last().say({ kind: 'ready' });
    client.analyse(bundle(1, 'good'));
    last().say({ kind: 'snapshot', revision: 1, patch: {} });
    client.analyse(bundle(2, 'large'));
    for (let beat = 1; beat <= 5; beat++) {
      vi.advanceTimersByTime(900);
      last().say({ kind: 'progress', done: beat, total: 5 });
    }
    expect(workers).toHaveLength(1);
    expect(troubles).toEqual([]);
    client.cancel();
    expect(busy).toBe(false);
    expect(workers[0]?.ended).toBe(true);
    last().say({ kind: 'ready' });
    expect(last().sent).toMatchObject([{ revision: 1, sources: [{ text: 'good' }] }]);
    expect(troubles).toEqual([]);
  });
  test('gives up after three losses in a row, until it is revived', () => {
    const client = start();
    client.analyse(bundle(1, 'a'));
    for (let loss = 0; loss < 3; loss++) last().onerror?.({ message: 'no code' } as ErrorEvent);
    expect(troubles.map(({ gone }) => gone)).toEqual([false, false, true]);
    expect(workers).toHaveLength(3);
    client.revive();
    last().say({ kind: 'ready' });
    expect(last().sent).toHaveLength(1);
  });
});
