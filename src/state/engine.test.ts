import { expect, test } from 'vitest';
import { presentSnapshot } from '../core/answers/page-view.ts';
import { analyse } from '../core/pipeline.ts';
import type { WorkerLike } from '../worker/client.ts';
import { diffView } from '../worker/diff-view.ts';
import type { FromWorker, ToWorker } from '../worker/protocol.ts';
import { askEditor } from './ask-editor.ts';
import { askWorker, startEngine } from './engine.ts';
import { EMPTY_REQUEST } from './request-fields.ts';
import { setLanguage } from './show.ts';
import { store, update } from './store.ts';

/** A worker that has read a text and answers no request. The test reads the messages that it receives. */
class Listener implements WorkerLike {
  sent: ToWorker[] = [];
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: ToWorker) {
    this.sent.push(message);
  }
  terminate() {}
  say(data: FromWorker) {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

test('a change of the language asks again, in the new language', () => {
  const worker = new Listener();
  update({ request: { ...EMPTY_REQUEST, from: 'shop', url: 'http://app.shop/' } });
  const stop = startEngine(() => worker);
  worker.say({ kind: 'ready' });
  worker.say({ kind: 'snapshot', revision: 0, patch: diffView(null, presentSnapshot(analyse([]))) });
  const asked = worker.sent.at(-1);
  expect(asked).toMatchObject({ kind: 'trace', language: 'en' });
  worker.say({ kind: 'case-request', ticket: 0, request: null });
  setLanguage('zh-Hant');
  // The findings of the same texts, and the answer to the same request.
  expect(worker.sent.at(-1)).toMatchObject({ kind: 'analyse', revision: 0, language: 'zh-Hant' });
  worker.say({ kind: 'snapshot', revision: 0, patch: diffView(null, presentSnapshot(analyse([]))) });
  expect(worker.sent.at(-1)).toMatchObject({ kind: 'trace', language: 'zh-Hant' });
  setLanguage('en');
  stop();
});

const NO_PLACES = { about: 'definition', places: [] } as const;

/** Returns a worker that has read a text, with the editor questions that it received. */
function reader() {
  const worker = new Listener();
  const stop = startEngine(() => worker);
  const { revision } = store.getState();
  worker.say({ kind: 'ready' });
  worker.say({ kind: 'snapshot', revision, patch: diffView(null, presentSnapshot(analyse([]))) });
  worker.say({ kind: 'case-request', ticket: 0, request: null });
  const asked = () => worker.sent.flatMap((each) => (each.kind === 'editor' ? [each.ticket] : []));
  return { worker, stop, revision, asked };
}

test('the editor gets only the answer to its newest question of a kind', async () => {
  const { worker, stop, revision, asked } = reader();
  const first = askWorker({ about: 'definition', file: 'a', line: 1, column: 1 });
  const second = askWorker({ about: 'definition', file: 'a', line: 2, column: 1 });
  const [ticket = 0] = asked();
  worker.say({ kind: 'editor', ticket, revision, answer: NO_PLACES });
  const newest = asked().at(-1) ?? 0;
  worker.say({ kind: 'editor', ticket: newest, revision, answer: NO_PLACES });
  expect(await first).toBeNull();
  expect(await second).toMatchObject({ ticket: newest, answer: NO_PLACES });
  stop();
});

test('a question to a lost worker has no answer', async () => {
  const { worker, stop } = reader();
  const asked = askWorker({ about: 'definition', file: 'a', line: 1, column: 1 });
  worker.say({ kind: 'crashed', revision: 0, message: 'no memory' });
  expect(await asked).toBeNull();
  stop();
});

test('an answer about an older text is dropped', async () => {
  const { worker, stop, revision, asked } = reader();
  const answer = askEditor({ about: 'definition', file: 'a', line: 1, column: 1 });
  await Promise.resolve();
  update({ revision: revision + 1 });
  worker.say({ kind: 'editor', ticket: asked().at(-1) ?? 0, revision, answer: NO_PLACES });
  expect(await answer).toBeNull();
  update({ revision });
  stop();
});
