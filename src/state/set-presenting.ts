import { store, update } from './store.ts';

/** Starts or ends the presentation. The address names it, so that a link or a reload starts it again. */
export function setPresenting(presenting: boolean): void {
  update({ presenting });
  writePresenting();
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
