import { AnalysisClient, type AnalysisWorker } from '../worker/analysis-client.ts';
import type { AnalysisAnswer } from '../worker/analysis-protocol.ts';
import { baselineFrom } from './baseline-origin.ts';
import type { Language, State, TextFile } from './model.ts';
import { currentDifference, sameFiles, sourcesOf } from './selectors.ts';
import { store, update } from './store.ts';
import { lengthOf } from './work-length.ts';

/** Milliseconds without input after which the analysis of the tables starts without a request. */
const IDLE = 1500;
/** The number of characters above which the analysis runs only for a tab that shows its answer. */
const UNASKED_SIZE = 200_000;

/** Creates a thread for questions over all requests. */
export function createAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
}

let client: AnalysisClient | null = null;
let replan: (() => void) | null = null;

/** The subject of an answer that is being computed. */
interface About {
  readonly revision: number;
  readonly baseline: readonly TextFile[];
  readonly language: Language;
  readonly what: 'reach' | 'difference';
}

/**
 * Returns the answer that the present state lacks: first the one that the open tab shows. Returns null when it
 * lacks none, or the texts are not analysed yet.
 */
function missing(state: State): About['what'] | null {
  // The analysis starts only for texts that the page has a view of.
  if (state.viewRevision !== state.revision) return null;
  const lacks = state.tab === 'changes' ? [lacksDifference, lacksReach] : [lacksReach, lacksDifference];
  return lacks[0]?.(state) ?? lacks[1]?.(state) ?? null;
}

function lacksReach({ reach, revision, language }: State): 'reach' | null {
  return reach?.revision === revision && reach.language === language ? null : 'reach';
}

function lacksDifference(state: State): 'difference' | null {
  const isKnown = currentDifference(state) !== null || sameFiles(state.files, state.baseline);
  return isKnown ? null : 'difference';
}

/** Returns true when the open tab shows an answer, or only its sentences are missing. */
function isWatched({ tab, reach, revision }: State, what: About['what']): boolean {
  switch (what) {
    case 'difference':
      return tab === 'changes';
    case 'reach':
      return tab === 'routes' || reach?.revision === revision;
    default:
      return what satisfies never;
  }
}

/**
 * Answers questions over all requests in a separate thread, when a tab shows them or the user pauses. Returns
 * a function that ends it. A second start does nothing.
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
    } else if (answer.kind === 'difference')
      update({ difference: { revision, baseline, report: answer.difference }, studying: null });
    if (answer.kind !== 'crashed') plan(store.getState());
  };
  const mine = new AnalysisClient(create, onAnswer);
  client = mine;
  const ask = () => {
    const state = store.getState();
    const what = missing(state);
    const isStopped = state.studying?.stopped === true && state.studying.what === what;
    if (what === null || isStopped) return;
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
    const what = missing(state);
    if (what === null) return;
    const size = Math.max(lengthOf(state.files), what === 'difference' ? lengthOf(state.baseline) : 0);
    if (isWatched(state, what)) timer = setTimeout(ask, 0);
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

/** Cancels the present analysis. */
export function stopStudy(): void {
  client?.cancel();
  update(({ studying }) => ({ studying: studying && { ...studying, stopped: true } }));
}

/** Resumes a cancelled analysis. */
export function resumeStudy(): void {
  update({ studying: null });
  replan?.();
}

/** Makes the present texts the baseline of later comparisons, or other files with a name. */
export function markBaseline(other?: { readonly name: string; readonly files: readonly TextFile[] }): void {
  update(({ files }) => ({
    baseline: other
      ? baselineFrom(other.files, { kind: 'files', before: other.name, after: null })
      : baselineFrom(files, { kind: 'marked' }),
  }));
}
