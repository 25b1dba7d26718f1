import { AnalysisClient, type AnalysisWorker } from '../worker/analysis-client.ts';
import type { AnalysisAnswer } from '../worker/analysis-protocol.ts';
import type { Language, State, TextFile } from './model.ts';
import { sourcesOf } from './selectors.ts';
import { store, update } from './store.ts';

/** Milliseconds of quiet after which the tables are looked through though nobody asked. */
const IDLE = 1500;
/** Above this many characters only a tab that shows the answer asks for it. */
const UNASKED_SIZE = 200_000;

/** A thread for questions over all requests. */
export function createAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
}

let client: AnalysisClient | null = null;
let replan: (() => void) | null = null;

/** What an answer that is being worked out is about. */
interface About {
  readonly revision: number;
  readonly baseline: readonly TextFile[];
  readonly language: Language;
  readonly what: 'reach' | 'difference';
}

/** Which answer the present state is missing; null: none that anybody would see. */
function missing(state: State): 'reach' | 'difference' | null {
  // Only texts that the page has an answer about are worth a longer look.
  if (state.viewRevision !== state.revision) return null;
  if (state.tab === 'changes') {
    const { difference } = state;
    const known = difference?.revision === state.revision && difference.baseline === state.baseline;
    return known ? null : 'difference';
  }
  const { reach } = state;
  return reach?.revision === state.revision && reach.language === state.language ? null : 'reach';
}

/**
 * Answers questions over all requests in a thread of their own, when somebody looks or the user rests. Returns what ends
 * it; a second start does nothing.
 */
export function startStudy(create: () => AnalysisWorker = createAnalysisWorker): () => void {
  if (client !== null) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let about: About | null = null;
  const onAnswer = (answer: AnalysisAnswer) => {
    if (about === null) return;
    const { revision, baseline, language, what } = about;
    if (answer.kind === 'progress') {
      update({ studying: { what, done: answer.done, total: answer.total, stopped: false } });
      return;
    }
    about = null;
    if (answer.kind === 'crashed') update({ studying: { what, done: 0, total: 0, stopped: true } });
    else if (answer.kind === 'reach') {
      update({
        reach: { revision, language, tables: answer.tables, findings: answer.findings },
        studying: null,
      });
    } else update({ difference: { revision, baseline, report: answer.difference }, studying: null });
  };
  const mine = new AnalysisClient(create, onAnswer);
  client = mine;
  const ask = () => {
    const state = store.getState();
    const what = missing(state);
    if (what === null || state.studying?.stopped) return;
    const { revision, baseline, language, files, profile } = state;
    about = { revision, baseline, language, what };
    const common = { profile, clusterDomain: 'cluster.local' };
    update({ studying: { what, done: 0, total: 0, stopped: false } });
    mine.ask(
      what === 'reach'
        ? { kind: 'reach', sources: sourcesOf(files), language, ...common }
        : { kind: 'difference', before: sourcesOf(baseline), after: sourcesOf(files), ...common },
    );
  };
  const plan = (state: State) => {
    clearTimeout(timer);
    if (missing(state) === null) return;
    // What has been worked out already is only told in another language.
    const known = state.reach?.revision === state.revision;
    const watched = state.tab === 'routes' || state.tab === 'changes' || known;
    const size = state.files.reduce((sum, file) => sum + file.text.length, 0);
    if (watched) timer = setTimeout(ask, 0);
    else if (size <= UNASKED_SIZE) timer = setTimeout(ask, IDLE);
  };
  const stop = store.subscribe((state, before) => {
    const outdated =
      about !== null &&
      (state.revision !== about.revision ||
        state.baseline !== about.baseline ||
        (about.what === 'reach' && state.language !== about.language));
    if (outdated) {
      mine.cancel();
      about = null;
    }
    const fresh = state.revision !== before.revision || state.baseline !== before.baseline;
    const retold = state.language !== before.language;
    if ((outdated || fresh) && state.studying !== null) update({ studying: null });
    const relevant =
      fresh || retold || state.viewRevision !== before.viewRevision || state.tab !== before.tab;
    if (relevant && about?.what !== missing(store.getState())) plan(store.getState());
  });
  replan = () => plan(store.getState());
  replan();
  return () => {
    stop();
    replan = null;
    clearTimeout(timer);
    mine.cancel();
    client = null;
  };
}

/** Gives up what is being worked out. */
export function stopStudy(): void {
  client?.cancel();
  update(({ studying }) => ({ studying: studying && { ...studying, stopped: true } }));
}

/** Works it out after all. */
export function resumeStudy(): void {
  update({ studying: null });
  replan?.();
}

/** From now on changes are measured against the texts as they are. */
export function markBaseline(files: readonly TextFile[] = store.getState().files): void {
  update({ baseline: files });
}
