import { replaceWork } from './files.ts';
import type { State, Work } from './model.ts';
import { followsAddress, PLACE } from './places.ts';
import { workOf } from './selectors.ts';
import { writePresenting } from './set-presenting.ts';
import { dismiss, store, update } from './store.ts';

/** The part of the page's state that an entry of the browser's history names. */
interface Entry {
  /** The load of the page that made the entry. Works are known only in the load that kept them. */
  readonly page: number;
  /** Number of the work that was open. A lesson has a number too, but its address says what it shows. */
  readonly work: number;
  /** The highlighted step of the request flow. */
  readonly step: number | null;
}

type KeptWork = Work & Pick<State, 'baseline' | 'tab'>;

/** The most works that Back and Forward can restore. */
const MOST_WORKS = 20;

/**
 * Makes an entry in the browser's history for each step of the request flow that the user goes to and for
 * each example that opens. Back and Forward then go to these steps and works. `places.ts` makes the entries
 * of lessons. The animation changes the present entry. A part of another page makes no entries, because they
 * would belong to that page.
 */
export function startStepHistory(): void {
  if (store.getState().mode === 'embed') return;
  const page = performance.timeOrigin;
  const works = new Map<number, KeptWork>();
  let last = 0;
  let here: Entry = { page, work: last, step: store.getState().highlightStep };
  /** The entry that the browser went to, while `places.ts` opens or leaves its lesson. */
  let awaited: Entry | null = null;
  /** True while this module changes the state. */
  let arriving = false;
  /** `moved` after the first step while a pointer is pressed, so that a drag makes one entry. */
  let pointer: 'up' | 'down' | 'moved' = 'up';

  const write = (entry: Entry, isNew: boolean) => {
    here = entry;
    if (isNew) history.pushState(entry, '', location.href);
    else history.replaceState(entry, '', location.href);
  };
  const keep = (state: State) => {
    // A lesson is opened again by its address.
    if (state.lesson !== null) return;
    const { baseline, tab } = state;
    works.delete(here.work);
    works.set(here.work, { ...workOf(state), baseline, tab });
    const [oldest] = works.keys();
    if (works.size > MOST_WORKS && oldest !== undefined) works.delete(oldest);
  };
  /** Shows what an entry names, after the lesson that its address names. */
  const arrive = (entry: Entry, before: State) => {
    const known = entry.page === page && entry.work !== here.work;
    if (known) keep(before);
    const inLesson = store.getState().lesson !== null;
    const work = known && !inLesson ? works.get(entry.work) : undefined;
    arriving = true;
    if (work) {
      const { baseline, tab, ...rest } = work;
      replaceWork(rest);
      update({ baseline, tab });
      for (const outdated of ['example-opened', 'lesson-left'] as const) dismiss(outdated);
    }
    update({ highlightStep: entry.step, play: 'stopped' });
    arriving = false;
    const isOther = before.lesson !== null && !inLesson;
    const number = work || (known && inLesson) ? entry.work : isOther ? ++last : here.work;
    write({ page, work: number, step: entry.step }, false);
  };

  write(here, false);
  store.subscribe((state, before) => {
    if (arriving) return;
    const moved = state.lesson !== before.lesson;
    const step = state.highlightStep;
    if (moved && awaited !== null) {
      const entry = awaited;
      awaited = null;
      arrive(entry, before);
      return;
    }
    const opened = state.opened !== before.opened;
    if (opened || (state.lesson === null) !== (before.lesson === null)) {
      keep(before);
      // The address of a lesson or of a link to an example has made its entry already.
      write({ page, work: ++last, step }, opened && !moved && !followsAddress());
    } else if (moved) write({ ...here, step }, false);
    else if (step !== before.highlightStep) {
      const isMove = state.stepped !== before.stepped && state.play !== 'playing' && pointer !== 'moved';
      if (isMove && pointer === 'down') pointer = 'moved';
      write({ ...here, step }, isMove);
    }
  });
  addEventListener('popstate', ({ state }) => {
    const entry = readEntry(state);
    // The entry may have another view in its address.
    writePresenting();
    awaited = null;
    // A link in the page has made this entry. The page opens its place.
    if (entry === null) return write({ ...here, step: store.getState().highlightStep }, false);
    const { lesson } = store.getState();
    const shown = lesson === null ? '' : `#lesson/${lesson.name}/${lesson.step}`;
    const named = PLACE.test(location.hash) ? location.hash : '';
    if (shown === named) arrive(entry, store.getState());
    else awaited = entry;
  });
  for (const [event, to] of [
    ['pointerdown', 'down'],
    ['pointerup', 'up'],
    ['pointercancel', 'up'],
  ] as const)
    addEventListener(event, () => (pointer = to), { capture: true });
}

/** Returns the entry in the state of the browser's history. Returns null when another script made it. */
function readEntry(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { page, work, step } = value as Partial<Record<keyof Entry, unknown>>;
  if (typeof page !== 'number' || typeof work !== 'number') return null;
  return { page, work, step: typeof step === 'number' ? step : null };
}
