import { highlightStep, setPlay, stepsTaken } from './show.ts';
import { store, update } from './store.ts';

/** Starts or ends the presentation. The address names it, so that a link or a reload starts it again. */
export function setPresenting(presenting: boolean): void {
  if (presenting) toTheStart();
  update({ presenting });
  writePresenting();
}

/** A presentation starts with the picture, and at the first step if the steps were played before. */
function toTheStart(): void {
  const state = store.getState();
  setPlay('stopped');
  if (state.highlightStep !== null) highlightStep(stepsTaken(state)[0] ?? null);
  update({ tab: 'trace', pane: 'graph' });
}

/**
 * Adds `view=present` to the address while the page is presented, and removes it afterwards. The address of a
 * read-only page keeps its own view.
 */
export function writePresenting(): void {
  const state = store.getState();
  const query = new URLSearchParams(location.search);
  if (state.mode !== 'edit' || (query.get('view') === 'present') === state.presenting) return;
  if (state.presenting) query.set('view', 'present');
  else query.delete('view');
  const search = query.size === 0 ? '' : `?${query}`;
  history.replaceState(history.state, '', location.pathname + search + location.hash);
}
