import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openExample } from './files.ts';
import { highlightStep, setPlay } from './show.ts';
import { startStepHistory } from './step-history.ts';
import { store, update } from './store.ts';

/** The browser's history: the states of its entries, and the present one. */
let entries: unknown[] = [null];
let at = 0;
const listeners = new Map<string, (event: unknown) => void>();
const event = (name: string, detail: object = {}) => listeners.get(name)?.(detail);

/** Goes back or forward, as the browser does. */
function go(by: 1 | -1): void {
  at += by;
  event('popstate', { state: entries[at] });
}

beforeAll(() => {
  vi.stubGlobal('location', { hash: '', search: '', pathname: '/', href: 'http://page/' });
  vi.stubGlobal('addEventListener', (name: string, listener: (event: unknown) => void) =>
    listeners.set(name, listener),
  );
  vi.stubGlobal('history', {
    pushState: (state: unknown) => {
      entries = [...entries.slice(0, at + 1), state];
      at++;
    },
    replaceState: (state: unknown) => {
      entries[at] = state;
    },
  });
  startStepHistory();
});

beforeEach(() => {
  update({ highlightStep: null, play: 'stopped' });
  entries = entries.slice(0, at + 1);
});

const step = () => store.getState().highlightStep;

test('each step that the user goes to is an entry', () => {
  const before = entries.length;
  for (const each of [1, 2, 3]) highlightStep(each);
  expect(entries.length).toBe(before + 3);
  go(-1);
  expect(step()).toBe(2);
  go(-1);
  expect(step()).toBe(1);
  go(1);
  expect(step()).toBe(2);
  // A new step replaces the entries after it.
  highlightStep(5);
  expect(entries.length).toBe(before + 3);
  go(-1);
  expect(step()).toBe(2);
});

test('the same step is not a second entry', () => {
  const before = entries.length;
  highlightStep(1);
  highlightStep(1);
  expect(entries.length).toBe(before + 1);
});

test('steps that the page sets change the present entry', () => {
  const before = entries.length;
  highlightStep(4);
  update({ highlightStep: null });
  expect(entries.length).toBe(before + 1);
  go(-1);
  go(1);
  expect(step()).toBeNull();
});

test('the animation has one entry, and Back ends it', () => {
  const before = entries.length;
  highlightStep(1);
  setPlay('playing');
  for (const each of [2, 3, 4]) highlightStep(each);
  expect(entries.length).toBe(before + 1);
  go(-1);
  expect([step(), store.getState().play]).toEqual([null, 'stopped']);
  go(1);
  expect(step()).toBe(4);
});

test('a drag over the steps has one entry', () => {
  const before = entries.length;
  event('pointerdown');
  for (const each of [1, 2, 3]) highlightStep(each);
  event('pointerup');
  expect(entries.length).toBe(before + 1);
  highlightStep(5);
  expect(entries.length).toBe(before + 2);
});

test('Back restores the work before an example, with its later changes', async () => {
  const mine = [{ name: 'mine.yaml', text: 'a: 1\n' }];
  update({ files: mine, active: 'mine.yaml', baseline: mine });
  const before = entries.length;
  await openExample('canary');
  expect(entries.length).toBe(before + 1);
  const changed = [{ name: 'canary.yaml', text: '# changed\n' }];
  update({ files: changed });
  go(-1);
  expect(store.getState().files).toEqual(mine);
  expect(store.getState().baseline).toEqual(mine);
  go(1);
  expect(store.getState().files).toEqual(changed);
});

test('an entry of an earlier load of the page has only its step', () => {
  const { files } = store.getState();
  entries = [...entries, { page: 1, work: 0, step: 3 }, { work: 'no number' }];
  go(1);
  expect(step()).toBe(3);
  expect(store.getState().files).toBe(files);
  // An entry of another script becomes an entry of the present step.
  go(1);
  expect(step()).toBe(3);
  expect(entries[at]).toMatchObject({ step: 3 });
});
