import { findProfile } from '../core/profile/profile.ts';
import type { Carried, CarriedReading } from '../share/carried.ts';
import { isLink, readLink } from '../share/link.ts';
import { loadLooks, saveLook } from '../share/looks-storage.ts';
import { dropLast, keepLast, lastKept, loadWork, saveWork } from '../share/saved-work.ts';
import { replaceWork } from './files.ts';
import { LANGUAGES, type Language, type State, TABS, type Tab, type Work } from './model.ts';
import { readAsked } from './page-mode.ts';
import { EMPTY_REQUEST } from './request-form.ts';
import { sameTexts, workOf } from './selectors.ts';
import { dismiss, FIRST_WORK, notify, store, update } from './store.ts';

/** How long a start waits for the browser's storage. */
const STORAGE_PATIENCE = 1500;
const SAVE_PAUSE = 300;

type Restored = Work & Pick<State, 'highlightStep' | 'tab'>;

/** True while what is shown came from a link and the user has not touched it: nothing is saved then. */
let visiting = false;

/** What a link or the browser's storage holds of the state. */
export function carriedOf(state: State): Carried {
  return { ...workOf(state), step: state.highlightStep, tab: state.tab };
}

/** Work out of what could be read; null when no text could. */
export function workFrom({ carried }: CarriedReading): Restored | null {
  if (!carried.files) return null;
  const names = carried.files.map((file) => file.name);
  return {
    files: carried.files,
    active:
      carried.active !== undefined && names.includes(carried.active) ? carried.active : (names[0] ?? ''),
    request: { ...EMPTY_REQUEST, ...carried.request },
    compare: carried.compare ?? null,
    profile:
      carried.profile !== undefined && findProfile(carried.profile) ? carried.profile : FIRST_WORK.profile,
    highlightStep: carried.step ?? null,
    tab: TABS.includes(carried.tab as Tab) ? (carried.tab as Tab) : 'trace',
  };
}

/** The interface language that suits the browser. */
export function detectLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return /hant|-(tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    const found = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language.toLowerCase()));
    if (found) return found;
  }
  return 'en';
}

/**
 * Restores looks and work, and saves both from then on. Resolves when the first picture can be drawn. Where the page is
 * only read, the user's work stays untouched; in somebody else's page nothing is stored or looked up at all.
 */
export async function startPersistence(): Promise<void> {
  const { mode, theme, language } = readAsked(location.search);
  const looks = mode === 'embed' ? {} : loadLooks();
  update({
    ...looks,
    mode,
    ...(theme && { theme }),
    language: language ?? looks.language ?? detectLanguage(navigator.languages ?? [navigator.language]),
  });
  if (mode === 'edit') await restoreWork();
  if (isLink(location.hash)) await openLink(location.hash);
  if (mode === 'edit') {
    const kept = await withPatience(loadWork('kept'));
    if (kept !== null && kept !== 'blocked' && workFrom(kept)) update({ hasKept: true });
    saveChanges();
  }
  if (mode !== 'embed') saveLooks();
  addEventListener('hashchange', () => {
    if (isLink(location.hash)) void openLink(location.hash);
  });
}

async function restoreWork(): Promise<void> {
  const last = lastKept();
  const saving = loadWork('work');
  const saved = last && workFrom(last) ? last : await withPatience(saving);
  if (saved === 'blocked') {
    notify({ name: 'storage-blocked' });
    void saving.then(restoreLate);
  } else if (saved !== null) restore(saved);
  // What was kept last is not in the database yet.
  if (saved === last) unsaved = last !== null;
}

function restore(saved: CarriedReading): void {
  const work = workFrom(saved);
  if (work) replaceWork(work);
  if (work) update({ highlightStep: work.highlightStep });
  if (!work || saved.broken.length > 0) notify({ name: 'storage-broken' });
}

/** The storage answers after all: what is in it comes back, unless there is other work by now, which it must not replace. */
async function restoreLate(saved: Awaited<ReturnType<typeof loadWork>>): Promise<void> {
  const work = saved === null || saved === 'blocked' ? null : workFrom(saved);
  if (!work || saved === null || saved === 'blocked') return;
  dismiss('storage-blocked');
  const state = store.getState();
  if (visiting || state.lesson || !sameTexts(workOf(state), FIRST_WORK)) {
    const { highlightStep, tab, ...own } = work;
    await keep({ ...own, step: highlightStep, tab }, null);
    notify({ name: 'work-late' }, 'back-to-work');
    return;
  }
  restore(saved);
}

