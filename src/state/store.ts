import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { AUTO } from '../core/profile/profile-names.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import type { State, Work } from './model.ts';
import type { NoticeAction, NoticeKind } from './notice.ts';

/** The work that a first visit shows. */
export const FIRST_WORK: Work = {
  files: FIRST_EXAMPLE.files,
  active: FIRST_EXAMPLE.files[0]?.name ?? '',
  request: FIRST_EXAMPLE.request,
  compare: null,
  profile: AUTO,
};

const INITIAL: State = {
  ...FIRST_WORK,
  mode: 'edit',
  theme: 'system',
  language: 'en',
  columns: {},
  ghosts: true,
  speed: 1,
  revision: 0,
  view: null,
  viewRevision: -1,
  answer: null,
  comparison: null,
  busy: true,
  reading: null,
  reach: null,
  baseline: FIRST_WORK.files,
  difference: null,
  studying: null,
  tab: 'trace',
  pane: 'graph',
  selected: null,
  selectedBy: 'choice',
  reveal: null,
  suggested: FIRST_WORK.request,
  kept: null,
  highlightStep: null,
  play: 'stopped',
  notices: [],
  history: [],
  stepped: 0,
  opened: 0,
  presenting: false,
  lesson: null,
  hasKept: false,
  cluster: null,
  dialog: null,
  large: null,
  versions: null,
  move: null,
  sends: 0,
};

/** The only store of the page. */
export const store = createStore<State>(() => INITIAL);

/** Changes the state. All changes use this function. */
export function update(change: Partial<State> | ((state: State) => Partial<State>)): void {
  store.setState(change);
}

/** Returns a value derived from the state. The component renders again only when the value changes. */
export function useApp<T>(selector: (state: State) => T): T {
  return useStore(store, selector);
}

let lastNotice = 0;

const TONES: Partial<Record<NoticeKind['name'], 'warning' | 'error'>> = {
  'storage-broken': 'warning',
  'storage-blocked': 'warning',
  'link-broken': 'error',
  'part-missing': 'warning',
  'image-failed': 'error',
  'worker-hung': 'warning',
  'reading-stopped': 'warning',
  'worker-crashed': 'warning',
  'worker-gone': 'error',
  'file-not-text': 'error',
  'file-too-large': 'error',
  'file-other-kind': 'warning',
  'fix-outdated': 'warning',
};

/** Shows a notice to the user. Replaces an older notice with the same name and an older offer to undo. */
export function notify(kind: NoticeKind, action: NoticeAction | null = null): void {
  const notice = { id: ++lastNotice, tone: TONES[kind.name] ?? ('info' as const), kind, action };
  update(({ notices }) => ({
    notices: [
      ...notices.filter(
        (each) => each.kind.name !== kind.name && !(action === 'undo' && each.action === action),
      ),
      notice,
    ].slice(-4),
  }));
}

/** Removes one notice by its id, or all notices with one name. */
export function dismiss(which: number | NoticeKind['name']): void {
  update(({ notices }) => ({
    notices: notices.filter((each) => each.id !== which && each.kind.name !== which),
  }));
}
