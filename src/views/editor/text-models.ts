import { encodePart } from '../../core/text/encode-part.ts';
import { changeBetween } from '../../core/text/text-change.ts';
import type { TextFile } from '../../state/model.ts';
import { changeTogether, followUndo, forgetUndo, type Undoable } from './linked-undo.ts';
import { monaco } from './monaco.ts';
import { QUIET_YAML } from './quiet-yaml.ts';

type Model = ReturnType<typeof monaco.editor.createModel>;

/** Monaco's models can be undone by themselves; its types keep that back. */
const undoable = (model: Model) => model as unknown as Undoable;

interface Entry {
  readonly model: Model;
  /** What the caller and the model agreed on last: the echo of an edit changes nothing. */
  text: string;
}

/** Texts larger than this (UTF-16 units) are shown plain: colours and services would be busy for seconds. */
const PLAIN_FROM = 1_000_000;
/** An alias: completion and hover expand them, and one that leads to itself, or a bomb, ends their worker. */
const ALIAS = /(?:^|[\s,[{:-])\*[^\s*,\]}]/m;

/** The language that a text can bear: with services, with colours alone, or plain. */
function languageFor(text: string): string {
  if (text.length > PLAIN_FROM) return 'plaintext';
  return ALIAS.test(text) ? QUIET_YAML : 'yaml';
}

/** Models by file name; they outlive the view, so that undo survives folding the pane. */
const entries = new Map<string, Entry>();
let silent = false;

/** The address of a file's model; names are arbitrary texts. */
export function uriOf(file: string) {
  return monaco.Uri.from({ scheme: 'inmemory', authority: 'files', path: `/${encodePart(file)}` });
}

/** The file of a model, or null for a model that is none of ours. */
export function fileOf(model: { readonly uri: { toString(): string } }): string | null {
  const wanted = model.uri.toString();
  for (const [file, entry] of entries) if (entry.model.uri.toString() === wanted) return file;
  return null;
}

export function modelOf(file: string): Model | null {
  return entries.get(file)?.model ?? null;
}

/**
 * Brings the models in line with the files: new files get one, files that are gone lose theirs, texts that were changed
 * elsewhere are changed here by the smallest edit, which undo takes back.
 */
export function syncModels(files: readonly TextFile[], onEdit: (file: string, text: string) => void): void {
  const names = new Set(files.map((file) => file.name));
  for (const [name, { model }] of [...entries]) {
    if (names.has(name)) continue;
    entries.delete(name);
    forgetUndo(undoable(model));
    model.dispose();
  }
  const changed: { readonly entry: Entry; readonly text: string }[] = [];
  for (const { name, text } of files) {
    const entry = entries.get(name);
    if (!entry) entries.set(name, open(name, text, onEdit));
    else if (text !== entry.text) changed.push({ entry, text });
  }
  if (changed.length === 0) return;
  changeTogether(
    changed.map(({ entry }) => undoable(entry.model)),
    () => {
      for (const { entry, text } of changed) bringIn(entry, text);
    },
  );
}

function open(name: string, text: string, onEdit: (file: string, text: string) => void): Entry {
  const model = monaco.editor.createModel(text, languageFor(text), uriOf(name));
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    // Colouring brackets parses the whole text again after each key.
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const entry: Entry = { model, text };
  model.onDidChangeContent(({ isUndoing, isRedoing }) => {
    entry.text = model.getValue();
    const language = languageFor(entry.text);
    if (model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
    if (!silent) onEdit(name, entry.text);
    // After this change is over: Monaco undoes one thing at a time.
    if (isUndoing || isRedoing) queueMicrotask(() => followUndo(undoable(model), isUndoing));
  });
  return entry;
}

function bringIn(entry: Entry, text: string): void {
  const { model } = entry;
  const change = changeBetween(model.getValue(), text);
  if (change !== null) {
    const start = model.getPositionAt(change.start);
    const end = model.getPositionAt(change.end);
    silent = true;
    model.pushStackElement();
    model.pushEditOperations(
      null,
      [{ range: monaco.Range.fromPositions(start, end), text: change.text, forceMoveMarkers: true }],
      () => null,
    );
    model.pushStackElement();
    silent = false;
  }
  entry.text = text;
}
