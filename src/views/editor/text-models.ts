import { encodePart } from '../../core/text/encode-part.ts';
import { changeBetween } from '../../core/text/text-change.ts';
import type { TextFile } from '../../state/model.ts';
import { changeTogether, followUndo, forgetUndo, type Undoable } from './linked-undo.ts';
import { monaco } from './monaco.ts';
import { QUIET_YAML } from './quiet-yaml.ts';

type Model = ReturnType<typeof monaco.editor.createModel>;

/** Monaco's models have their own undo. Its types hide it. */
const undoable = (model: Model) => model as unknown as Undoable;

interface Entry {
  readonly model: Model;
  /** The last text that the caller and the model share. Receiving the same text changes nothing. */
  text: string;
}

/**
 * Texts larger than this (UTF-16 units) are shown as plain text, because colours and services would take
 * seconds.
 */
const PLAIN_FROM = 1_000_000;
/**
 * An alias. Completion and hover expand aliases, and a recursive alias or an alias bomb crashes their worker.
 */
const ALIAS = /(?:^|[\s,[{:-])\*[^\s*,\]}]/m;

/** Returns the language that is safe for a text: with services, only with colours, or plain text. */
function languageFor(text: string): string {
  if (text.length > PLAIN_FROM) return 'plaintext';
  return ALIAS.test(text) ? QUIET_YAML : 'yaml';
}

/** Models by file name. They remain when the view closes, so that undo works after the pane was folded. */
const entries = new Map<string, Entry>();
let silent = false;

/** Returns the URI of a file's model. Names can be any text. */
export function uriOf(file: string) {
  return monaco.Uri.from({ scheme: 'inmemory', authority: 'files', path: `/${encodePart(file)}` });
}

/** Returns the file of a model. Returns null for a model of another source. */
export function fileOf(model: { readonly uri: { toString(): string } }): string | null {
  const wanted = model.uri.toString();
  for (const [file, entry] of entries) if (entry.model.uri.toString() === wanted) return file;
  return null;
}

export function modelOf(file: string): Model | null {
  return entries.get(file)?.model ?? null;
}

/**
 * Updates the models to the files: creates models of new files and removes those of closed files. A text that
 * changed outside the editor gets the smallest edit, which undo can revert.
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
    // Runs after this change, because Monaco reverts one change at a time.
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