function withPatience<T>(promise: Promise<T>): Promise<T | 'blocked'> {
  return Promise.race([
    promise,
    new Promise<'blocked'>((settle) => setTimeout(() => settle('blocked'), STORAGE_PATIENCE)),
  ]);
}

/** Shows what a link carries. The user's own work stays saved until they change what the link brought. */
async function openLink(fragment: string): Promise<void> {
  const reading = await readLink(fragment);
  const work = workFrom(reading);
  if (!work) {
    notify({ name: 'link-broken', parts: reading.broken, nothing: true });
    return;
  }
  const { mode, lesson, view } = store.getState();
  const own = workOf(store.getState());
  const precious = mode === 'edit' && !lesson && !sameTexts(own, FIRST_WORK) && !sameTexts(own, work);
  flush();
  visiting = false;
  replaceWork(work);
  update({ highlightStep: work.highlightStep, tab: work.tab });
  clearTimeout(timer);
  unsaved = false;
  visiting = true;
  if (reading.broken.length > 0) notify({ name: 'link-broken', parts: reading.broken, nothing: false });
  if (precious) {
    await keep({ ...own, step: null, tab: 'trace' }, view);
    notify({ name: 'link-opened' }, 'back-to-work');
  }
}

/** Keeps the present work aside before something else takes its place; a lesson is nobody's work. */
export async function keepAside(): Promise<void> {
  const state = store.getState();
  if (state.lesson || state.mode !== 'edit') return;
  aside = state;
  await keep(carriedOf(state), state.viewRevision === state.revision ? state.view : null);
}

/** The work that was kept aside last, as long as the page is open: what it was compared with is not saved. */
let aside: State | null = null;

/** Keeps a work for "Back to my work", and in the list of earlier works. */
async function keep(carried: Carried, view: State['view']): Promise<void> {
  const listed = import('./keep-earlier.ts').then(({ keepEarlier }) => keepEarlier(carried, view));
  if (await saveWork('kept', carried)) update({ hasKept: true });
  // Without the list there is still the one above.
  await listed.catch(() => false);
}

/** Brings back the work that was kept aside. */
export async function backToWork(): Promise<void> {
  const kept = await loadWork('kept');
  const work = kept === null || kept === 'blocked' ? null : workFrom(kept);
  if (!work) return;
  dropFragment();
  visiting = false;
  replaceWork(work);
  if (aside && sameTexts(workOf(aside), work)) update({ baseline: aside.baseline });
  dismiss('link-opened');
  notify({ name: 'work-restored' });
}

function dropFragment(): void {
  if (isLink(location.hash)) history.replaceState(null, '', location.pathname + location.search);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved = false;
/** How many times the database has been asked to save, and has not answered yet. */
let saving = 0;

function flush(state: State = store.getState()): void {
  clearTimeout(timer);
  if (!unsaved || visiting || state.lesson) return;
  unsaved = false;
  saving++;
  void saveWork('work', carriedOf(state)).then((saved) => {
    saving--;
    if (!saved) notify({ name: 'storage-blocked' });
    else if (saving === 0 && !unsaved) dropLast();
  });
}

/** The page is left, maybe for good: the database may not come to an end with what it is asked now. */
function leave(): void {
  const state = store.getState();
  if ((unsaved || saving > 0) && !visiting && !state.lesson) keepLast(carriedOf(state));
  flush();
}

const WORK_FIELDS = ['files', 'active', 'request', 'compare', 'profile', 'tab', 'highlightStep'] as const;
const TOUCHING = ['files', 'request', 'compare', 'profile'] as const;

function saveLooks(): void {
  store.subscribe((state, before) => {
    if (state.theme !== before.theme) saveLook('theme', state.theme);
    if (state.language !== before.language) saveLook('language', state.language);
    if (state.columns !== before.columns) saveLook('columns', state.columns);
    if (state.ghosts !== before.ghosts) saveLook('ghosts', state.ghosts);
    if (state.speed !== before.speed) saveLook('speed', state.speed);
  });
}

function saveChanges(): void {
  store.subscribe((state, before) => {
    if (visiting && TOUCHING.some((field) => state[field] !== before[field])) {
      visiting = false;
      dropFragment();
    }
    if (state.lesson && !before.lesson) flush(before);
    if (state.lesson) return;
    if (WORK_FIELDS.every((field) => state[field] === before[field])) return;
    unsaved = true;
    clearTimeout(timer);
    timer = setTimeout(() => flush(), SAVE_PAUSE);
  });
  if (unsaved) timer = setTimeout(() => flush(), SAVE_PAUSE);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
}
