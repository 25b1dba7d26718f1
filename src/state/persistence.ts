import { isProfileChoice } from '../core/profile/profile-names.ts';
import type { Carried, CarriedReading } from '../share/carried.ts';
import { isLink } from '../share/link-fragment.ts';
import { loadLooks, saveLook } from '../share/looks-storage.ts';
import { dropLast, keepLast, lastKept, loadWork, type Slot, saveWork } from '../share/saved-work.ts';
import { claimTabSlot, freshSlot, type TabSlot } from '../share/tab-slot.ts';
import { replaceWork } from './files.ts';
import { LANGUAGES, type Language, type State, TABS, type Tab, type Work } from './model.ts';
import { readAsked } from './page-mode.ts';
import { EMPTY_REQUEST } from './request-fields.ts';
import { sameFiles, sameTexts, workOf } from './selectors.ts';
import { dismiss, FIRST_WORK, notify, store, update } from './store.ts';

/** How long the start waits for the browser's storage. */
const STORAGE_PATIENCE = 1500;
const SAVE_PAUSE = 300;

type Restored = Work & Pick<State, 'highlightStep' | 'tab'>;

/**
 * True while the page shows the content of a link that the user has not changed. The page saves nothing then.
 */
let visiting = false;

/** The slot of this tab; null until the browser's storage has answered. */
let slot: Slot | null = null;
let claimed: Promise<TabSlot | null> = Promise.resolve(null);
/** Settles when the saved work of the start was read. Nothing is saved before, because a save may replace it. */
let startRead: Promise<unknown> = Promise.resolve();

/** Returns the part of the state that a link or the browser's storage holds. */
export function carriedOf(state: State): Carried {
  return { ...workOf(state), step: state.highlightStep, tab: state.tab };
}

/** Returns the work of a restored state. Returns null when no text could be read. */
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
      carried.profile !== undefined && isProfileChoice(carried.profile)
        ? carried.profile
        : FIRST_WORK.profile,
    highlightStep: carried.step ?? null,
    tab: TABS.includes(carried.tab as Tab) ? (carried.tab as Tab) : 'trace',
  };
}

/** Returns the interface language for the browser's languages. */
export function detectLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return /hant|-(tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    const found = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language.toLowerCase()));
    if (found) return found;
  }
  return 'en';
}

/**
 * Restores settings and work, and saves both from then on. Resolves when the page can be drawn for the first
 * time. In `read` mode the user's work remains untouched. In `embed` mode the page neither stores nor reads
 * anything.
 */
export async function startPersistence(): Promise<void> {
  const { mode, presenting, theme, language } = readAsked(location.search);
  const looks = mode === 'embed' ? {} : loadLooks();
  update({
    ...looks,
    mode,
    presenting,
    ...(theme && { theme }),
    language: language ?? looks.language ?? detectLanguage(navigator.languages ?? [navigator.language]),
  });
  if (mode === 'edit') {
    claimed = claimTabSlot().then((tab) => {
      slot = tab?.slot ?? null;
      return tab;
    });
    await restoreWork();
  }
  if (isLink(location.hash)) await openLink(location.hash);
  if (mode === 'edit') {
    const kept = slot === null ? null : await withPatience(loadWork(slot, 'kept'));
    if (kept !== null && kept !== 'blocked' && workFrom(kept)) update({ hasKept: true });
    saveChanges();
  }
  if (mode !== 'embed') saveLooks();
  addEventListener('hashchange', () => {
    if (isLink(location.hash)) void openLink(location.hash);
  });
}

async function restoreWork(): Promise<void> {
  const saving = loadStart();
  startRead = saving;
  const saved = await withPatience(saving);
  if (saved === 'blocked') {
    notify({ name: 'storage-blocked' });
    void saving.then(restoreLate);
  } else if (saved !== null) restore(saved);
}

/** Returns the work that this tab starts with. */
async function loadStart(): Promise<CarriedReading | null | 'blocked'> {
  const tab = await claimed;
  if (tab === null) return 'blocked';
  if (tab.startsWith === null) return null;
  const last = await lastKept(tab.startsWith);
  if (!last || !workFrom(last)) return loadWork(tab.startsWith, 'work');
  // The last saved work is not in the database yet.
  if (tab.startsWith === tab.slot) unsaved = true;
  return last;
}

function restore(saved: CarriedReading): void {
  const work = workFrom(saved);
  if (work) replaceWork(work);
  if (work) update({ highlightStep: work.highlightStep });
  if (!work || saved.broken.length > 0) notify({ name: 'storage-broken' });
}

/**
 * Restores the work of a storage that answers late, unless the page has other work by now, which must not be
 * replaced.
 */
