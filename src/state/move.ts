import { AnalysisClient, type AnalysisWorker } from '../worker/analysis-client.ts';
import { createAnalysisWorker } from './background-analysis.ts';
import type { ConversionQuestion, Move, State } from './model.ts';
import { isAdopted, sourcesOf } from './selectors.ts';
import { store, update } from './store.ts';

const EMPTY: Move = { target: null, gatewayClass: '', asked: null, result: null, adopted: null };

/** Returns the state of the view Move. */
export function moveOf(state: Pick<State, 'move'>): Move {
  return state.move ?? EMPTY;
}

/** Changes the state of the view Move. */
export function updateMove(change: Partial<Move>): void {
  update((state) => ({ move: { ...moveOf(state), ...change } }));
}

/** Returns the question for the present manifests and choices. */
function questionOf(state: State): ConversionQuestion {
  const { target, gatewayClass } = moveOf(state);
  return { files: state.files, profile: state.profile, target, gatewayClass };
}

function isSame(a: ConversionQuestion, b: ConversionQuestion): boolean {
  return (
    a.files === b.files &&
    a.profile === b.profile &&
    a.target === b.target &&
    a.gatewayClass === b.gatewayClass
  );
}

/** Returns true if the last conversion is about the present manifests and choices. */
export function isConversionCurrent(state: State): boolean {
  const { result } = moveOf(state);
  return result !== null && isSame(result.about, questionOf(state));
}

let client: AnalysisClient | null = null;

/**
 * Converts the present manifests in a separate thread, unless that is done, in progress or stopped. A newer
 * question ends an older one. Adopted resources are not converted again.
 */
export function convertPresent(create: () => AnalysisWorker = createAnalysisWorker): void {
  const state = store.getState();
  const { asked } = moveOf(state);
  const question = questionOf(state);
  if (isAdopted(state) || isConversionCurrent(state)) {
    endConversion();
    return;
  }
  if (asked !== null && isSame(asked, question)) return;
  client?.close();
  const mine = new AnalysisClient(create, (answer) => {
    if (answer.kind === 'progress') return;
    mine.close();
    updateMove(
      answer.kind === 'conversion'
        ? { asked: null, result: { about: question, report: answer.conversion } }
        : { asked: { ...question, state: 'failed' } },
    );
  });
  client = mine;
  updateMove({ asked: { ...question, state: 'working' } });
  const { files, profile, target, gatewayClass } = question;
  mine.ask({
    kind: 'conversion',
    sources: sourcesOf(files),
    profile,
    clusterDomain: 'cluster.local',
    target,
    gatewayClass: gatewayClass.trim() === '' ? null : gatewayClass.trim(),
  });
}

/** Ends a question that is not asked any more. */
function endConversion(): void {
  client?.close();
  if (moveOf(store.getState()).asked !== null) updateMove({ asked: null });
}

/** Stops the conversion that is being computed. */
export function stopConversion(): void {
  client?.close();
  const { asked } = moveOf(store.getState());
  if (asked !== null) updateMove({ asked: { ...asked, state: 'stopped' } });
}

/** Starts again after a stop or a failure, or for Ingresses that are there after an adoption. */
export function convertAgain(): void {
  updateMove({ asked: null, adopted: null });
  convertPresent();
}
