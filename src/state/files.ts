import type { TextEdit } from '../core/explain/finding-report.ts';
import { changeBetween } from '../core/text/text-change.ts';
import { type Example, loadExample } from './examples.ts';
import type { State, TextFile, Work } from './model.ts';
import { EMPTY_REQUEST } from './request-fields.ts';
import { workOf } from './selectors.ts';
import { dismiss, notify, store, update } from './store.ts';
import { applyToFiles } from './text-edits.ts';
import { isUntouched } from './untouched.ts';

const HISTORY_LIMIT = 20;

/** False where the manifests are only read. */
const mayEdit = () => store.getState().mode === 'edit';

/** Remembers the work as it is, so that undo can bring it back. */
export function remember(state: State): Pick<State, 'history'> {
  const { baseline } = state;
  return { history: [...state.history, { ...workOf(state), baseline }].slice(-HISTORY_LIMIT) };
}

/** What is no longer true of other texts. */
const FRESH = { selected: null, reveal: null, highlightStep: null, lesson: null } as const;

/** Puts other work in the place of the present one. */
export function replaceWork(work: Work): void {
  update({ ...work, ...FRESH, baseline: work.files });
}

/** Brings back the work before the last bulk change (a fix, an example, opened or closed files). */
export function undo(): void {
  const last = store.getState().history.at(-1);
  if (!last) return;
  update(({ history }) => ({ ...last, history: history.slice(0, -1) }));
  for (const name of UNDOABLE) dismiss(name);
}

const UNDOABLE = ['fix-applied', 'example-opened', 'files-opened', 'file-closed', 'lesson-left'] as const;

/** Takes over what the user typed. From then on the editor undoes; a bulk change before it is settled. */
export function editText(name: string, text: string): void {
  if (!mayEdit()) return;
  const { files, history, baseline } = store.getState();
  const file = files.find((each) => each.name === name);
  if (!file || file.text === text) return;
  update({ files: files.map((each) => (each === file ? { name, text } : each)) });
  // Only the first edit is looked at: for each key of a large text it would take too long.
  const first = files === baseline || file.text.trim() === '';
  if (first && replacesAll(file.text, text)) void compareFromHere(baseline);
  if (history.length === 0) return;
  update({ history: [] });
  for (const undoable of UNDOABLE) dismiss(undoable);
}

/** Less of the old text than this part is left: the other text is another work, not an edit. */
const LEFT = 0.2;

function replacesAll(from: string, to: string): boolean {
  if (to.trim() === '') return false;
  if (from.trim() === '') return true;
  const change = changeBetween(from, to);
  return change !== null && from.length - (change.end - change.start) < LEFT * from.length;
}

/** Who pastes over an example does not ask what that changes: later edits are measured against what was pasted. */
async function compareFromHere(before: readonly TextFile[]): Promise<void> {
  const { files } = store.getState();
  const untouched = await isUntouched({ ...workOf(store.getState()), files: before });
  if (untouched && store.getState().files === files) update({ baseline: files });
}

export function activateFile(name: string): void {
  update({ active: name });
}

/** A name that no file has yet: `name`, or `name-2` and so on. */
function freeName(taken: readonly string[], wanted: string): string {
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

/** Gives a file another name; an empty name or one that is taken changes nothing. */
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

/** Closes a file; the last one leaves an empty file behind. */
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

/**
 * Opens files. They take the place of an untouched example or of nothing; otherwise they stand beside what is there,
 * and a file of the same name takes the new text.
 */
export function openTexts(opened: readonly TextFile[], untouched: boolean): void {
  if (opened.length === 0 || !mayEdit()) return;
  update((state) => {
    const kept = untouched ? [] : state.files.filter((file) => file.text.trim() !== '');
    const names = new Map<string, TextFile>(kept.map((file) => [file.name, file]));
    for (const file of opened) names.set(file.name, file);
    const files = [...names.values()];
    // Over an example the files themselves are what later changes are measured against, else the work before them.
    const baseline = untouched ? files : state.files;
    // The client that an example was compared with is nobody in other manifests.
    const compared = untouched ? { compare: null, comparison: null } : null;
    return { ...remember(state), ...FRESH, ...compared, files, baseline, active: opened[0]?.name ?? '' };
  });
  notify({ name: 'files-opened', count: opened.length }, 'undo');
}

/** Replaces everything by an example; undo brings the work back. */
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
  }));
  // Elsewhere it is what the address names, and nothing was lost.
  if (mayEdit()) notify({ name: 'example-opened', example: example.id }, 'undo');
}

/** Starts with nothing. */
export function clearAll(): void {
  if (!mayEdit()) return;
  update((state) => ({
    ...remember(state),
    ...FRESH,
    files: [{ name: 'manifests.yaml', text: '' }],
    active: 'manifests.yaml',
    request: EMPTY_REQUEST,
    compare: null,
    kept: null,
    answer: null,
    comparison: null,
  }));
  notify({ name: 'file-closed', file: '' }, 'undo');
}

/** Applies a fix to the texts it was made for; it is refused when they have changed since. */
export function applyFix(title: string, edits: readonly TextEdit[]): void {
  if (!mayEdit()) return;
  const { files, viewRevision, revision } = store.getState();
  const changed = viewRevision === revision ? applyToFiles(files, edits) : null;
  const first = edits[0];
  if (!changed || !first) {
    notify({ name: 'fix-outdated' });
    return;
  }
  update((state) => ({ ...remember(state), files: changed }));
  notify({ name: 'fix-applied', title }, 'undo');
}
