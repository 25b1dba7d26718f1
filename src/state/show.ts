import type { Link } from '../core/explain/fragment.ts';
import { type PlaceInDocument, placeInFile } from '../core/text/place-in-document.ts';
import type { Language, Pane, Speed, State, Tab, Theme } from './model.ts';
import { store, update } from './store.ts';

let lastReveal = 0;

/** Shows the editor and moves it to a place. */
export function goTo(file: string, line: number, column: number): void {
  // Without an editor the graph shows the resource that is declared there.
  if (store.getState().mode === 'embed') selectAt(file, line, 'choice');
  update(({ files, active }) => ({
    active: files.some((each) => each.name === file) ? file : active,
    reveal: { file, line, column, ticket: ++lastReveal },
    pane: 'manifests',
  }));
}

/** Selects a node of the graph. Null selects nothing. */
export function select(id: string | null): void {
  update({ selected: id, selectedBy: 'choice' });
}

/** Moves the editor to a place of the present view. */
export function openPlace(place: PlaceInDocument): void {
  const { view } = store.getState();
  if (!view) return;
  const { file, line, column } = placeInFile(view.linesBefore, place);
  goTo(file, line, column);
}

/** Moves the editor to the declaration of a resource. */
export function openResource(id: string): void {
  const resource = store.getState().view?.resources.find((each) => each.id === id);
  if (resource) openPlace(resource);
}

/** Selects a resource in the graph and moves the editor to its declaration. */
export function showResource(id: string): void {
  const node = store.getState().view?.graph.nodes.find((each) => each.resource === id || each.id === id);
  if (node) select(node.id);
  openResource(id);
}

/**
 * Selects in the graph the resource that is declared at a line of a file. The cursor selects it by default.
 */
export function selectAt(file: string, line: number, selectedBy: State['selectedBy'] = 'cursor'): void {
  const { view, selected } = store.getState();
  if (!view) return;
  let found = { id: '', line: 0 };
  for (const each of view.resources) {
    if (each.file !== file) continue;
    const start = placeInFile(view.linesBefore, each).line;
    if (start <= line && start >= found.line) found = { id: each.id, line: start };
  }
  const node = view.graph.nodes.find((each) => each.resource === found.id);
  if (node && node.id !== selected) update({ selected: node.id, selectedBy });
}

/** Restores the cursor position of the editor's placeholder in the editor. */
export function placeCursor(file: string, text: string, offset: number): void {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  update({ reveal: { file, line: before.length, column, ticket: ++lastReveal } });
}

/** Follows a link of a sentence. The view itself handles links to rules. */
export function follow(link: Link): void {
  if (link.to === 'place') goTo(link.file, link.line, link.column);
  else if (link.to === 'resource') showResource(link.id);
}

/** Shows the view of a tab. */
export function showTab(tab: Tab): void {
  update({ tab, pane: 'request' });
}

/** Shows a pane on a small screen. */
export function showPane(pane: Pane): void {
  update({ pane });
}

/** Highlights a step of the request flow, as a move of the user. Null highlights none. */
export function highlightStep(step: number | null): void {
  update(({ stepped }) => ({ highlightStep: step, stepped: stepped + 1 }));
}

/** Returns the steps that the present answer took, in order. */
export function stepsTaken(state: State): readonly number[] {
  return (state.answer?.explained.steps ?? [])
    .filter((each) => each.state !== 'skipped')
    .map((each) => each.step);
}

/** Highlights the previous or next one of the steps that the answer took. */
export function moveStep(by: 1 | -1): void {
  const steps = stepsTaken(store.getState());
  if (steps.length === 0) return;
  const current = store.getState().highlightStep;
  const at = current === null ? (by > 0 ? -1 : steps.length) : steps.indexOf(current);
  const next = Math.max(0, Math.min(steps.length - 1, at + by));
  highlightStep(steps[next] ?? null);
}

export function setTheme(theme: Theme): void {
  update({ theme });
}

export function setLanguage(language: Language): void {
  update({ language });
}

export function setProfile(profile: string): void {
  update({ profile });
}

export function setColumns(columns: Readonly<Record<string, number>>): void {
  update({ columns });
}

export function setSpeed(speed: Speed): void {
  update({ speed });
}

/** Starts, pauses or ends the animation of the request. */
export function setPlay(play: State['play']): void {
  update({ play });
}

export function showGhosts(ghosts: boolean): void {
  update({ ghosts });
}