async function restoreLate(saved: CarriedReading | null | 'blocked'): Promise<void> {
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

/** The number of links that have been opened. Reading takes time, and only the newest link counts. */
let links = 0;

/**
 * Shows the content of a link. The user's own work remains saved until the user changes the content of the
 * link.
 */
async function openLink(fragment: string): Promise<void> {
  const ticket = ++links;
  const { readLink } = await import('../share/link.ts');
  const reading = await readLink(fragment);
  if (ticket !== links) return;
  const work = workFrom(reading);
  if (!work) {
    notify({ name: 'link-broken', parts: reading.broken, nothing: true });
    return;
  }
  const { mode, lesson, view, hasKept } = store.getState();
  const own = workOf(store.getState());
  // The content of another link or of a lesson is not the user's work, so the saved work remains.
  const foreign = visiting || lesson !== null;
  const precious = mode === 'edit' && !foreign && !sameTexts(own, FIRST_WORK) && !sameTexts(own, work);
  flush();
  visiting = false;
  replaceWork(work);
  update({ highlightStep: work.highlightStep, tab: work.tab });
  clearTimeout(timer);
  unsaved = false;
  visiting = true;
  if (reading.broken.length > 0) notify({ name: 'link-broken', parts: reading.broken, nothing: false });
  if (precious) await keep({ ...own, step: null, tab: 'trace' }, view);
  if (precious || (foreign && hasKept)) notify({ name: 'link-opened' }, 'back-to-work');
}

/**
 * Saves the present work before other content replaces it. The content of a lesson or a link is not the
 * user's work.
 */
export async function keepAside(): Promise<void> {
  const state = store.getState();
  if (state.lesson || state.mode !== 'edit' || visiting) return;
  const { baseline } = state;
  await keep(carriedOf(state), state.viewRevision === state.revision ? state.view : null);
  if (aside) aside = { ...aside, baseline };
}

/** The work that this page saved last, and its baseline, which is not stored. */
let aside: { readonly carried: Carried; readonly baseline: State['baseline'] | null } | null = null;

/** Saves a work for "Back to my work" and in the list of earlier works. */
async function keep(carried: Carried, view: State['view']): Promise<void> {
  aside = { carried, baseline: null };
  update({ hasKept: true });
  const listed = list(carried, view);
  const tab = await claimed;
  if (tab) await saveWork(tab.slot, 'kept', carried);
  await listed;
}

/** Adds a work to the list of earlier works. Without the list, "Back to my work" still restores it. */
function list(carried: Carried, view: State['view']): Promise<boolean> {
  return import('./keep-earlier.ts').then(({ keepEarlier }) => keepEarlier(carried, view)).catch(() => false);
}

/**
 * Restores the saved work. If the user changed the content that replaced it, that content goes into the list.
 */
export async function backToWork(): Promise<void> {
  const stored = slot === null ? null : await loadWork(slot, 'kept');
  const kept = aside ? { carried: aside.carried, broken: [] } : stored === 'blocked' ? null : stored;
  const work = kept && workFrom(kept);
  if (!work) return;
  const state = store.getState();
  const { isUntouched } = await import('./untouched.ts');
  if (!visiting && !state.lesson && !sameTexts(state, work) && !(await isUntouched(state)))
    await list(carriedOf(state), state.viewRevision === state.revision ? state.view : null);
  dropFragment();
  visiting = false;
  replaceWork(work);
  if (aside?.baseline) update({ baseline: aside.baseline });
  dismiss('link-opened');
  notify({ name: 'work-restored' });
}

/** Returns the slot of this tab. Returns null while the browser's storage has not answered. */
export function slotOfTab(): Slot | null {
  return slot;
}

function dropFragment(): void {
  if (isLink(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved = false;
/** The number of pending save operations. */
let saving = 0;

function flush(state: State = store.getState()): void {
  clearTimeout(timer);
  if (!unsaved || visiting || state.lesson) return;
  unsaved = false;
  saving++;
  const carried = carriedOf(state);
  void startRead
    .then(() => claimed)
    .then((tab) => tab !== null && saveWork(tab.slot, 'work', carried))
    .then((saved) => {
      saving--;
      if (!saved) notify({ name: 'storage-blocked' });
      else if (saving === 0 && !unsaved && slot !== null) dropLast(slot);
    });
}

/** Handles the end of the page. The database may not complete operations that start now. */
function leave(): void {
  const state = store.getState();
  if ((unsaved || saving > 0) && !visiting && !state.lesson) {
    slot ??= freshSlot();
    keepLast(slot, carriedOf(state));
  }
  flush();
}

const WORK_FIELDS = ['files', 'active', 'request', 'compare', 'profile', 'tab', 'highlightStep'] as const;

/** Returns true when the user changed the content of a link. Changes by the page itself do not count. */
function isTouch(state: State, before: State): boolean {
  if (!sameFiles(state.files, before.files) || state.profile !== before.profile) return true;
  if (state.suggested !== before.suggested) return false;
  return state.request !== before.request || state.compare !== before.compare;
}

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
    if (visiting && isTouch(state, before)) {
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
