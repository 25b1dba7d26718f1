import { changeBetween } from '../core/text/text-change.ts';
import { type Example, loadExample } from './examples.ts';
import type { State, TextFile, Work } from './model.ts';
import { workOf } from './selectors.ts';
import { dismiss, notify, store, update } from './store.ts';
import { isUntouched } from './untouched.ts';

const HISTORY_LIMIT = 20;

/** Returns false when the manifests are read-only. */
export const mayEdit = () => store.getState().mode === 'edit';

/** Saves the work in the history, so that undo can restore it. */
export function remember(state: State): Pick<State, 'history'> {
  const { baseline } = state;
  return { history: [...state.history, { ...workOf(state), baseline }].slice(-HISTORY_LIMIT) };
}

/** The parts of the state that do not apply to other texts. */
export const FRESH = { selected: null, reveal: null, highlightStep: null, lesson: null } as const;

/** Replaces the present work with another one. */
export function replaceWork(work: Work): void {
  update({ ...work, ...FRESH, baseline: work.files });
}

/** Restores the work before the last bulk change (a fix, an example, opened or closed files). */
export function undo(): void {
  const last = store.getState().history.at(-1);
  if (!last) return;
  update(({ history }) => ({ ...last, history: history.slice(0, -1) }));
  for (const name of UNDOABLE) dismiss(name);
}

const UNDOABLE = ['fix-applied', 'example-opened', 'files-opened', 'file-closed', 'lesson-left'] as const;

/**
 * Stores the text that the user typed. From then on the editor handles undo, and the last bulk change cannot
 * be undone any more.
 */
export function editText(name: string, text: string): void {
  if (!mayEdit()) return;
  const { files, history, baseline } = store.getState();
  const file = files.find((each) => each.name === name);
  if (!file || file.text === text) return;
  update({ files: files.map((each) => (each === file ? { name, text } : each)) });
  // Checks only the first edit, because checking a large text on each key takes too long.
  const first = files === baseline || file.text.trim() === '';
  if (first && replacesAll(file.text, text)) void compareFromHere(baseline);
  if (history.length === 0) return;
  update({ history: [] });
  for (const undoable of UNDOABLE) dismiss(undoable);
}

/** If less than this share of the old text is left, the new text is another work, not an edit. */
const LEFT = 0.2;

function replacesAll(from: string, to: string): boolean {
  if (to.trim() === '') return false;
  if (from.trim() === '') return true;
  const change = changeBetween(from, to);
  return change !== null && from.length - (change.end - change.start) < LEFT * from.length;
}

/** After a paste over an example, compares later edits with the pasted text instead of the example. */
async function compareFromHere(before: readonly TextFile[]): Promise<void> {
  const { files } = store.getState();
  const untouched = await isUntouched({ ...workOf(store.getState()), files: before });
  if (untouched && store.getState().files === files) update({ baseline: files });
}

export function activateFile(name: string): void {
  update({ active: name });
}

/** Returns a name that no file has yet: `name`, `name-2` and so on. */
export function freeName(taken: readonly string[], wanted: string): string {
  if (!taken.includes(wanted)) return wanted;
  const dot = wanted.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  for (let number = 2; ; number++) {
    const name = `${stem}-${number}${ending}`;
    if (!taken.includes(name)) return name;
  }
}

/** Adds an empty file and shows it. */
export function addFile(wanted: string): void {
  if (!mayEdit()) return;
  update(({ files }) => {
    const name = freeName(
      files.map((file) => file.name),
      wanted,
    );
    return { files: [...files, { name, text: '' }], active: name };
  });
}

/** Renames a file. Does nothing when the new name is empty or already used. */
export function renameFile(from: string, wanted: string): void {
  if (!mayEdit()) return;
  const name = wanted.trim().slice(0, 200);
  update(({ files, active }) => {
    if (name === '' || files.some((file) => file.name === name)) return {};
    return {
      files: files.map((file) => (file.name === from ? { ...file, name } : file)),
      active: active === from ? name : active,
    };
  });
}

/** Closes a file. Closing the last file leaves an empty file. */
export function closeFile(name: string): void {
  if (!mayEdit()) return;
  const { files } = store.getState();
  const at = files.findIndex((file) => file.name === name);
  if (at < 0) return;
  const hadText = files[at]?.text.trim() !== '';
  update((state) => {
    const rest = files.filter((file) => file.name !== name);
    if (rest.length === 0) rest.push({ name: 'manifests.yaml', text: '' });
    const active = state.active === name ? (rest[Math.max(0, at - 1)]?.name ?? '') : state.active;
    return { ...(hadText ? remember(state) : null), files: rest, active };
  });
  if (hadText) notify({ name: 'file-closed', file: name }, 'undo');
}

/** Replaces everything with an example. Undo restores the work. */
export async function openExample(id: string): Promise<void> {
  const example = await loadExample(id);
  if (example) showExample(example);
}

function showExample(example: Example): void {
  update((state) => ({
    ...remember(state),
    ...FRESH,
    files: example.files,
    baseline: example.files,
    active: example.files[0]?.name ?? '',
    request: example.request,
    suggested: example.request,
    compare: example.compare,
    kept: null,
    tab: 'trace',
    opened: state.opened + 1,
  }));
  // In the other modes the address names the example, and no work is lost.
  if (mayEdit()) notify({ name: 'example-opened', example: example.id }, 'undo');
}
