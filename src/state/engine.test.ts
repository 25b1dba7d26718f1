import { expect, test } from 'vitest';
import { analyse } from '../core/pipeline.ts';
import { presentSnapshot } from '../core/present.ts';
import type { WorkerLike } from '../worker/client.ts';
import type { FromWorker, ToWorker } from '../worker/protocol.ts';
import { diffView } from '../worker/view-patch.ts';
import { startEngine } from './engine.ts';
import { EMPTY_REQUEST } from './request-form.ts';
import { setLanguage } from './show.ts';
import { update } from './store.ts';

/** A worker that has read a text and answers no request: the test looks at what it is asked. */
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

test('another language asks again, in that language', () => {
  const worker = new Listener();
  update({ request: { ...EMPTY_REQUEST, from: 'shop', url: 'http://app.shop/' } });
  const stop = startEngine(() => worker);
  worker.say({ kind: 'ready' });
  worker.say({ kind: 'snapshot', revision: 0, patch: diffView(null, presentSnapshot(analyse([]))) });
  const asked = worker.sent.at(-1);
  expect(asked).toMatchObject({ kind: 'trace', language: 'en' });
  worker.say({ kind: 'case-request', ticket: 0, request: null });
  setLanguage('zh-Hant');
  expect(worker.sent.at(-1)).toMatchObject({ kind: 'trace', language: 'zh-Hant' });
  setLanguage('en');
  stop();
});
