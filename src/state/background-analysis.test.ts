import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnalysisWorker } from '../worker/analysis-client.ts';
import type { AnalysisAnswer, AnalysisQuestion } from '../worker/analysis-protocol.ts';
import { startStudy } from './background-analysis.ts';
import { changedCount } from './selectors.ts';
import { store, update } from './store.ts';

type Report = Extract<AnalysisAnswer, { kind: 'difference' }>['difference'];
type Ticketless<A> = A extends unknown ? Omit<A, 'ticket'> : never;

/** A worker that answers when the test says so. */
class Asked implements AnalysisWorker {
  questions: AnalysisQuestion[] = [];
  onmessage: AnalysisWorker['onmessage'] = null;
  onerror: AnalysisWorker['onerror'] = null;
  postMessage(question: AnalysisQuestion) {
    this.questions.push(question);
  }
  terminate() {}
  say(answer: Ticketless<AnalysisAnswer>) {
    const { ticket } = this.questions.at(-1) as AnalysisQuestion;
    this.onmessage?.({ data: { ...answer, ticket } } as MessageEvent<AnalysisAnswer>);
  }
}

const REACH = { kind: 'reach', tables: [], findings: [] } as const;
const TWO = { changes: [{}, {}], complete: true, notSimulated: [], sampled: [] } as unknown as Report;
const BASE = [{ name: 'a.yaml', text: 'a: 1' }];
const EDITED = [{ name: 'a.yaml', text: 'a: 2' }];

let worker = new Asked();
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  worker = new Asked();
  update({ files: BASE, baseline: BASE, reach: null, difference: null, studying: null, tab: 'trace' });
  update(({ revision }) => ({ viewRevision: revision }));
  stop = startStudy(() => worker);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const kinds = () => worker.questions.map(({ kind }) => kind);
const idle = () => vi.advanceTimersByTime(5000);

/** Changes the texts, and their view at once. */
function edit(files: typeof BASE): void {
  update(({ revision }) => ({ files, revision: revision + 1, viewRevision: revision + 1 }));
}

test('without an edit, an idle page asks only about reach', () => {
  idle();
  worker.say(REACH);
  idle();
  expect(kinds()).toEqual(['reach']);
  expect(changedCount(store.getState())).toBeNull();
});

test('after an edit, an idle page asks about reach and then about the difference', () => {
  edit(EDITED);
  idle();
  worker.say(REACH);
  expect(changedCount(store.getState())).toBeNull();
  idle();
  expect(kinds()).toEqual(['reach', 'difference']);
  worker.say({ kind: 'difference', difference: TWO });
  idle();
  expect(kinds()).toEqual(['reach', 'difference']);
  expect(changedCount(store.getState())).toBe(2);
  // The count is about the texts that were compared.
  edit([{ name: 'a.yaml', text: 'a: 3' }]);
  expect(changedCount(store.getState())).toBeNull();
});

test('the tab of the changes asks about the difference first, and at once', () => {
  edit(EDITED);
  update({ tab: 'changes' });
  vi.advanceTimersByTime(1);
  expect(kinds()).toEqual(['difference']);
  worker.say({ kind: 'difference', difference: TWO });
  idle();
  expect(kinds()).toEqual(['difference', 'reach']);
});

test('a large bundle is compared only for the tab of the changes', () => {
  const large = [{ name: 'a.yaml', text: `# ${'x'.repeat(300_000)}` }];
  edit(large);
  update({ tab: 'routes' });
  idle();
  worker.say(REACH);
  idle();
  expect(kinds()).toEqual(['reach']);
  update({ tab: 'changes' });
  vi.advanceTimersByTime(1);
  expect(kinds()).toEqual(['reach', 'difference']);
});

test('a comparison with a large baseline waits for the tab, too', () => {
  update({ baseline: [{ name: 'a.yaml', text: `# ${'x'.repeat(300_000)}` }] });
  idle();
  worker.say(REACH);
  idle();
  expect(kinds()).toEqual(['reach']);
});
